import type { IsoDate } from "@/lib/format/calendar-day";
import { type DateRange, happenedBy } from "@/lib/format/date-range";
import { futureActualDate, type Stage } from "@/lib/project/project-rules";
import type { Refusal } from "@/lib/refusal";
import { stageText } from "@/lib/text/stage-text";

/** A value reported on a commitment (cabinets, servers …); null is not filled in this time. */
export type Reading = { commitment: string; value: number | null; note: string | null };

/** What the rules of the report form look at. */
export type ReportContent = {
  /** On record. */
  stage: Stage;
  /** The report itself says that the stage changes. */
  changesStage: boolean;
  startedOn: DateRange | null;
  /** Why the stage stays as it is although the text speaks of a later one. */
  stageNote: string | null;
  summary: string;
  /** 0–100. */
  percent: number | null;
  arrivedYuan: bigint | null;
  completedYuan: bigint | null;
  readings: readonly Reading[];
  milestones: readonly { code: string; actual: DateRange | null }[];
};

/** The last published values of the same project; all of them are running totals. */
export type LastPublished = {
  arrivedYuan: bigint | null;
  completedYuan: bigint | null;
  readings: ReadonlyMap<string, number>;
};

/** What must be mended before the report can be handed in. Fields: name, or `milestone:<code>`. */
export function reportRefusals(report: ReportContent, today: IsoDate): Refusal[] {
  return [...stageRefusals(report, today), ...percentRefusals(report), ...milestoneRefusals(report, today)];
}

/** What is worth a second look and may be handed in all the same. Fields: name, or `reading:<commitment>`. */
export function reportWarnings(report: ReportContent, last: LastPublished): Refusal[] {
  return [
    ...fallWarnings("arrivedYuan", "累计到位资金", report.arrivedYuan, last.arrivedYuan),
    ...fallWarnings("completedYuan", "累计完成投资", report.completedYuan, last.completedYuan),
    ...report.readings
      .filter((reading) => !reading.note)
      .flatMap(({ commitment, value }) =>
        fallWarnings(`reading:${commitment}`, "累计数", value, last.readings.get(commitment) ?? null),
      ),
  ];
}

const notYet = "(?:未|没有|没|待|拟|计划|准备|即将|预计|争取|力争|确保)[^，。；！？\\n]{0,6}?";

/** What is said of each stage, and what only sounds like it. */
const spoken = {
  under_construction: {
    words: /施工|开工|动工|破土|奠基|土建|打桩|桩基|浇筑|封顶/,
    not: [
      // Not yet, or only planned.
      new RegExp(`${notYet}(?:施工|开工|动工|奠基|破土)`, "g"),
      // Papers about construction, not construction.
      /施工(?:图|许可|招标|合同|方案|单位|准备)|开工(?:条件|准备|手续|许可|报告)/g,
    ],
  },
  operating: {
    words: /投产|投入运营|正式运营|开始运营|投入生产/,
    not: [
      new RegExp(`${notYet}(?:投产|投入运营|正式运营|开始运营|投入生产)`, "g"),
      // A trial, and what comes before or is counted from it.
      /试投产|投产(?:条件|准备|手续|计划|目标|日期|时间|前|后)/g,
    ],
  },
} as const;

function speaksOf(stage: keyof typeof spoken, text: string): boolean {
  const { words, not } = spoken[stage];
  return words.test(not.reduce((rest, phrase) => rest.replace(phrase, ""), text));
}

/** The later stage that a text speaks of; null: none. A hint that asks a question, never a decision. */
export function stageSpokenOf(stage: Stage, text: string): keyof typeof spoken | null {
  if (stage !== "operating" && speaksOf("operating", text)) return "operating";
  return stage === "signed" && speaksOf("under_construction", text) ? "under_construction" : null;
}

/** What to ask where the text speaks of a later stage than the one on record. */
export function stageQuestion(stage: Stage, later: keyof typeof spoken): string {
  const [speaksOfIt, day] = later === "operating" ? ["投产", "投产日期"] : ["施工", "开工日期"];
  return `正文写到${speaksOfIt}，阶段仍是${stageText[stage]}。填${day}，或说明原因。`;
}

function stageRefusals(report: ReportContent, today: IsoDate): Refusal[] {
  if (report.startedOn !== null && !happenedBy(report.startedOn, today)) {
    return [{ field: "startedOn", message: futureActualDate(today) }];
  }
  const isExplained = report.startedOn !== null || report.changesStage || Boolean(report.stageNote?.trim());
  const later = isExplained ? null : stageSpokenOf(report.stage, report.summary);
  return later ? [{ field: "startedOn", message: stageQuestion(report.stage, later) }] : [];
}

function percentRefusals({ percent }: ReportContent): Refusal[] {
  const isFit = percent === null || (Number.isInteger(percent) && percent >= 0 && percent <= 100);
  return isFit ? [] : [{ field: "percent", message: "请填 0 到 100 的整数，例如 45。" }];
}

function milestoneRefusals({ milestones }: ReportContent, today: IsoDate): Refusal[] {
  return milestones
    .filter(({ actual }) => actual !== null && !happenedBy(actual, today))
    .map(({ code }) => ({ field: `milestone:${code}`, message: futureActualDate(today) }));
}

function fallWarnings<Value extends number | bigint>(
  field: string,
  name: string,
  value: Value | null,
  last: Value | null,
): Refusal[] {
  if (value === null || last === null || value >= last) return [];
  return [{ field, message: `${name}比上期已发布的少。请核对；确实减少的，请说明原因。` }];
}
