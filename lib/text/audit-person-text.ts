/** Who acts without an account, by the name that events keep. */
export const accountlessText = {
  operator: "运维人员",
  visitor: "未登录的访客",
} as const satisfies Record<string, string>;
