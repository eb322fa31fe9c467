import type { Permission } from "./policy";

/** `public`: also for who is not signed in. Otherwise the roles are those that the policy gives the permission. */
export type Access = Permission | "public";

/** Every page by its route. Pages take their permission from here (`requirePageViewer`). */
export const pages = {
  "/[lang]": "public",
  "/[lang]/about": "public",
  "/[lang]/agreements": "public",
  "/[lang]/agreements/[code]": "public",
  "/[lang]/dashboard/[day]": "public",
  "/[lang]/enterprises": "public",
  "/[lang]/enterprises/[slug]": "public",
  "/[lang]/projects/[code]": "public",
  "/[lang]/register/[key]": "public",
  "/[lang]/sources": "public",
  "/[lang]/sources/[slug]": "public",
  "/dashboard": "public",
  "/problems": "dashboard:internal",
  "/sign-in": "public",
  "/staff": "status-check:write",
  "/staff/account": "own-account:manage",
  "/staff/handover": "project:hand-over",
  "/staff/projects/[code]": "status-check:write",
  "/staff/export": "project:read-internal",
  "/staff/import": "import:write",
  "/staff/import/[id]": "import:write",
  "/staff/projects/[code]/assign": "project:assign",
  "/staff/projects/[code]/report": "report:write",
  "/staff/projects/[code]/report/attachments": "report:write",
  "/staff/projects/[code]/report/check": "report:write",
  "/staff/projects/[code]/report/correct/[id]": "report:write",
  "/staff/projects/[code]/report/done/[id]": "report:write",
  "/staff/projects/[code]/verify": "status-check:write",
  "/staff/register": "register:read",
  "/staff/register/[subject]/[key]": "register:write",
  "/staff/register/[subject]/[key]/check": "register:write",
  "/staff/register/done/[id]": "register:write",
  "/staff/review": "report:review",
  "/staff/review/import/[id]": "register:review",
  "/staff/review/[kind]/[id]": "report:review",
  "/staff/rounds": "round:read",
  "/staff/rounds/[period]": "round:manage",
  "/staff/rounds/[period]/grid": "report:write",
  "/staff/rounds/[period]/grid/check": "report:write",
  "/staff/rounds/[period]/grid/done": "report:write",
  "/staff/rounds/[period]/publish": "report:review",
  "/staff/rounds/[period]/publish/check": "report:review",
  "/staff/accounts": "account:read",
  "/staff/audit": "audit:read",
} as const satisfies Record<`/${string}`, Access>;

/** Every server action by its name. The wrapper takes its permission from here (`action`). */
export const actions = {
  signIn: "public",
  signOut: "own-account:manage",
  keepSession: "own-account:manage",
  changeOwnPassword: "own-account:manage",
  offerSecondFactor: "own-account:manage",
  confirmSecondFactor: "own-account:manage",
  turnOffSecondFactor: "own-account:manage",
  endOwnSession: "own-account:manage",
  endOtherSessions: "own-account:manage",
  writeReport: "report:write",
  discardReportDraft: "report:write",
  discardCheckDraft: "status-check:write",
  submitReport: "report:write",
  captionAttachment: "report:write",
  removeAttachment: "report:write",
  reviewReport: "report:review",
  withdrawReport: "report:withdraw",
  submitStatusCheck: "status-check:write",
  reviewStatusCheck: "status-check:review",
  withdrawStatusCheck: "status-check:review",
  writeProposal: "register:write",
  discardProposal: "register:write",
  submitProposal: "register:write",
  reviewChange: "register:review",
  withdrawChange: "register:review",
  confirmImport: "import:write",
  publishImport: "register:review",
  assignUnit: "project:assign",
  handOver: "project:hand-over",
  openRound: "round:manage",
  moveRoundDeadline: "round:manage",
  closeRound: "round:manage",
  reopenRound: "round:manage",
  writeGrid: "report:write",
  discardGridDraft: "report:write",
  handInGrid: "report:write",
  publishRound: "report:review",
  createAccount: "account:create",
  resetPassword: "account:reset-password",
  disableAccount: "account:disable",
  enableAccount: "account:disable",
  grantRole: "account:grant-role",
  endSessionsOf: "session:end",
  resetSecondFactor: "account:reset-totp",
  verifyAudit: "audit:read",
} as const satisfies Record<string, Access>;

/** Every route handler by its method and route. */
export const routes = {
  "GET /api/attachments/[key]": "public",
  "GET /api/auth/[...nextauth]": "public",
  "GET /api/health": "public",
  "GET /api/ready": "public",
  "GET /api/v1/openapi.json": "public",
  "GET /open-data/[dataset]/[key]": "public",
  "GET /robots.txt": "public",
  "GET /sitemap.xml": "public",
  "POST /api/drafts": "draft:keep",
  "GET /staff/export/projects.xlsx": "project:read-internal",
  "GET /staff/import/[id]/bad.xlsx": "import:write",
  "GET /staff/import/register.xlsx": "register:write",
  "GET /staff/import/reports.xlsx": "report:write",
  "POST /api/uploads": "report:write",
  "POST /api/uploads/workbook": "import:write",
} as const satisfies Record<`${"GET" | "POST"} /${string}`, Access>;

type Guarded<Endpoints extends Record<string, Access>> = {
  [Name in keyof Endpoints]: Endpoints[Name] extends Permission ? Name : never;
}[keyof Endpoints];

export type GuardedPage = Guarded<typeof pages>;
export type GuardedAction = Guarded<typeof actions>;
export type GuardedRoute = Guarded<typeof routes>;
export type PublicAction = Exclude<keyof typeof actions, GuardedAction>;
