import { z } from "zod";

const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, "must be a PostgreSQL URL: postgresql://user:password@host:5432/name");

const s3Names = ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;

const schema = z
  .object({
    PORT: z.coerce.number("must be a number").int("must be whole").min(1).max(65_535).default(3000),
    DATABASE_URL: postgresUrl.optional(),
    DATABASE_DIRECT_URL: postgresUrl.optional(),
    DATA_DIR: z.string().default(".data"),
    NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
    NEXTAUTH_URL: z.url({ protocol: /^https?$/, error: "must be an http or https URL" }).optional(),
    ADMIN_PASSWORD: z.string().optional(),
    DEMO_PASSWORD: z.string().optional(),
    REQUIRE_TOTP: z
      .enum(["true", "false"], "must be true or false")
      .transform((text) => text === "true")
      .optional(),
    CHROMIUM_PATH: z.string().optional(),
    S3_ENDPOINT: z.url({ protocol: /^https?$/, error: "must be an http or https URL" }).optional(),
    S3_BUCKET: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "must be the name of a bucket")
      .optional(),
    S3_REGION: z.string().default("us-east-1"),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    LOG_LEVEL: z
      .enum(["debug", "info", "warn", "error"], "must be debug, info, warn or error")
      .default("info"),
  })
  .refine((values) => !values.DATABASE_URL || values.NEXTAUTH_SECRET, {
    path: ["NEXTAUTH_SECRET"],
    error: "is required with DATABASE_URL, so that all instances accept each other's sessions",
  })
  .superRefine((values, context) => {
    const missing = s3Names.filter((name) => !values[name]);
    if (missing.length === s3Names.length) return;
    for (const name of missing) {
      context.addIssue({
        code: "custom",
        path: [name],
        message: `is required with ${s3Names.find((other) => values[other])}`,
      });
    }
  })
  .transform(({ S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, ...values }) => ({
    ...values,
    DATABASE_DIRECT_URL: values.DATABASE_DIRECT_URL ?? values.DATABASE_URL,
    /** Undefined: attachments are kept in a folder below DATA_DIR. */
    S3:
      S3_ENDPOINT && S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
        ? {
            endpoint: S3_ENDPOINT,
            bucket: S3_BUCKET,
            region: S3_REGION,
            accessKeyId: S3_ACCESS_KEY_ID,
            secretAccessKey: S3_SECRET_ACCESS_KEY,
          }
        : undefined,
  }));

export type Env = z.infer<typeof schema>;

/** Reads the environment; throws one line per wrong value, which never repeats the value. Empty means not set. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new Error(result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("\n"));
}

export const env = parseEnv(process.env);
