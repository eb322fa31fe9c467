import { z } from "zod";
import { roles } from "@/lib/auth/policy";
import { cleanText } from "@/lib/format/clean-text";

const typedName = z
  .string()
  .trim()
  .toLowerCase()
  .transform((name) => name.normalize("NFKC"));

// Far above any accepted password, so that nobody makes the server hash a book.
const typedPassword = z.string().max(1000, "密码最多 128 个字符，请缩短。");

export const signInSchema = z.object({
  name: typedName.pipe(z.string().min(1, "请输入用户名。").max(64, "用户名最多 32 个字符。")),
  password: typedPassword.min(1, "请输入密码。"),
  next: z.string().optional(),
});

export const changeOwnPasswordSchema = z
  .object({
    currentPassword: typedPassword.min(1, "请输入当前密码。"),
    newPassword: typedPassword.min(1, "请输入新密码。"),
    repeatedPassword: z.string(),
  })
  .refine(({ newPassword, repeatedPassword }) => newPassword === repeatedPassword, {
    path: ["repeatedPassword"],
    error: "两次输入的新密码不一样，请重新输入。",
  });

/** The name of an account that is to be made. */
export const newNameSchema = typedName.pipe(
  z.string().regex(/^[a-z][a-z0-9_.-]{1,31}$/, "用户名用 2–32 个小写字母、数字、_、. 或 -，以字母开头。"),
);

export const createAccountSchema = z.object({
  name: newNameSchema,
  displayName: z
    .string()
    .max(40, "显示名称最多 40 个字符。")
    .transform((text, context) => {
      const cleaned = cleanText(text);
      if ("value" in cleaned && cleaned.value) return cleaned.value;
      context.addIssue("refusal" in cleaned ? cleaned.refusal : "请输入显示名称。");
      return z.NEVER;
    }),
  role: z.enum(roles, "请选择角色。"),
});

export const accountNameSchema = z.object({ name: z.string() });

export const grantRoleSchema = accountNameSchema.extend({ role: z.enum(roles, "请选择角色。") });

export const sessionIdSchema = z.object({ sessionId: z.uuid() });

export type SignInInput = Omit<z.infer<typeof signInSchema>, "next">;
export type ChangeOwnPasswordInput = z.infer<typeof changeOwnPasswordSchema>;
export type CreateAccountInput = z.infer<typeof createAccountSchema>;
