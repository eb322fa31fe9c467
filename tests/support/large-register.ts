// A register as large as a workbook may be, for tests that count.
import { db } from "@/lib/db";

/** Registers so many projects beside the facts, each with words and a commitment of its own; 400 enterprises share them. */
export async function registerMany(count: number): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`
        create temp table added on commit drop as
        select nextval('projects_id_seq')::int as id, n from generate_series(1, ${count}::int) n`;
      await tx.$executeRaw`
        insert into projects (id, code, name, short_name, type, summary, agreement_note, place_id, planned_investment,
          sourced_on, search_text, pinyin)
        select id, 'P2016-' || lpad(n::text, 5, '0'), '示例项目 ' || n, '示例 ' || n, 'engineering', '建设第 ' || n || ' 号厂房。',
          '第 ' || n || ' 号合同没有写明所属协议', (select min(id) from places), n * 10000000::bigint, '2016-01-10', '示例项目 ' || n, ''
        from added`;
      await tx.$executeRaw`
        insert into organizations (slug, name, short_name, kind)
        select 'many-' || n, '示例企业 ' || n || ' 有限公司', '示例企业 ' || n, 'enterprise' from generate_series(0, 399) n`;
      await tx.$executeRaw`
        insert into project_investors (project_id, organization_id, ordinal)
        select a.id, o.id, 1 from added a join organizations o on o.slug = 'many-' || a.n % 400`;
      await tx.$executeRaw`
        insert into stage_events (project_id, stage, effective_from, effective_to, effective_precision, recorded_at)
        select id, 'signed', '2016-01-05', '2016-01-05', 'day', '2016-01-10' from added`;
      await tx.$executeRaw`
        insert into commitments (project_id, ordinal, indicator, target_value, unit)
        select id, 1, '厂房', n, '平方米' from added`;
      await tx.$executeRaw`analyze`;
    },
    { timeout: 120_000 },
  );
}
