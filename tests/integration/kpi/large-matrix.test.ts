import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { getDashboard } from "@/lib/kpi/dashboard-queries";
import { clockDay, openRegister } from "./register";

/** Enterprise n has 3 + n projects, so that the groups have an order of size. */
async function addEnterprises(count: number): Promise<void> {
  await db.$executeRaw`
    insert into organizations (slug, name, short_name, kind)
    select 'large-' || n, '大企业 ' || n, '大 ' || n, 'enterprise' from generate_series(1, ${count}::int) n`;
  await db.$executeRaw`
    insert into projects (code, name, short_name, type, summary, sourced_on, search_text, pinyin)
    select 'P2016-' || n * 100 + k, '项目', '项目', 'engineering', 'large-' || n, '2016-01-01', '', ''
    from generate_series(1, ${count}::int) n cross join lateral generate_series(1, 3 + n) k`;
  await db.$executeRaw`
    insert into project_investors (project_id, organization_id, ordinal)
    select p.id, o.id, 1 from projects p join organizations o on o.slug = p.summary`;
  await db.$executeRaw`
    insert into stage_events (project_id, stage, effective_from, effective_to, effective_precision, recorded_at)
    select id, 'signed', '2016-01-01', '2016-01-01', 'day', '2016-01-02' from projects where summary like 'large-%'`;
}

beforeAll(async () => {
  await openRegister();
  await addEnterprises(25);
});

test("a matrix with more names than can be read has counts, and one row for the smallest groups", async () => {
  const { matrix } = await getDashboard(clockDay);
  expect(matrix.groups).toHaveLength(20);
  const cells = matrix.groups.flatMap(({ cells }) => Object.values(cells));
  expect(cells.flatMap(({ projects }) => projects)).toEqual([]);
  const { signed, under_construction, operating } = matrix.rest.stages;
  const shown = cells.reduce((sum, { count }) => sum + count, 0);
  const all = await db.project.count();
  expect(shown + signed + under_construction + operating).toBe(all);
  expect(matrix.rest.groups).toBeGreaterThan(5);
});
