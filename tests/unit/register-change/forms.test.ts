import { describe, expect, it, test } from "vitest";
import { agreementForm } from "@/lib/agreement/agreement-form-rules";
import { matchParties, type PartyRow } from "@/lib/agreement/agreement-party-rules";
import { organizationForm } from "@/lib/organization/organization-form-rules";
import { placeForm } from "@/lib/place/place-form-rules";
import type { KeptValues } from "@/lib/result";
import { slugOf } from "@/lib/slug";
import { agreementContent, party, typedAgreement } from "../../support/register-desk";

const organization = (slug: string, name: string, shortName: string, aliases: string[] = []) =>
  ({ slug, name, shortName, kind: "enterprise", aliases }) as const;

const known = {
  organizations: [
    { ...organization("zunyi", "遵义市人民政府", "遵义市人民政府"), kind: "government" as const },
    organization("zte", "深圳中兴通讯集团", "中兴", ["中兴通讯"]),
    organization("one", "同名公司", "甲"),
    organization("two", "同名公司", "乙"),
  ],
};

const errorsOf = (values: KeptValues) => {
  const read = agreementForm.read(typedAgreement(values), known);
  return "errors" in read ? read.errors : {};
};

describe("the agreement form", () => {
  it("reads what people type: Chinese dates, amounts with their unit, names of every kind", () => {
    expect(agreementForm.read(typedAgreement(), known)).toEqual({ content: agreementContent() });
    const read = agreementForm.read(
      typedAgreement({ "party-1-organization": "中兴通讯", "party-1-kind": "" }),
      known,
    );
    expect("content" in read && read.content.parties[1]?.organization).toBe("zte");
  });

  it.each([
    ["everything stated", agreementContent()],
    [
      "nothing but what must be",
      agreementContent({
        title: null,
        callName: "没有名称的协议",
        kind: null,
        signed: null,
        signedPlace: null,
        agreedInvestment: null,
        currency: "USD",
        parties: [party("遵义一方", "zunyi"), party("另一方", null)],
      }),
    ],
    ["a small amount", agreementContent({ agreedInvestment: "1" })],
  ])("shows a content and reads it back unchanged: %s", (_name, content) => {
    expect(agreementForm.read(agreementForm.values(content, known), known)).toEqual({ content });
  });

  it.each([
    ["no name and no words for it", { title: "" }, ["callName"]],
    ["an unknown company without its kind", { "party-1-kind": "" }, ["party-1-organization"]],
    ["a kind without a company", { "party-1-organization": "" }, ["party-1-organization"]],
    [
      "a name that two have",
      { "party-1-organization": "同名公司", "party-1-kind": "" },
      ["party-1-organization"],
    ],
    ["another kind than registered", { "party-0-kind": "enterprise" }, ["party-0-organization"]],
    [
      "one party twice",
      { "party-1-organization": "遵义市人民政府", "party-1-kind": "" },
      ["party-1-organization"],
    ],
    [
      "a single party",
      { "party-1-name": "", "party-1-organization": "", "party-1-kind": "" },
      ["party-1-name"],
    ],
    ["a party without a name", { "party-1-name": "" }, ["party-1-name"]],
  ])("refuses %s at its field", (_name, values, fields) => {
    expect(Object.keys(errorsOf(values))).toEqual(fields);
  });

  it("names its fields, rows of parties too, as the page does", () => {
    expect(agreementForm.fieldName("signedPlace")).toBe("签订地");
    expect(agreementForm.fieldName("party-1-organization")).toBe("签约方 2 的单位");
    expect(agreementForm.valueName("party-1-kind", "zone")).toBe("园区");
  });

  it("shows two contents field by field, with what the amount grew by", () => {
    const after = agreementContent({ title: null, callName: "叫法", agreedInvestment: "1000000000" });
    const rows = agreementForm.diff(agreementContent(), after, known);
    const changed = rows.filter(({ before, after: now }) => before !== now);
    expect(changed.map(({ name, before, after: now, delta }) => [name, before, now, delta])).toEqual([
      ["协议名称", "智能终端产业园投资协议", null, null],
      ["叫法", null, "叫法", null],
      ["协议投资额", "12 亿元", "10 亿元", "－2 亿元"],
    ]);
    const dollars = agreementContent({ currency: "USD" });
    expect(
      agreementForm
        .diff(agreementContent(), dollars, known)
        .find(({ field }) => field === "agreedInvestment"),
    ).toMatchObject({
      before: "12 亿元",
      after: "12 亿美元",
      delta: null,
    });
  });
});

test("organizations and places come back as they were typed", () => {
  const content = {
    name: "甲公司",
    shortName: "甲",
    kind: "enterprise",
    description: null,
    aliases: ["甲厂", "老甲"],
  } as const;
  const stored = { ...content, aliases: [...content.aliases] };
  expect(organizationForm.read(organizationForm.values(stored))).toEqual({ content: stored });
  expect(placeForm.read(placeForm.values({ name: "汇川区" }))).toEqual({ content: { name: "汇川区" } });
  expect(organizationForm.read({ name: "", kind: "x" })).toHaveProperty("errors.kind");
  expect(placeForm.read({ name: " " })).toHaveProperty("errors.name");
});

describe("the rows of parties", () => {
  const row = (id: number, nameInTitle: string, organizationId: number | null, isOut = false): PartyRow => ({
    id,
    nameInTitle,
    organizationId,
    isOut,
  });
  const rows = [row(1, "甲", 10), row(2, "乙", 20), row(3, "丙", 30, true)];
  const keptRows = (parties: { nameInTitle: string; organizationId: number | null }[]) => {
    const { out, places } = matchParties(rows, parties);
    return { out, kept: places.map(({ row: id, isSame }) => [id, isSame]) };
  };

  it("stay with who stays, in whatever order", () => {
    const parties = [
      { nameInTitle: "乙", organizationId: 20 },
      { nameInTitle: "甲", organizationId: 10 },
    ];
    expect(keptRows(parties)).toEqual({
      out: [],
      kept: [
        [2, true],
        [1, true],
      ],
    });
  });

  it("stay with a party that got another name or organization", () => {
    const parties = [
      { nameInTitle: "甲方", organizationId: 10 },
      { nameInTitle: "乙", organizationId: 21 },
    ];
    expect(keptRows(parties)).toEqual({
      out: [],
      kept: [
        [1, false],
        [2, false],
      ],
    });
  });

  it("go out with who goes, and come back with who comes back", () => {
    const parties = [
      { nameInTitle: "甲", organizationId: 10 },
      { nameInTitle: "丙", organizationId: 30 },
      { nameInTitle: "丁", organizationId: null },
    ];
    expect(keptRows(parties)).toEqual({
      out: [2],
      kept: [
        [1, true],
        [3, false],
        [null, false],
      ],
    });
  });
});

test("no address is the word that stands for something new", () => {
  expect(slugOf("new", [])).toBe("nnew");
  expect(slugOf("New", ["nnew"])).toBe("nnew-2");
});
