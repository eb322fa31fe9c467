import { describe, expect, it } from "vitest";
import { ofDay, ofMonth } from "@/lib/format/date-range";
import {
  type ReportContent,
  reportRefusals,
  reportWarnings,
  stageSpokenOf,
} from "@/lib/progress/report-rules";

const today = "2015-09-28";
const report: ReportContent = {
  stage: "signed",
  changesStage: false,
  startedOn: null,
  stageNote: null,
  summary: "完成选址，正在办理用地手续。",
  percent: 45,
  arrivedYuan: 120_000_000n,
  completedYuan: null,
  readings: [{ commitment: "racks", value: 1_200, note: null }],
  milestones: [{ code: "built", actual: null }],
};
const last = {
  arrivedYuan: 90_000_000n,
  completedYuan: 50_000_000n,
  readings: new Map([
    ["racks", 800],
    ["servers", 0],
  ]),
};
const refusedFields = (more: Partial<ReportContent>) =>
  reportRefusals({ ...report, ...more }, today).map((refusal) => refusal.field);
const warnedFields = (more: Partial<ReportContent>) =>
  reportWarnings({ ...report, ...more }, last).map((warning) => warning.field);

describe("a report that is handed in", () => {
  it("without contradictions is accepted without a word", () => {
    expect(refusedFields({})).toEqual([]);
    expect(warnedFields({})).toEqual([]);
  });

  it("that speaks of construction while the stage is 签约 asks for the start or a reason", () => {
    const summary = "机房土建施工至三层，首批机柜进场。";
    expect(reportRefusals({ ...report, summary }, today)).toEqual([
      { field: "startedOn", message: "正文写到施工，阶段仍是签约。填开工日期，或说明原因。" },
    ]);
    expect(refusedFields({ summary, startedOn: ofDay("2015-09-20") })).toEqual([]);
    expect(refusedFields({ summary, stageNote: "是园区的配套道路" })).toEqual([]);
    expect(refusedFields({ summary, stage: "under_construction" })).toEqual([]);
    expect(refusedFields({ summary, changesStage: true })).toEqual([]);
  });

  it("that speaks of operation while the stage is another asks likewise", () => {
    const summary = "首条生产线正式投产，开始交货。";
    expect(reportRefusals({ ...report, stage: "under_construction", summary }, today)).toEqual([
      { field: "startedOn", message: "正文写到投产，阶段仍是在建。填投产日期，或说明原因。" },
    ]);
    expect(refusedFields({ summary, stage: "under_construction", stageNote: "只有首条线" })).toEqual([]);
    expect(refusedFields({ summary, stage: "operating" })).toEqual([]);
  });

  it("has a whole percent from 0 to 100, or none", () => {
    expect(refusedFields({ percent: 0 })).toEqual([]);
    expect(refusedFields({ percent: 100 })).toEqual([]);
    expect(refusedFields({ percent: null })).toEqual([]);
    for (const percent of [-1, 101, 45.5, Number.NaN])
      expect(refusedFields({ percent })).toEqual(["percent"]);
  });

  it("has no actual date that has not passed yet", () => {
    expect(refusedFields({ milestones: [{ code: "built", actual: ofDay("2015-09-29") }] })).toEqual([
      "milestone:built",
    ]);
    expect(refusedFields({ milestones: [{ code: "built", actual: ofDay(today) }] })).toEqual([]);
    expect(refusedFields({ startedOn: ofMonth(2015, 9) })).toEqual(["startedOn"]);
  });

  it("is warned, not refused, when a running total falls", () => {
    expect(warnedFields({ arrivedYuan: 89_999_999n, completedYuan: 49_999_999n })).toEqual([
      "arrivedYuan",
      "completedYuan",
    ]);
    expect(warnedFields({ arrivedYuan: 90_000_000n })).toEqual([]);
  });

  it("is warned when a reading falls without a note", () => {
    const fallen = { commitment: "racks", value: 799, note: null };
    expect(warnedFields({ readings: [fallen] })).toEqual(["reading:racks"]);
    expect(warnedFields({ readings: [{ ...fallen, note: "旧机柜拆除" }] })).toEqual([]);
  });

  it("is not warned about what is not filled in, or was never reported", () => {
    expect(warnedFields({ arrivedYuan: null, completedYuan: null })).toEqual([]);
    expect(warnedFields({ readings: [{ commitment: "racks", value: null, note: null }] })).toEqual([]);
    expect(warnedFields({ readings: [{ commitment: "new", value: 1, note: null }] })).toEqual([]);
  });
});

describe("a text", () => {
  it.each([
    "机房土建施工至三层",
    "9 月 20 日正式开工",
    "主体结构封顶",
    "正在打桩",
    "施工队伍进场",
    "未完成验收，继续施工",
  ])("that reports construction is noticed: %s", (text) => {
    expect(stageSpokenOf("signed", text)).toBe("under_construction");
    expect(stageSpokenOf("under_construction", text)).toBeNull();
  });

  it.each(["项目 9 月 20 日正式投产", "数据中心投入运营", "边施工边投产"])(
    "that reports operation is noticed: %s",
    (text) => {
      expect(stageSpokenOf("signed", text)).toBe("operating");
      expect(stageSpokenOf("under_construction", text)).toBe("operating");
      expect(stageSpokenOf("operating", text)).toBeNull();
    },
  );

  it.each([
    "完成选址",
    "尚未开工",
    "项目没有动工",
    "计划年底前开工",
    "拟于明年施工",
    "完成施工图设计",
    "取得施工许可证",
    "正在落实开工条件",
    "力争年底投产",
    "预计 12 月正式运营",
    "设备试投产",
    "办理投产手续",
    "签订合作运营协议",
    "",
  ])("that does not is left alone: %s", (text) => {
    expect(stageSpokenOf("signed", text)).toBeNull();
  });
});
