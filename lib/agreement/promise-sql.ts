import "server-only";
import { citationsOf } from "@/lib/source/citation-sql";
import { revisionCounts } from "@/lib/source/revision-sql";
import { Prisma } from "@/prisma/generated/client";

const promised = Prisma.sql`
  select 'milestone' as kind, m.id, m.project_id, m.ordinal, m.title, m.note,
    null::numeric as target, null as unit,
    case when m.revised_to is null then m.planned_from else m.revised_from end as due_from,
    coalesce(m.revised_to, m.planned_to) as due_to, coalesce(m.revised_precision, m.planned_precision) as due_precision,
    m.revised_to is not null as is_revised,
    m.planned_from as first_from, m.planned_to as first_to, m.planned_precision as first_precision, m.actual_from, m.actual_to, m.actual_precision
  from milestones m
  union all
  select 'commitment', c.id, c.project_id, 1000 + c.ordinal, c.indicator, c.note,
    case when v.id is null then c.target_value else v.new_target_value end, c.unit,
    case when v.id is null then c.due_from else v.new_due_from end,
    case when v.id is null then c.due_to else v.new_due_to end,
    case when v.id is null then c.due_precision else v.new_due_precision end,
    v.id is not null, c.due_from, c.due_to, c.due_precision, null, null, null
  from commitments c
  left join lateral (
    select * from commitment_revisions v
    where v.commitment_id = c.id and ${revisionCounts} order by v.id desc limit 1) v on true`;

type Selection = {
  /** Condition on `w`, one promise with its project_id, due_to and actual_to. */
  where: Prisma.Sql;
  limit: number;
};

/** Promises as a JSON array of `AgreementPromise`: open ones first when there are too many, then by deadline. */
export function promisesOf({ where, limit }: Selection): Prisma.Sql {
  return Prisma.sql`(
    select coalesce(json_agg(json_build_object(
      'kind', w.kind, 'project', json_build_object('code', p.code, 'name', p.name),
      'title', w.title, 'note', w.note, 'target', w.target, 'unit', w.unit,
      'due', range_json(w.due_from, w.due_to, w.due_precision), 'isRevised', w.is_revised,
      'originalDue', range_json(w.first_from, w.first_to, w.first_precision),
      'actual', range_json(w.actual_from, w.actual_to, w.actual_precision),
      'isReported', p.reported_on is not null,
      'citations', case w.kind when 'milestone' then ${citationsOf("milestone", Prisma.sql`w.id`)}
        else ${citationsOf("commitment", Prisma.sql`w.id`)} end
    ) order by w.due_to, p.code, w.ordinal), '[]')
    from (
      select * from (${promised}) w where ${where}
      order by w.actual_to is not null, w.due_to, w.project_id, w.ordinal limit ${limit}) w
    join projects p on p.id = w.project_id)`;
}
