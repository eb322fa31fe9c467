import { describe, expect, it, test } from "vitest";
import { changeSentence, evidenceWords } from "@/lib/register-change/change-sentence";
import { takeTheirs, theirChanges } from "@/lib/register-change/proposal-conflict-rules";
import { groundsValues, readGrounds } from "@/lib/register-change/proposal-schema";
import { readRegisterQuery } from "@/lib/register-change/register-list-rules";

const today = "2016-09-20";
const evidence = { evidenceKind: "document", evidence: " 批复 ", evidenceOn: "2016年9月1日" };

describe("the grounds of a change", () => {
  it("are an evidence, its day, and for an edit the kind and the reason", () => {
    expect(readGrounds(evidence, { isNew: true, today })).toEqual({
      grounds: {
        kind: "creation",
        reason: null,
        evidence: { kind: "document", text: "批复", on: "2016-09-01" },
      },
    });
    const edit = { ...evidence, changeKind: "correction", reason: "写错了" };
    expect(readGrounds(edit, { isNew: false, today })).toMatchObject({
      grounds: { kind: "correction", reason: "写错了" },
    });
  });

  it.each([
    ["nothing at all", {}, ["changeKind", "evidence", "evidenceKind", "evidenceOn", "reason"]],
    [
      "a day to come",
      { ...evidence, evidenceOn: "2016-09-21", changeKind: "change", reason: "变了" },
      ["evidenceOn"],
    ],
    [
      "a kind that an edit cannot have",
      { ...evidence, changeKind: "creation", reason: "变了" },
      ["changeKind"],
    ],
  ])("are refused at their fields: %s", (_name, values, fields) => {
    const read = readGrounds(values, { isNew: false, today });
    expect("errors" in read && Object.keys(read.errors).sort()).toEqual(fields);
  });

  it("come back as they were typed", () => {
    const read = readGrounds({ ...evidence, changeKind: "change", reason: "变了" }, { isNew: false, today });
    if ("errors" in read) throw new Error("readable");
    expect(readGrounds(groundsValues(read.grounds), { isNew: false, today })).toEqual(read);
  });
});

describe("what somebody else published meanwhile", () => {
  const base = { name: "甲", summary: "原来", "party-0-name": "一", "party-1-name": "二" };
  const plain = (_field: string, value: string) => value;
  const changes = (mine: object, theirs: object, from: typeof base | null = base) =>
    theirChanges({ mine: { ...base, ...mine }, theirs: { ...base, ...theirs }, base: from }, plain);

  it("is put before the author only where it differs from what they typed", () => {
    expect(changes({ name: "乙" }, { summary: "新的" })).toEqual([
      { field: "summary", mine: "原来", theirs: "新的", isMineChanged: false },
    ]);
    expect(changes({ summary: "新的" }, { summary: "新的" })).toEqual([]);
  });

  it("says whether the author changed the same field", () => {
    expect(changes({ summary: "我的" }, { summary: "他的" })[0]?.isMineChanged).toBe(true);
  });

  it("takes a list of rows as one", () => {
    expect(changes({}, { "party-0-name": "零", "party-1-name": "" })).toEqual([
      { field: "party", mine: "一；二", theirs: "零", isMineChanged: false },
    ]);
  });

  it("is everything that differs where the beginning is no longer known", () => {
    expect(changes({ name: "乙" }, { summary: "新的" }, null).map(({ field }) => field)).toEqual([
      "name",
      "summary",
    ]);
  });

  it("takes the place of mine where the author chose it, rows and all", () => {
    const mine = {
      name: "乙",
      "party-0-name": "一",
      "party-2-name": "三",
      "take:party": "theirs",
      "take:name": "mine",
    };
    expect(takeTheirs(mine, { name: "甲", "party-0-name": "零" })).toEqual({
      name: "乙",
      "party-0-name": "零",
      "take:party": "theirs",
      "take:name": "mine",
    });
  });
});

test("the public reads which fields changed, and on what that rests", () => {
  const row = { before: "甲", after: "乙", delta: null, isInternal: false };
  const rows = [
    { ...row, field: "a", name: "签订地" },
    { ...row, field: "b", name: "内部的", isInternal: true },
    { ...row, field: "c", name: "没变的", after: "甲" },
  ];
  expect(changeSentence({ subject: "agreement", kind: "change" }, rows)).toBe("变更签订地。");
  expect(changeSentence({ subject: "agreement", kind: "creation" }, rows)).toBe("登记协议。");
  expect(changeSentence({ subject: "place", kind: "correction" }, [])).toBe("更正落户地。");
  expect(evidenceWords({ kind: "document", text: "批复", on: "2016-09-01" })).toBe(
    "文件或批复：批复（2016-09-01）",
  );
});

test("the list ignores what it cannot read of its address, and says what", () => {
  expect(readRegisterQuery({})).toEqual({ subject: "project", q: null, page: 1, ignored: [] });
  expect(readRegisterQuery({ subject: "agreement", q: " 中兴 ", page: "2" })).toEqual({
    subject: "agreement",
    q: "中兴",
    page: 2,
    ignored: [],
  });
  expect(readRegisterQuery({ subject: "standing", q: "字".repeat(101), page: "0" }).ignored).toEqual([
    "类别",
    "搜索",
    "页码",
  ]);
});
