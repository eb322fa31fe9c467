/** A report as it was ticked: the version that the reviewer saw. */
export type TickedReport = { id: number; version: number; isMoneyPublic: boolean };

/** The value of the box that ticks a report. */
export const tickedValue = ({ id, version }: { id: number; version: number }) => `${id}:${version}`;

const ticked = /^(\d{1,9}):(\d{1,9})$/;

/** The ticked reports of a form or an address; `money` holds the ids whose money is public too. What is no number falls away. */
export function readTicked(reports: readonly string[], money: readonly string[]): TickedReport[] {
  const isPublic = new Set(money.map(Number));
  const read = reports.flatMap((value) => {
    const [, id, version] = ticked.exec(value) ?? [];
    return id && version ? [{ id: Number(id), version: Number(version) }] : [];
  });
  const byId = new Map(read.map((report) => [report.id, report]));
  return [...byId.values()].map((report) => ({ ...report, isMoneyPublic: isPublic.has(report.id) }));
}

/** What a reviewer has to look at on the report's own page, so that it is not published with others. */
type Weighty = {
  isOwn: boolean;
  correctsId: number | null;
  content: { newStage: string | null; newCondition: string | null; note: string | null };
  warnings: readonly unknown[];
};

/** Why a report is not published together with others, in a few words; null: it may be. */
export function bulkObstacle({ isOwn, correctsId, content, warnings }: Weighty): string | null {
  if (isOwn) return "自己填的，由另一位审核员决定";
  if (correctsId !== null) return "更正已发布的填报";
  if (content.newStage !== null) return "阶段有变化";
  if (content.newCondition !== null) return "状况有变化";
  if (content.note !== null) return "正文写到施工，阶段仍是签约";
  return warnings.length > 0 ? "数字比上期少" : null;
}

/** What became of one report of a bulk publication. */
export type PublicationOutcome = {
  id: number;
  code: string;
  name: string;
  isPublished: boolean;
  /** Why not; null where it was published. */
  message: string | null;
};
