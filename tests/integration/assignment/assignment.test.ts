import { beforeAll, expect, test } from "vitest";
import { assignUnit } from "@/lib/assignment/assignment-commands";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { auditOf, openDesk, someone } from "../../support/staff-desk";

let chen: Viewer;
let zhou: Viewer;
let li: Viewer;

beforeAll(async () => {
  await openDesk();
  chen = await someone("chen", "reviewer");
  zhou = await someone("zhou", "reviewer");
  li = await someone("li", "staff");
});

const assign = (viewer: Viewer, code: string, unit: string, person: string | null, replaces: number | null) =>
  assignUnit(viewer, { code, unit, person, replaces });

const openOf = (code: string) =>
  db.assignment.findFirstOrThrow({ where: { project: { code }, until: null }, include: { unit: true } });

test("a new unit and a person become responsible; naming another closes the first", async () => {
  await assign(chen, "P2015-01", "甲单位", "li", null);
  const first = await openOf("P2015-01");
  expect(first).toMatchObject({ unit: { name: "甲单位" }, accountId: li.accountId });
  await assign(chen, "P2015-01", "乙单位", null, first.id);
  expect(await openOf("P2015-01")).toMatchObject({ unit: { name: "乙单位" }, accountId: null });
  expect(await db.assignment.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({
    until: new Date("2016-09-20"),
  });
  expect(await auditOf("P2015-01")).toEqual(["chen project.assigned", "chen project.assigned"]);
});

test("an existing unit is taken by its name", async () => {
  await assign(chen, "P2015-02", "甲单位", null, null);
  expect(await db.unit.count({ where: { name: "甲单位" } })).toBe(1);
});

test("what somebody else changed meanwhile is not replaced unseen", async () => {
  const results = await Promise.allSettled([
    assign(chen, "P2015-03", "甲单位", null, null),
    assign(zhou, "P2015-03", "乙单位", null, null),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(assign(chen, "P2015-03", "丙单位", null, null)).rejects.toThrow("责任单位刚刚改成了");
});

test("only staff can be the responsible person", async () => {
  await expect(assign(chen, "P2015-04", "甲单位", "zhou", null)).rejects.toMatchObject({ field: "person" });
});

test("naming the same unit again is refused", async () => {
  const { id } = await openOf("P2015-02");
  await expect(assign(chen, "P2015-02", "甲单位", null, id)).rejects.toMatchObject({ field: "unit" });
});

test.each(["official", "staff", "admin", "security", "auditor"] as const)(
  "the role %s assigns nobody",
  async (role) => {
    const person = await someone(`only.${role}`, role);
    await expect(assign(person, "P2015-05", "甲单位", null, null)).rejects.toThrow(Forbidden);
  },
);
