import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { submitReport } from "@/lib/progress/progress-commands";
import { publishReport } from "@/lib/progress/review-commands";
import { findRecordedStanding } from "@/lib/project/standing-register-queries";
import type { StandingContent } from "@/lib/project/standing-schema";
import { submitChange } from "@/lib/register-change/register-change-commands";
import { publishChange } from "@/lib/register-change/register-review-commands";
import type { KeptValues } from "@/lib/result";
import { viewerOf } from "../../support/cast";
import { openDesk, projectRow, reportOf } from "../../support/staff-desk";

let zhao: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  sun = await viewerOf("sun");
});

const handIn = (code: string, values: KeptValues, corrects: number | null = null) =>
  submitReport(zhao, { code, requestId: randomUUID(), report: reportOf(values), returned: null, corrects });

async function published(code: string, values: KeptValues, corrects: number | null = null): Promise<number> {
  const { id } = await handIn(code, values, corrects);
  await publishReport(sun, { id, version: 1, isMoneyPublic: false });
  return id;
}

/** Corrects the record itself, as the register does. */
async function recordCorrected(code: string, change: Partial<StandingContent>): Promise<void> {
  const standing = await findRecordedStanding(db, { key: code });
  if (!standing) throw new Error(`no project ${code}`);
  const { id } = await submitChange(zhao, {
    subject: "standing",
    kind: "correction",
    key: code,
    baseVersion: standing.version,
    content: { ...standing.content, ...change },
    reason: "核对原件，记录有误",
    evidence: { kind: "document", text: "开工令原件", on: "2016-09-01" },
    requestId: randomUUID(),
    returned: null,
    form: `standing:${code}`,
  });
  await publishChange(sun, { id, version: 1 });
}

const refusedAt = (attempt: Promise<unknown>) =>
  attempt.then(
    () => [],
    (error) => Object.keys(error.fieldErrors ?? {}),
  );

const why = { correctionReason: "正文有错字" };
const july = { period: "2016-07" };
const started = {
  ...july,
  newStage: "under_construction",
  stageOn: "2016-07-05",
  stageEvidence: "开工令",
};
const paused = {
  ...july,
  newCondition: "paused",
  conditionReason: "等待用地批复",
  conditionReviewOn: "2016-12-01",
};

test("correcting a report does not bring a stage back that the register has struck out", async () => {
  const old = await published("P2015-01", started);
  await recordCorrected("P2015-01", { startedOn: null, startedEvidence: null });
  expect(await refusedAt(handIn("P2015-01", { ...started, ...why }, old))).toEqual(["newStage"]);
  await published("P2015-01", { ...july, ...why }, old);
  expect((await projectRow("P2015-01")).stage).toBe("signed");
});

test("nor its old date, where the register has another by now", async () => {
  const old = await published("P2015-02", started);
  const right = { from: "2016-06-20", to: "2016-06-20", precision: "day" as const };
  await recordCorrected("P2015-02", { startedOn: right });
  expect(await refusedAt(handIn("P2015-02", { ...started, ...why }, old))).toEqual(["newStage"]);
  await published("P2015-02", { ...july, ...why }, old);
  expect((await projectRow("P2015-02")).stageTo).toEqual(new Date("2016-06-20"));
});

test("nor a condition", async () => {
  const old = await published("P2015-03", paused);
  await recordCorrected("P2015-03", { conditions: [] });
  expect(await refusedAt(handIn("P2015-03", { ...paused, ...why }, old))).toEqual(["newCondition"]);
  await published("P2015-03", { ...july, ...why }, old);
  expect((await projectRow("P2015-03")).condition).toBeNull();
});

test("a correction ends no project that went on afterwards", async () => {
  const old = await published("P2015-04", paused);
  await published("P2015-04", { period: "2016-08", newCondition: "active", conditionReason: "用地已落实" });
  const ended = { ...july, ...why, newCondition: "terminated", conditionReason: "双方解除协议" };
  expect(await refusedAt(handIn("P2015-04", ended, old))).toEqual(["newCondition"]);
  await published("P2015-04", { ...paused, ...why, conditionReason: "等待用电" }, old);
  expect((await projectRow("P2015-04")).condition).toBe("active");
});

test("the stage of a project that ended stays when the report that brought it is corrected", async () => {
  const old = await published("P2015-05", started);
  await published("P2015-05", { newCondition: "terminated", conditionReason: "双方解除协议" });
  const right = await published("P2015-05", { ...started, ...why }, old);
  expect(await projectRow("P2015-05")).toMatchObject({
    stage: "under_construction",
    condition: "terminated",
  });
  const afterwards = { ...started, ...why, stageOn: "2016-09-10" };
  expect(await refusedAt(handIn("P2015-05", afterwards, right))).toEqual(["stageOn"]);
});
