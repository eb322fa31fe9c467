export const roleText = {
  official: "市领导",
  staff: "招商专员",
  reviewer: "审核员",
  admin: "管理员",
  security: "安全员",
  auditor: "审计员",
} as const satisfies Record<"official" | "staff" | "reviewer" | "admin" | "security" | "auditor", string>;
