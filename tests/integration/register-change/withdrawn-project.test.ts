import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { getPublicAgreement, listPublicAgreements } from "@/lib/agreement/agreement-queries";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { getHome } from "@/lib/home/home-queries";
import { getDashboard } from "@/lib/kpi/dashboard-queries";
import { getInternalDashboard } from "@/lib/kpi/internal-queries";
import { readStats } from "@/lib/kpi/kpi-queries";
import { getPublicEnterprise, listPublicEnterprises } from "@/lib/organization/organization-queries";
import { submitReport } from "@/lib/progress/progress-commands";
import { publishReport } from "@/lib/progress/review-commands";
import { getReviewQueue } from "@/lib/progress/review-queries";
import { getStaffTasks } from "@/lib/progress/task-queries";
import { listPublicProjects } from "@/lib/project/project-list-queries";
import { getPublicProject } from "@/lib/project/project-queries";
import { defaultProjectQuery } from "@/lib/project/project-query";
import { findWholeProject } from "@/lib/register-change/project-content-queries";
import { submitChange } from "@/lib/register-change/register-change-commands";
import { listOwnChanges } from "@/lib/register-change/register-list-queries";
import { publishChange, returnChange, withdrawChange } from "@/lib/register-change/register-review-commands";
import { getSiteStatus, listPageKeys } from "@/lib/site/site-queries";
import { viewerOf } from "../../support/cast";
import { projectCreation, projectEdit, publishedChange } from "../../support/registered-project";
import { openDesk, reportOf, testDay } from "../../support/staff-desk";

let zhao: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  sun = await viewerOf("sun");
});

const earlier = "2016-08-01";

/** Everything that anybody can read of the register; what two readings share is what a project left no mark on. */
async function everyRead() {
  const knownAt = new Date("2016-09-20T23:59:59+08:00");
  return {
    list: await listPublicProjects(defaultProjectQuery, testDay),
    agreement: { ...(await getPublicAgreement("A2015-01", testDay)), registeredAt: "" },
    agreements: await listPublicAgreements(testDay),
    enterprise: await getPublicEnterprise("zte", testDay),
    enterprises: await listPublicEnterprises(),
    home: await getHome(testDay),
    stats: await readStats({ day: testDay }),
    statsEarlier: await readStats({ day: earlier }),
    statsKnown: await readStats({ day: earlier, knownAt }),
    dashboard: await getDashboard(testDay),
    dashboardEarlier: await getDashboard(earlier),
    internal: await getInternalDashboard(sun, testDay),
    internalEarlier: await getInternalDashboard(sun, earlier),
    tasks: await getStaffTasks(zhao, ["2016-08-01"]),
    queue: await getReviewQueue(sun),
    site: await getSiteStatus(),
    keys: await listPageKeys(),
  };
}

it("a withdrawn project leaves every read, with what was reported of it, in one step", async () => {
  const before = await everyRead();
  const content = {
    agreement: "A2015-01",
    agreementNote: null,
    newInvestors: ["遵义丙公司"],
    newPlace: "东部新区",
    place: null,
  };
  const { id, key } = await publishedChange(zhao, sun, projectCreation(content));
  const report = await submitReport(zhao, {
    code: key,
    requestId: randomUUID(),
    returned: null,
    report: reportOf({
      newStage: "under_construction",
      stageOn: "2016-07-20",
      stageEvidence: "开工令",
      newCondition: "active",
      arrivedFunds: "500",
      "reading-1": "100",
      "milestone-1": "2016-07-15",
      "problem-0-category": "power",
      "problem-0-department": "供电部门",
      "problem-0-text": "增容手续未办结",
      "problem-0-raisedOn": "2016-08-01",
    }),
  });
  await publishReport(sun, { id: report.id, version: 1, isMoneyPublic: true });
  await submitReport(zhao, {
    code: key,
    requestId: randomUUID(),
    returned: null,
    report: reportOf({ period: "2016-09" }),
  });
  const during = await everyRead();
  for (const name of Object.keys(before) as (keyof typeof before)[]) {
    expect({ name, isSame: JSON.stringify(during[name]) === JSON.stringify(before[name]) }).toEqual({
      name,
      isSame: false,
    });
  }
  await withdrawChange(sun, { id, version: 2, reason: "登记错了" });
  expect(await everyRead()).toEqual(before);
  expect(await getPublicProject(key, testDay)).toBeNull();
  expect(await getPublicEnterprise("zunyibinggongsi", testDay)).toBeNull();
  const kept =
    await db.$queryRaw`select code from all_projects where code = ${key} and withdrawn_at is not null`;
  expect(kept).toHaveLength(1);
});

it("the code of a withdrawn project is not given again", async () => {
  const { key } = await publishedChange(zhao, sun, projectCreation({ name: "另一个项目" }));
  expect(key).toBe("P2016-02");
});

it("nobody is asked to mend a change of what was withdrawn", async () => {
  const { id, key } = await publishedChange(zhao, sun, projectCreation({ name: "第三个项目" }));
  const thing = await db.$transaction((tx) => findWholeProject(tx, { key }));
  if (!thing) throw new Error(`no project ${key}`);
  const edit = await submitChange(zhao, projectEdit(thing, { summary: "改过的内容" }));
  await withdrawChange(sun, { id, version: 2, reason: "登记错了" });
  await expect(publishChange(sun, { id: edit.id, version: 1 })).rejects.toThrow("已被撤回");
  await returnChange(sun, { id: edit.id, version: 1, reason: "项目已撤回", field: null });
  expect((await getStaffTasks(zhao, [])).returned).toEqual([]);
  expect((await listOwnChanges(zhao)).map((change) => change.id)).not.toContain(edit.id);
});
