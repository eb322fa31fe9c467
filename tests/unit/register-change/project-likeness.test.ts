import { expect, it } from "vitest";
import { projectLikeness } from "@/lib/register-change/likeness-rules";
import type { ComparedProject } from "@/lib/register-change/project-content-schema";

const cabinets = {
  ordinal: 1,
  indicator: "机柜",
  target: 10_000,
  unit: "个",
  note: null,
  isMeasurable: true,
  due: null,
  reason: null,
};
const dataCentre: ComparedProject = {
  name: "中兴大数据中心",
  agreement: "A2015-02",
  investors: ["zte", "eqing"],
  newInvestors: [],
  newPlace: null,
  commitments: [cabinets],
};
const other = (changed: Partial<ComparedProject>): ComparedProject => ({
  ...dataCentre,
  agreement: null,
  commitments: [],
  ...changed,
});

it("projects of the same enterprises and the same name are the same, however they are written", () => {
  const written = other({ name: "中兴“大数据”中心", investors: ["eqing", "zte"] });
  expect(projectLikeness(dataCentre, written)).toEqual({ isSame: true, why: "企业相同，名称相同" });
});

it("a similar name with the same enterprises, or the same name with others, is worth a look", () => {
  expect(projectLikeness(dataCentre, other({ name: "中兴大数据中心二期" }))).toMatchObject({ isSame: false });
  expect(projectLikeness(dataCentre, other({ investors: ["kuangchi"] }))).toMatchObject({
    isSame: false,
    why: "名称相同，企业不同",
  });
});

it("the same quantity promised under the same agreement is worth a look", () => {
  const promised = {
    name: "云计算基地",
    investors: ["kuangchi"],
    agreement: "A2015-02",
    commitments: [cabinets],
  };
  expect(projectLikeness(dataCentre, other(promised))).toEqual({
    isSame: false,
    why: "协议相同，承诺事项“机柜”的目标值相同",
  });
  const less = { ...promised, commitments: [{ ...cabinets, target: 5_000 }] };
  expect(projectLikeness(dataCentre, other(less))).toBeNull();
});

it("projects that share neither are different", () => {
  expect(projectLikeness(dataCentre, other({ name: "冷链园", investors: ["kuangchi"] }))).toBeNull();
  expect(projectLikeness(dataCentre, other({ name: "冷链园" }))).toBeNull();
});
