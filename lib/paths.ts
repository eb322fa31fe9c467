/** Filters of the register, as its URL names them; empty ones are left out. */
export type ProjectsQuery = Partial<
  Record<"stage" | "condition" | "enterprise" | "place" | "due" | "q" | "sort", string | null> & {
    page: number;
  }
>;

/** Filters of 问题清单, likewise. */
export type ProblemsQuery = Partial<
  Record<"department" | "category" | "project" | "state", string | null> & { page: number }
>;

/** Filters of the audit, as its URL names them. */
export const auditParameters = ["person", "subject", "kind", "from", "to", "outcome", "before"] as const;
export type AuditAddress = Partial<Record<(typeof auditParameters)[number], string | null>>;

/** What the staff's list of the register shows. */
export type RegisterQuery = Partial<Record<"subject" | "q", string | null> & { page: number }>;

/** What the page of one's own account says was done. */
export const accountChanges = ["password", "session", "other-sessions", "second-factor-off"] as const;
export type AccountChange = (typeof accountChanges)[number];

/** What the review queue says was done. */
export const reviewChanges = ["published", "returned", "withdrawn"] as const;
export type ReviewChange = (typeof reviewChanges)[number];

/** What the page of one's tasks says was done. */
export const taskChanges = ["checked", "assigned", "handed-over", "drafted"] as const;
export type TaskChange = (typeof taskChanges)[number];

/** What the page of a round says was done. */
export const roundChanges = ["opened", "moved", "closed", "reopened"] as const;
export type RoundChange = (typeof roundChanges)[number];

/** Whose projects a grid shows: the viewer's own, or those that are open to all staff. */
export const gridScopes = ["own", "open"] as const;
export type GridScope = (typeof gridScopes)[number];

/** Every URL of the site is built here. */
export const paths = {
  home: () => "/",
  dashboard: (asOf?: string) => withQuery("/dashboard", { asOf }),
  projects: (query: ProjectsQuery = {}) =>
    withQuery("/projects", { ...query, page: pageParameter(query.page) }),
  project: (code: string) => `/projects/${encodeURIComponent(code)}`,
  agreements: () => "/agreements",
  agreement: (code: string) => `/agreements/${encodeURIComponent(code)}`,
  enterprises: () => "/enterprises",
  enterprise: (slug: string) => `/enterprises/${encodeURIComponent(slug)}`,
  sources: () => "/sources",
  source: (slug: string, paragraph?: number | null) =>
    `/sources/${encodeURIComponent(slug)}${paragraph ? `#${paragraphAnchor(paragraph)}` : ""}`,
  about: () => "/about",
  problems: (query: ProblemsQuery = {}) =>
    withQuery("/problems", { ...query, page: pageParameter(query.page) }),
  sitemap: () => "/sitemap.xml",
  /** The bytes of a photo or file; `thumb` is the small version of a photo. */
  attachment: (key: string, size?: "thumb") => withQuery(`/api/attachments/${key}`, { size }),
  /** Where a form sends a photo or file for a report, or for the correction of one. */
  uploads: (code: string, corrects: number | null = null) =>
    withQuery("/api/uploads", { code, corrects: corrects === null ? null : String(corrects) }),
  /** `isKept`: what was sent too late waits for who signs in. */
  signIn: (next?: string, isKept = false) => withQuery("/sign-in", { next, kept: isKept ? "1" : null }),
  staff: (done?: TaskChange) => withQuery("/staff", { done }),
  staffAccount: (done?: AccountChange) => withQuery("/staff/account", { done }),
  /** `corrects`: the number of the published report that is corrected. */
  staffProject: (code: string) => `/staff/projects/${encodeURIComponent(code)}`,
  staffReport: (code: string, corrects: number | null = null) =>
    `/staff/projects/${encodeURIComponent(code)}/report${corrects === null ? "" : `/correct/${corrects}`}`,
  /** `period`: the first day of the month that is to be reported on. */
  staffReportOf: (code: string, period: string) =>
    withQuery(`/staff/projects/${encodeURIComponent(code)}/report`, { period: period.slice(0, 7) }),
  staffReportCheck: (code: string, corrects: number | null = null) =>
    withQuery(`/staff/projects/${encodeURIComponent(code)}/report/check`, {
      corrects: corrects === null ? null : String(corrects),
    }),
  /** `problem`: why the last file was not taken. */
  staffReportAttachments: (code: string, corrects: number | null = null, problem?: string) =>
    withQuery(`/staff/projects/${encodeURIComponent(code)}/report/attachments`, {
      corrects: corrects === null ? null : String(corrects),
      problem,
    }),
  staffReportDone: (code: string, id: number) =>
    `/staff/projects/${encodeURIComponent(code)}/report/done/${id}`,
  /** `done`: the project before it was just checked. */
  staffStatusCheck: (code: string, done?: TaskChange) =>
    withQuery(`/staff/projects/${encodeURIComponent(code)}/verify`, { done }),
  staffAssign: (code: string) => `/staff/projects/${encodeURIComponent(code)}/assign`,
  staffHandover: (query: { from?: string; to?: string } = {}) => withQuery("/staff/handover", query),
  staffRounds: () => "/staff/rounds",
  // A round is named by its month, given by the first day.
  staffRound: (period: string, done?: RoundChange) => withQuery(roundPath(period), { done }),
  staffRoundGrid: (period: string, scope?: GridScope) => withQuery(`${roundPath(period)}/grid`, { scope }),
  /** With what is wrong in the draft, at one of its fields. */
  staffRoundGridErrors: (period: string, scope: GridScope, field: string) =>
    `${withQuery(`${roundPath(period)}/grid`, { scope, checked: "1" })}#${field}`,
  staffRoundGridCheck: (period: string, scope?: GridScope) =>
    withQuery(`${roundPath(period)}/grid/check`, { scope }),
  staffRoundGridDone: (period: string, scope?: GridScope) =>
    withQuery(`${roundPath(period)}/grid/done`, { scope }),
  staffRoundPublish: (period: string) => `${roundPath(period)}/publish`,
  staffRoundPublishCheck: (period: string) => `${roundPath(period)}/publish/check`,
  staffReview: (done?: ReviewChange) => withQuery("/staff/review", { done }),
  staffReviewItem: (kind: string, id: string | number) =>
    `/staff/review/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`,
  staffRegister: (query: RegisterQuery = {}) =>
    withQuery("/staff/register", { ...query, page: pageParameter(query.page) }),
  /** `key`: the code or slug of what is changed, `new`, or the number of one's own returned registration. */
  staffRegisterItem: (subject: string, key: string | number) =>
    `/staff/register/${encodeURIComponent(subject)}/${encodeURIComponent(key)}`,
  staffRegisterCheck: (subject: string, key: string | number) =>
    `/staff/register/${encodeURIComponent(subject)}/${encodeURIComponent(key)}/check`,
  staffRegisterDone: (id: number) => `/staff/register/done/${id}`,
  staffExport: () => "/staff/export",
  staffProjectExport: () => "/staff/export/projects.xlsx",
  staffImport: (problem?: string) => withQuery("/staff/import", { problem }),
  /** The preview of an upload; `show` is one verdict, `done` what was just done. */
  staffImportPreview: (id: number, query: { show?: string | null; page?: number; done?: string } = {}) =>
    withQuery(`/staff/import/${id}`, { ...query, page: pageParameter(query.page) }),
  staffImportReview: (id: number, page?: number) =>
    withQuery(`/staff/review/import/${id}`, { page: pageParameter(page) }),
  staffImportBadRows: (id: number) => `/staff/import/${id}/bad.xlsx`,
  staffReportSheet: (month?: string) => withQuery("/staff/import/reports.xlsx", { month }),
  /** The register as a sheet to be changed, or with `blank` only its columns. */
  staffRegisterSheet: (blank?: "blank") => withQuery("/staff/import/register.xlsx", { rows: blank }),
  /** Where a form sends a workbook. */
  workbookUploads: () => "/api/uploads/workbook",
  staffAccounts: (changed?: string) => withQuery("/staff/accounts", { changed }),
  staffAudit: (filter: AuditAddress = {}) => withQuery("/staff/audit", filter),
  /** Where forms save themselves while somebody types. */
  drafts: () => "/api/drafts",
} as const;

/** Id of a paragraph on the page of its source. */
export function paragraphAnchor(paragraph: number): string {
  return `p${paragraph}`;
}

/** Id of a report on the page of its project. */
export function reportAnchor(id: number): string {
  return `report-${id}`;
}

/** Id of a published register change on the page of what it is about. */
export function registerChangeAnchor(id: number): string {
  return `change-${id}`;
}

/** Id of a status check on the page of its project. */
export function statusCheckAnchor(id: number): string {
  return `check-${id}`;
}

/** Id of an event on the page of the audit. */
export function auditEventAnchor(number: number): string {
  return `event-${number}`;
}

function roundPath(period: string): string {
  return `/staff/rounds/${encodeURIComponent(period.slice(0, 7))}`;
}

function pageParameter(page: number | undefined): string | null {
  return page && page > 1 ? String(page) : null;
}

function withQuery(path: string, query: Record<string, string | null | undefined>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}
