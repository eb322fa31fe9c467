import { describe, expect, it, test } from "vitest";
import {
  agreementLikeness,
  organizationLikeness,
  placeLikeness,
  plainName,
} from "@/lib/register-change/likeness-rules";
import { agreementContent, newParty, party } from "../../support/register-desk";

test("a name is the same whatever spaces, quotes and widths it is written with", () => {
  expect(plainName("《遵义市 与ＺＴＥ（深圳）合作协议》")).toBe(plainName("遵义市与zte(深圳)合作协议"));
});

describe("two agreements", () => {
  const one = agreementContent();

  it("are very likely one when parties, in any order, and name are the same", () => {
    const other = agreementContent({
      parties: [...one.parties].reverse(),
      signed: null,
      title: "《智能终端产业园投资协议》",
    });
    expect(agreementLikeness(one, other)).toEqual({ isSame: true, why: "签约方相同，名称相同" });
  });

  it.each([
    ["a similar name", { title: "智能终端产业园补充投资协议", callName: "补充" }, "签约方相同，名称相近"],
    ["the same day", { title: "别的文件", callName: "别的文件" }, "签约方相同，签订日期相同"],
    [
      "name and day, not the parties",
      { parties: [party("甲", "zunyi"), party("乙", "zte")] },
      "名称和签订日期相同，签约方不同",
    ],
  ])("look alike by %s", (_name, changed, why) => {
    expect(agreementLikeness(one, agreementContent(changed))).toEqual({ isSame: false, why });
  });

  it("are different when neither parties nor name and day agree", () => {
    const parties = [party("甲", "zunyi"), newParty("乙公司")];
    expect(agreementLikeness(one, agreementContent({ parties, signed: null }))).toBeNull();
    const title = { title: "另一份文件", callName: "另一份文件", signed: null };
    expect(agreementLikeness(one, agreementContent(title))).toBeNull();
  });

  it("are not the same day when neither is dated", () => {
    const undated = (name: string) => agreementContent({ title: name, callName: name, signed: null });
    expect(agreementLikeness(undated("甲文件"), undated("乙方案"))).toBeNull();
  });
});

describe("two organizations", () => {
  const company = (name: string, shortName = name, aliases: string[] = []) =>
    ({ name, shortName, kind: "enterprise", description: null, aliases }) as const;

  it("are very likely one by their full name", () => {
    expect(organizationLikeness(company("以晴集团"), company("以晴 集团"))?.isSame).toBe(true);
  });

  it("look alike by a short name, an alias or the name without its legal form", () => {
    const why = (one: ReturnType<typeof company>, other: ReturnType<typeof company>) =>
      organizationLikeness(one, other)?.why;
    expect(why(company("甲公司", "甲"), company("甲科技集团", "甲"))).toBe("简称或别称相同");
    expect(why(company("甲公司"), company("乙公司", "乙", ["甲公司"]))).toBe("简称或别称相同");
    expect(why(company("云上科技有限公司"), company("云上科技股份有限公司"))).toBe("全称相近");
    expect(why(company("云上科技"), company("山下科技"))).toBeUndefined();
  });
});

test("a place looks like another of whose name it is part", () => {
  expect(placeLikeness({ name: "新蒲" }, { name: "新蒲新区" })?.isSame).toBe(false);
  expect(placeLikeness({ name: "汇川区" }, { name: "汇川 区" })?.isSame).toBe(true);
  expect(placeLikeness({ name: "仁怀市" }, { name: "汇川区" })).toBeNull();
});
