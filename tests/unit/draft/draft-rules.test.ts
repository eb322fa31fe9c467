import { describe, expect, it } from "vitest";
import {
  changesTo,
  draftInput,
  fieldDifferences,
  openedForm,
  type StoredDraft,
  takenOf,
  untouchedForm,
} from "@/lib/draft/draft-rules";

const draft = (input: StoredDraft["input"], version = 1): StoredDraft => ({
  input,
  version,
  savedAt: "2016-09-20T06:05:00+00:00",
});

describe("a draft keeps", () => {
  it("what was typed, and nothing that the page added", () => {
    const added = { code: "P2015-05", keeper: "x", draftVersion: "2", parkedVersion: "", intent: "save" };
    const named = { subject: "place", key: "new", scope: "own", takeVersion: "3", "take:name": "mine" };
    expect(draftInput({ ...added, ...named, percent: "45" })).toEqual({ percent: "45" });
  });

  it("of two versions the one that was chosen, field by field", () => {
    const sent = { percent: "20", note: "甲", "choose:percent": "10", "choose:note": "甲" };
    expect(draftInput(sent)).toEqual({ percent: "10", note: "甲" });
    const differences = fieldDifferences({ percent: "20", note: "甲" }, { percent: "10", note: "乙" });
    expect(takenOf(differences, sent).map(({ field }) => field)).toEqual(["percent"]);
  });
});

describe("two versions of a form differ", () => {
  it("in what was typed, an empty field being the same as none", () => {
    expect(fieldDifferences({ percent: "10", note: "" }, { percent: "20" })).toEqual([
      { field: "percent", mine: "10", stored: "20" },
    ]);
  });

  it("and become the same by what is filled in or emptied", () => {
    const rows = { "party-0-name": "甲", "party-1-name": "乙" };
    expect(changesTo({ "party-0-name": "乙", note: "" }, rows)).toEqual({
      "party-0-name": "乙",
      "party-1-name": "",
    });
  });

  it("not in how many rows they show, or what stood when they were begun", () => {
    const mine = { "milestone-rows": "3", baseVersion: "1" };
    expect(fieldDifferences(mine, { "milestone-rows": "2", baseVersion: "2" })).toEqual([]);
  });

  it("not in which window sent them, how often, or which problem a row is about", () => {
    const mine = { formId: "one", turn: "3", "problem-0-key": "a" };
    expect(fieldDifferences(mine, { formId: "two", turn: "1", "problem-0-key": "b" })).toEqual([]);
  });
});

describe("a form opens", () => {
  it("empty where nothing was typed", () => {
    expect(openedForm(null, null)).toBeNull();
    expect(untouchedForm({ period: "2016-08" })).toMatchObject({ draftVersion: null, differences: [] });
  });

  it("as the draft has it", () => {
    expect(openedForm(draft({ percent: "10" }, 4), null)).toMatchObject({
      values: { percent: "10" },
      draftVersion: 4,
      parkedVersion: null,
    });
  });

  it("with what came after the session's end, where the draft has not changed since", () => {
    const parked = draft({ percent: "20", draftVersion: "4" }, 7);
    expect(openedForm(draft({ percent: "10" }, 4), parked)).toEqual({
      values: { percent: "20" },
      draftVersion: 4,
      savedAt: null,
      differences: [],
      parkedVersion: 7,
    });
  });

  it("with a choice, where it has", () => {
    const parked = draft({ percent: "20", draftVersion: "3" }, 7);
    expect(openedForm(draft({ percent: "10" }, 4), parked)?.differences).toHaveLength(1);
  });

  it("as the draft has it, where what came late says the same", () => {
    const parked = draft({ percent: "10", draftVersion: "3" });
    expect(openedForm(draft({ percent: "10" }, 4), parked)).toMatchObject({ parkedVersion: null });
  });
});
