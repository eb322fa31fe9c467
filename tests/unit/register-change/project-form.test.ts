import { describe, expect, it } from "vitest";
import type { RegisterNames } from "@/lib/draft/register-names-dto";
import { ofDay, ofMonth, ofYear } from "@/lib/format/date-range";
import { usualMilestones } from "@/lib/milestone/usual-milestone-rules";
import type { WholeProject } from "@/lib/register-change/project-content-schema";
import { projectForm } from "@/lib/register-change/project-form";
import { numberedValues, templateField } from "@/lib/register-change/project-row-rules";
import type { KeptValues } from "@/lib/result";

const known: RegisterNames = {
  organizations: [
    { slug: "zte", name: "中兴通讯", shortName: "中兴", kind: "enterprise", aliases: ["ZTE"] },
    { slug: "eqing", name: "以晴集团", shortName: "以晴", kind: "enterprise", aliases: [] },
    { slug: "eqing-2", name: "以晴投资", shortName: "以晴", kind: "enterprise", aliases: [] },
  ],
  places: [{ slug: "xinpu", name: "新蒲新区" }],
  agreements: [{ code: "A2015-02", title: null, callName: "中兴与遵义一方的协议" }],
};

const project: WholeProject = {
  name: "示例物流园",
  shortName: "物流园",
  type: "engineering",
  summary: "建设仓储和配送中心",
  agreement: "A2015-02",
  agreementNote: null,
  place: "xinpu",
  newPlace: null,
  investors: ["zte"],
  newInvestors: ["新来的公司"],
  plannedInvestment: "120005000",
  agreedInvestment: null,
  currency: "USD",
  stages: [
    { stage: "signed", on: ofDay("2016-07-01"), evidence: "合同", reason: null },
    { stage: "operating", on: ofMonth(2016, 8), evidence: null, reason: "租用厂房" },
  ],
  commitments: [
    {
      ordinal: 1,
      indicator: "仓库",
      target: 40_000.5,
      unit: "平方米",
      note: "分两期",
      isMeasurable: true,
      due: ofYear(2017),
      reason: "增加二期",
    },
    {
      ordinal: null,
      indicator: "带动就业",
      target: null,
      unit: null,
      note: null,
      isMeasurable: false,
      due: null,
      reason: null,
    },
  ],
  milestones: [
    { ordinal: 2, title: "用地", note: null, planned: ofMonth(2016, 11), reason: "材料补正" },
    { ordinal: null, title: "竣工", note: "按合同", planned: null, reason: null },
  ],
};

const typed = (values: KeptValues = {}): KeptValues => ({
  name: "示例物流园",
  type: "engineering",
  summary: "建设仓储和配送中心",
  currency: "CNY",
  "investor-0-name": "中兴",
  "stage-signed-on": "2016年7月1日",
  ...values,
});

function read(values: KeptValues) {
  const result = projectForm.read(values, known);
  if ("errors" in result) throw new Error(JSON.stringify(result.errors));
  return result.content;
}

const errorsOf = (values: KeptValues) => {
  const result = projectForm.read(values, known);
  return "errors" in result ? Object.keys(result.errors) : [];
};

describe("the form of a project", () => {
  it("shows a content so that reading it gives the same content", () => {
    expect(read(projectForm.values(project, known))).toEqual(project);
  });

  it("takes what a Chinese keyboard types", () => {
    const content = read(typed({ plannedInvestment: "１．２亿", "stage-signed-on": "2016年7月1日" }));
    expect(content).toMatchObject({ plannedInvestment: "120000000", stages: [{ on: ofDay("2016-07-01") }] });
  });

  it("knows a place, an agreement and an enterprise by any of their names, and takes others for new", () => {
    const named = {
      place: "新蒲新区",
      agreement: "a2015-02",
      "investor-0-name": "ZTE",
      "investor-1-name": "新公司",
    };
    expect(read(typed(named))).toMatchObject({
      place: "xinpu",
      newPlace: null,
      agreement: "A2015-02",
      investors: ["zte"],
      newInvestors: ["新公司"],
    });
    expect(read(typed({ place: "南部新区" }))).toMatchObject({ place: null, newPlace: "南部新区" });
  });

  it("does not guess which of two is meant, nor take an unknown agreement", () => {
    expect(errorsOf(typed({ "investor-0-name": "以晴" }))).toEqual(["investor-0-name"]);
    expect(errorsOf(typed({ agreement: "A2099-01" }))).toEqual(["agreement"]);
  });

  it("says at each input what is wrong with it", () => {
    const wrong = {
      name: " ",
      type: "castle",
      "commitment-0-indicator": "机柜",
      "commitment-0-target": "100",
      "milestone-0-planned": "明年",
      "stage-operating-on": "2016-02-30",
    };
    expect(errorsOf(typed(wrong)).sort()).toEqual([
      "commitment-0-unit",
      "milestone-0-planned",
      "milestone-0-title",
      "name",
      "stage-operating-on",
      "type",
    ]);
  });

  it("numbers rows without gaps, so that an error stands where the row is shown", () => {
    const gaps = { "milestone-0-title": "", "milestone-2-title": "竣工", "milestone-2-planned": "看不懂" };
    expect(errorsOf(typed(gaps))).toEqual(["milestone-0-planned"]);
    expect(numberedValues(typed(gaps))).toMatchObject({ "milestone-0-title": "竣工" });
  });

  it("adds the usual milestones once, after those that are there", () => {
    const asked = typed({
      "milestone-0-title": "用地",
      "milestone-0-planned": "2016-11",
      [templateField]: "yes",
    });
    const titles = read(asked).milestones.map(({ title }) => title);
    expect(titles).toEqual([
      "用地",
      ...usualMilestones.map(({ title }) => title).filter((title) => title !== "用地"),
    ]);
    expect(numberedValues(numberedValues(asked))).toEqual(numberedValues(asked));
  });

  it("calls every input by a name", () => {
    expect(projectForm.fieldName("milestone-2-planned")).toBe("节点 3 的时限");
    expect(projectForm.fieldName("stage-operating-reason")).toBe("投产没有开工记录的原因");
    expect(projectForm.fieldName("investor-0-name")).toBe("企业 1 的名称");
    expect(projectForm.fieldName("plannedInvestment")).toBe("计划总投资");
  });
});

describe("the differences of two projects", () => {
  const changes = (before: WholeProject | null, after: WholeProject) =>
    projectForm.diff(before, after, known).filter((row) => row.before !== row.after);

  /** As the register has it: every row has its ordinal, and nothing moves. */
  const standing: WholeProject = {
    ...project,
    stages: [],
    commitments: project.commitments.map((row, index) => ({ ...row, ordinal: index + 1, reason: null })),
    milestones: project.milestones.map((row, index) => ({ ...row, ordinal: index + 1, reason: null })),
  };

  it("are none between two that say the same", () => {
    expect(changes(standing, standing)).toEqual([]);
  });

  it("name what is new, and all that a first registration states", () => {
    const rows = changes(null, project);
    expect(rows.map(({ name, after }) => [name, after])).toEqual([
      ["项目名称", "示例物流园"],
      ["简称", "物流园"],
      ["类型", "工程"],
      ["项目内容", "建设仓储和配送中心"],
      ["企业", "中兴通讯、新来的公司（新登记）"],
      ["所属协议", "A2015-02 中兴与遵义一方的协议"],
      ["落户地", "新蒲新区"],
      ["计划总投资", "1.2 亿美元"],
      ["签约", "2016-07-01，依据：合同"],
      ["投产", "2016-08，说明：租用厂房"],
      ["承诺事项“仓库”", "40,000.5 平方米，时限 2017 年，备注：分两期。调整原因：增加二期"],
      ["承诺事项“带动就业”", "没有目标值，没有时限，不用数字衡量"],
      ["节点“用地”", "时限 2016-11。调整原因：材料补正"],
      ["节点“竣工”", "没有时限，备注：按合同"],
    ]);
  });

  it("set the old deadline beside the new one, with the reason", () => {
    const [land, ...others] = standing.milestones;
    if (!land) throw new Error("the project has milestones");
    const moved = { ...land, planned: ofYear(2017), reason: "资金未到位" };
    expect(changes(standing, { ...standing, milestones: [moved, ...others] })).toEqual([
      expect.objectContaining({
        field: "milestone-0-title",
        name: "节点“用地”",
        before: "时限 2016-11",
        after: "时限 2017 年。调整原因：资金未到位",
      }),
    ]);
  });

  it("do not subtract dollars from yuan", () => {
    const [row] = changes({ ...standing, currency: "CNY" }, standing);
    expect(row).toMatchObject({ before: "1.2 亿元", after: "1.2 亿美元", delta: null });
  });
});
