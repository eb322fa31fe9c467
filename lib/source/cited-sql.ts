import "server-only";
import { Prisma } from "@/prisma/generated/client";

const citationLimit = 5000;

/** What the citations of `source_documents d` are about, as a JSON array of `CitedRow` in reading order. */
export const citedRows = Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'paragraph', c.paragraph, 'field', c.field, 'reason', c.reason,
    'subject', case
      when p.id is not null then 'project'
      when a.id is not null then 'agreement'
      when o.id is not null then 'organization'
      when l.id is not null then 'place'
      else 'event' end,
    'key', case
      when p.id is not null then p.code
      when a.id is not null then a.code
      when o.kind = 'enterprise' then o.slug end,
    'name', coalesce(p.name, a.call_name, o.name, l.name, v.title),
    'partKind', case
      when t.id is not null then 'party'
      when s.id is not null then 'stage'
      when k.id is not null then 'commitment'
      when m.id is not null then 'milestone'
      when f.id is not null then 'figure' end,
    'partName', coalesce(t.name_in_title, s.stage::text, k.indicator, m.title, f.metric)
  ) order by c.paragraph, p.code nulls last, a.code nulls last, o.id nulls last,
    num_nonnulls(t.id, s.id, k.id, m.id, f.id), c.id), '[]')
  from (
    select * from citations x where x.source_document_id = d.id and x.superseded_by_id is null order by x.paragraph, x.id limit ${citationLimit}) c
  left join parties t on t.id = c.party_id
  left join stage_events s on s.id = c.stage_event_id
  left join commitments k on k.id = c.commitment_id
  left join milestones m on m.id = c.milestone_id
  left join figures f on f.id = c.figure_id
  left join events v on v.id = c.event_id
  left join projects p on p.id = coalesce(c.project_id, s.project_id, k.project_id, m.project_id, f.project_id)
  left join agreements a on a.id = coalesce(c.agreement_id, t.agreement_id)
  left join organizations o on o.id = coalesce(c.organization_id, f.organization_id)
  left join places l on l.id = f.place_id
  -- What was withdrawn is in none of the tables above.
  where not exists (select from event_retractions r where r.stage_event_id = s.id)
    and num_nonnulls(v.id, p.id, a.id, o.id, l.id) > 0)`;
