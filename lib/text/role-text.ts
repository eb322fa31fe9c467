export const roleText = {
  official: "市领导",
  staff: "招商专员",
  reviewer: "审核员",
  admin: "系统管理员",
  security: "安全保密管理员",
  auditor: "安全审计员",
} as const satisfies Record<"official" | "staff" | "reviewer" | "admin" | "security" | "auditor", string>;
