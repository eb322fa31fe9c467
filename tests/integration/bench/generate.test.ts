import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { seedFacts } from "@/prisma/data/seed-facts";
import { Condition, Stage } from "@/prisma/generated/enums";
import { generateRegister } from "../../bench/generate.mjs";

const facts = { projects: 0, milestones: 0 };

beforeAll(async () => {
  await db.$transaction(
    async (tx) => {
      await tx.dataset.create({ data: { kind: "real" } });
      await seedFacts(tx);
    },
    { timeout: 60_000 },
  );
  facts.projects = await db.project.count();
  facts.milestones = await db.milestone.count();
  await generateRegister(env.DATABASE_URL ?? "", 50);
});

test("the generated register has four milestones and ten reports for each project", async () => {
  expect(await db.project.count()).toBe(facts.projects + 50);
  expect(await db.milestone.count()).toBe(facts.milestones + 200);
  expect(await db.progressReport.count()).toBe(500);
});

test("the generated register says that it is no real one", async () => {
  expect(await db.dataset.findUnique({ where: { id: 1 }, select: { kind: true } })).toEqual({
    kind: "bench",
  });
});

test("each stage and each condition occurs among the generated projects", async () => {
  const stages = await db.project.groupBy({ by: ["stage"] });
  const conditions = await db.project.groupBy({ by: ["condition"] });
  expect(new Set(stages.map(({ stage }) => stage))).toEqual(new Set(Object.values(Stage)));
  expect(new Set(conditions.map(({ condition }) => condition))).toEqual(
    new Set([...Object.values(Condition), null]),
  );
});

test("the generated projections are what a recomputation gives", async () => {
  const before = await projections();
  await db.$executeRaw`select refresh_projects(array(select id from projects))`;
  expect(await projections()).toEqual(before);
});

test("every generated change of stage cites its source", async () => {
  const cited = { citations: { none: {} } };
  expect(await db.stageEvent.count({ where: cited })).toBe(0);
});

async function projections() {
  return db.$queryRaw`
    select to_jsonb(p) as project,
      (select jsonb_agg(to_jsonb(m) order by m.id) from milestones m where m.project_id = p.id) as milestones
    from projects p order by p.id`;
}
