import type { AccountState } from "@/lib/account/account-rules";
import type { AccountChange } from "@/lib/paths";

/** Said on the page of one's own account after something was done there. */
export const accountChangeText = {
  password: "密码已修改，其他登录已结束。",
  session: "那次登录已结束。",
  "other-sessions": "其他登录已结束，只留下本次。",
  "second-factor-off": "两步验证已关闭，其他登录已结束。",
} as const satisfies Record<AccountChange, string>;

export const passwordChangeDueText = "现在用的是一次性密码。修改密码后，才能使用其他功能。";

export const secondFactorDueText = "本站要求启用两步验证。启用后，才能使用其他功能。";

/** At a form that was sent too late. */
export const sessionEndedText =
  "登录已结束，这一页填的内容还在。请在另一个窗口重新登录，再回到这里提交一次。";

/** At a form that somebody else had opened. */
export const otherAccountText =
  "这一页是另一个账号打开的，内容已留给那个账号，没有动本账号的草稿。请刷新页面；要接着填，请用原来的账号登录。";

/** On the page to sign in, after a form was sent too late. */
export const keptForSignInText = "登录已结束。刚才提交的内容已留下，用原来的账号登录后可以接着填。";

export const unknownAddressText = "未知";

const browsers = [
  [/Edg\//, "Edge"],
  [/MicroMessenger\//, "微信"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
] as const;

const systems = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"],
] as const;

/** Enough to know one's own device by: "Chrome，Windows". */
export function deviceText(userAgent: string | null): string {
  const nameIn = (table: typeof browsers | typeof systems) =>
    table.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  return [nameIn(browsers), nameIn(systems)].filter(Boolean).join("，") || "未知设备";
}

export const accountStateText = {
  active: "正常",
  "one-time-password": "待改一次性密码",
  locked: "已锁定",
  disabled: "已停用",
} as const satisfies Record<AccountState, string>;
