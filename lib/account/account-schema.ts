import { z } from "zod";
import { readCode } from "@/lib/account/second-factor-rules";
import { roles } from "@/lib/auth/policy";
import { cleanText } from "@/lib/format/clean-text";

const typedName = z
  .string()
  .trim()
  .toLowerCase()
  .transform((name) => name.normalize("NFKC"));

// Far above any accepted password, so that nobody makes the server hash a book.
const typedPassword = z.string().max(1000, "密码最多 128 个字符，请缩短。");

const currentPassword = typedPassword.min(1, "请输入当前密码。");

/** The app's digits or a recovery code. */
const secondFactor = z
  .string()
  .max(100)
  .transform((typed, context) => {
    const code = readCode(typed);
    if (code) return code;
    context.addIssue("请输入验证器应用里的 6 位数字，或一个恢复码。");
    return z.NEVER;
  });

/** Signing in has one step, or two where the account has a second factor. */
export const signInSchema = z.discriminatedUnion(
  "step",
  [
    z.object({
      step: z.literal("password"),
      name: typedName.pipe(z.string().min(1, "请输入用户名。").max(64, "用户名最多 32 个字符。")),
      password: typedPassword.min(1, "请输入密码。"),
      next: z.string().optional(),
    }),
    z.object({
      step: z.literal("code"),
      pending: z.string(),
      secondFactor,
      next: z.string().optional(),
    }),
  ],
  "请重新打开登录页。",
);

export const offerSecondFactorSchema = z.object({ ownPassword: currentPassword });
export const confirmSecondFactorSchema = z.object({ secondFactor });
export const turnOffSecondFactorSchema = z.object({ ownPassword: currentPassword, secondFactor });

export const changeOwnPasswordSchema = z
  .object({
    currentPassword,
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

export type SignInInput = { name: string; password: string };
export type OfferSecondFactorInput = z.infer<typeof offerSecondFactorSchema>;
export type ConfirmSecondFactorInput = z.infer<typeof confirmSecondFactorSchema>;
export type TurnOffSecondFactorInput = z.infer<typeof turnOffSecondFactorSchema>;
export type ChangeOwnPasswordInput = z.infer<typeof changeOwnPasswordSchema>;
export type CreateAccountInput = z.infer<typeof createAccountSchema>;
