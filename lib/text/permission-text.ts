import type { Permission } from "@/lib/auth/policy";

/** What a permission lets somebody do. */
export const permissionText = {
  "dashboard:internal": "查看内部总览",
  "project:read-internal": "查看项目的内部信息",
  "project:assign": "指定责任单位",
  "project:hand-over": "交接项目",
  "draft:keep": "保存草稿",
  "register:read": "查看登记",
  "register:write": "登记和变更项目台账",
  "register:review": "审核登记和变更",
  "round:read": "查看月调度",
  "round:manage": "开启和关闭月调度",
  "report:write": "填报进展",
  "report:review": "审核填报",
  "report:withdraw": "撤回填报",
  "status-check:write": "核实现状",
  "status-check:review": "审核现状核实",
  "account:read": "查看账号",
  "account:create": "新建账号",
  "account:disable": "停用和恢复账号",
  "account:reset-password": "重置密码",
  "account:reset-totp": "解除别人的动态码",
  "account:grant-role": "授予角色",
  "session:end": "结束别人的登录",
  "audit:read": "查看审计记录",
  "own-account:manage": "管理自己的账号",
} as const satisfies Record<Permission, string>;
