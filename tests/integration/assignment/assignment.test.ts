import { beforeAll, expect, test } from "vitest";
import { assignUnit } from "@/lib/assignment/assignment-commands";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { castOf, viewerOf } from "../../support/cast";
import { auditOf, openDesk } from "../../support/staff-desk";

let sun: Viewer;
let li: Viewer;
let qian: Viewer;

beforeAll(async () => {
  await openDesk();
  sun = await viewerOf("sun");
  li = await viewerOf("li");
  qian = await viewerOf("qian");
});

const assign = (viewer: Viewer, code: string, unit: string, person: string | null, replaces: number | null) =>
  assignUnit(viewer, { code, unit, person, replaces });

const openOf = (code: string) =>
  db.assignment.findFirstOrThrow({ where: { project: { code }, until: null }, include: { unit: true } });

test("a new unit and a person become responsible; naming another closes the first", async () => {
  await assign(sun, "P2015-01", "甲单位", "qian", null);
  const first = await openOf("P2015-01");
  expect(first).toMatchObject({ unit: { name: "甲单位" }, accountId: qian.accountId });
  await assign(sun, "P2015-01", "乙单位", null, first.id);
  expect(await openOf("P2015-01")).toMatchObject({ unit: { name: "乙单位" }, accountId: null });
  expect(await db.assignment.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({
    until: new Date("2016-09-20"),
  });
  expect(await auditOf("P2015-01")).toEqual(["sun project.assigned", "sun project.assigned"]);
});

test("an existing unit is taken by its name", async () => {
  await assign(sun, "P2015-02", "甲单位", null, null);
  expect(await db.unit.count({ where: { name: "甲单位" } })).toBe(1);
});

test("what somebody else changed meanwhile is not replaced unseen", async () => {
  const results = await Promise.allSettled([
    assign(sun, "P2015-03", "甲单位", null, null),
    assign(li, "P2015-03", "乙单位", null, null),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(assign(sun, "P2015-03", "丙单位", null, null)).rejects.toThrow("责任单位刚刚改成了");
});

test("only staff can be the responsible person", async () => {
  await expect(assign(sun, "P2015-04", "甲单位", "li", null)).rejects.toMatchObject({ field: "person" });
});

test("naming the same unit again is refused", async () => {
  const { id } = await openOf("P2015-02");
  await expect(assign(sun, "P2015-02", "甲单位", null, id)).rejects.toMatchObject({ field: "unit" });
});

test.each(["official", "staff", "admin", "security", "auditor"] as const)(
  "the role %s assigns nobody",
  async (role) => {
    const person = await viewerOf(castOf[role]);
    await expect(assign(person, "P2015-05", "甲单位", null, null)).rejects.toThrow(Forbidden);
  },
);
