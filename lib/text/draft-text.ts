/** At a form that was opened too long ago to say whose it is. */
export const formTooOldText = "页面已过期，请刷新后再填。";

/** Why what was typed is not saved, and what happens next. */
export const awayText = {
  offline: "未保存：连接断开，正在重试 …",
  server: "未保存：服务暂时不可用，正在重试 …",
  signedOut: "未保存：登录已结束。重新登录后会自动保存。",
  otherAccount: "未保存：现在登录的是另一个账号。用原来的账号登录后会自动保存。",
} as const satisfies Record<"offline" | "server" | "signedOut" | "otherAccount", string>;

/** Where what is not saved is meanwhile. */
export const keptHereText = "填的内容还在这一页，也留在这台电脑上。";
