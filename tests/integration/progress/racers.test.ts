import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Role } from "@/lib/auth/policy";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { saveDraft } from "@/lib/draft/draft-commands";
import { submitReport } from "@/lib/progress/progress-commands";
import { publishReport, returnReport, withdrawReport } from "@/lib/progress/review-commands";
import { DomainError } from "@/lib/result";
import { viewerOf } from "../../support/cast";
import { auditOf, openDesk, reportOf, typed } from "../../support/staff-desk";

const racers = 100;

let zhao: Viewer;
let staff: Viewer[];
let reviewers: Viewer[];

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  staff = await crowd("staff");
  reviewers = await crowd("reviewer");
});

async function crowd(role: Role): Promise<Viewer[]> {
  const names = Array.from({ length: racers }, (_, number) => `${role}${number}`);
  await db.account.createMany({
    data: names.map((name) => ({
      name,
      role,
      displayName: name,
      passwordHash: "of-no-account",
      mustChangePassword: false,
    })),
  });
  return Promise.all(names.map(viewerOf));
}

/** Everybody at once: what the one who won got, and what all the others were told. */
async function race<Result>(runs: readonly (() => Promise<Result>)[]) {
  const results = await Promise.allSettled(runs.map((run) => run()));
  const won = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const lost = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  for (const error of lost) expect(error).toBeInstanceOf(DomainError);
  return { won, told: lost.map(({ message }: DomainError) => message) };
}

const handIn = (code: string) =>
  submitReport(zhao, { code, requestId: randomUUID(), report: reportOf(), returned: null });

test("of a hundred who publish or return one report one decides, and the others hear who did", async () => {
  const { id } = await handIn("P2015-01");
  const { won, told } = await race(
    reviewers.map(
      (reviewer, number) => () =>
        number % 2
          ? publishReport(reviewer, { id, version: 1, isMoneyPublic: false })
          : returnReport(reviewer, { id, version: 1, reason: "请核对", field: null }),
    ),
  );
  expect(won).toHaveLength(1);
  expect(told).toHaveLength(racers - 1);
  for (const message of told) expect(message).toMatch(/2016 年 8 月的填报已由reviewer\d+处理/);
  const report = await db.progressReport.findUniqueOrThrow({ where: { id } });
  expect(["published", "returned"]).toContain(report.state);
  expect(report.version).toBe(2);
  expect(await auditOf("P2015-01")).toEqual([
    "zhao report.submitted",
    expect.stringMatching(/^reviewer\d+ report\.(published|returned)$/),
  ]);
});

test("of a hundred who withdraw one report one does", async () => {
  const { id } = await handIn("P2015-02");
  await publishReport(await viewerOf("sun"), { id, version: 1, isMoneyPublic: false });
  const { won, told } = await race(
    reviewers.map((reviewer) => () => withdrawReport(reviewer, { id, version: 2, reason: "写错了项目" })),
  );
  expect(won).toHaveLength(1);
  expect(told).toHaveLength(racers - 1);
  expect((await auditOf("P2015-02")).filter((event) => event.endsWith("withdrawn"))).toHaveLength(1);
});

test("of a hundred people who report one month of one project one is taken, and the others keep their drafts", async () => {
  const code = "P2015-03";
  const form = `report:${code}`;
  const drafts = await Promise.all(
    staff.map((viewer) =>
      saveDraft(viewer, { form, input: typed({ percent: String(viewer.accountId % 100) }), version: null }),
    ),
  );
  const { won, told } = await race(
    staff.map((viewer, number) => () => {
      const report = reportOf({ percent: String(viewer.accountId % 100) });
      const draftVersion = drafts[number]?.version;
      return submitReport(viewer, { code, requestId: randomUUID(), report, returned: null, draftVersion });
    }),
  );
  expect(won).toHaveLength(1);
  expect(told).toHaveLength(racers - 1);
  for (const message of told)
    expect(message).toMatch(/2016 年 8 月已有一份待审核的填报（编号 \d+，staff\d+）/);
  expect(await db.progressReport.count({ where: { project: { code } } })).toBe(1);
  const kept = await db.draft.findMany({ where: { form }, select: { accountId: true, input: true } });
  expect(kept).toHaveLength(racers - 1);
  for (const { accountId, input } of kept) expect(input).toMatchObject({ percent: String(accountId % 100) });
  expect(await auditOf(code)).toHaveLength(1);
});

test("of a hundred windows that save one draft one is stored, and the others are shown what is there", async () => {
  const form = "report:P2015-04";
  const { won, told } = await race(
    Array.from(
      { length: racers },
      (_, number) => () =>
        saveDraft(zhao, { form, input: typed({ percent: String(number) }), version: null }),
    ),
  );
  expect(won).toHaveLength(1);
  expect(told).toHaveLength(racers - 1);
  for (const message of told) expect(message).toContain("在别的窗口改过");
  expect(await db.draft.findMany({ where: { form }, select: { version: true } })).toEqual([{ version: 1 }]);
});
