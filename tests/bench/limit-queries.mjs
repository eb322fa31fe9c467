// The data of the measured pages, read as one would by hand: one prepared statement, JSON made by Postgres as text.

const project = `
  select json_build_object('code', p.code, 'name', p.name, 'summary', p.summary, 'stage', p.stage, 'condition', p.condition,
    'plannedInvestment', p.planned_investment::text, 'percent', p.percent, 'place', l.name, 'agreement', a.code,
    'investors', (select json_agg(json_build_object('slug', o.slug, 'name', o.name) order by i.ordinal)
      from project_investors i join organizations o on o.id = i.organization_id where i.project_id = p.id),
    'stageEvents', (select json_agg(json_build_object('stage', e.stage, 'to', e.effective_to, 'evidence', e.evidence) order by e.effective_to)
      from stage_events e where e.project_id = p.id),
    'commitments', (select json_agg(json_build_object('indicator', c.indicator, 'target', c.target_value, 'unit', c.unit,
        'value', (select v.value from commitment_readings v join progress_reports r on r.id = v.report_id
          where v.commitment_id = c.id and r.state = 'published' order by r.period desc limit 1)) order by c.ordinal)
      from commitments c where c.project_id = p.id),
    'milestones', (select json_agg(json_build_object('title', m.title, 'planned', m.planned_to, 'actual', m.actual_to,
        'citations', (select count(*) from citations x where x.milestone_id = m.id)) order by m.ordinal)
      from milestones m where m.project_id = p.id),
    'reports', (select json_agg(r) from (select r.period, r.summary, r.percent, r.published_at from progress_reports r
      where r.project_id = p.id and r.state = 'published' order by r.period desc limit 20) r),
    'citations', (select json_agg(json_build_object('field', x.field, 'paragraph', x.paragraph))
      from citations x where x.project_id = p.id))::text as body
  from projects p left join places l on l.id = p.place_id left join agreements a on a.id = p.agreement_id
  where p.code = $1`;

const list = `
  select json_build_object('total', (select count(*) from projects),
    'stages', (select json_object_agg(stage, n) from (select stage, count(*) as n from projects group by stage) s),
    'items', (select json_agg(i) from (
      select p.code, p.name, p.stage, p.condition, p.percent, p.planned_investment::text, p.due_to, p.reported_on, l.name as place,
        (select string_agg(o.short_name, '、' order by v.ordinal) from project_investors v
          join organizations o on o.id = v.organization_id where v.project_id = p.id) as investors,
        (select count(*) from milestones m where m.project_id = p.id) as milestones
      from projects p left join places l on l.id = p.place_id order by p.code limit 20) i))::text as body`;

const stats = `
  select json_build_object('total', count(*), 'agreed', sum(agreed_investment)::text, 'arrived', sum(public_arrived_funds)::text,
    'signed', count(*) filter (where stage = 'signed'), 'construction', count(*) filter (where stage = 'under_construction'),
    'operating', count(*) filter (where stage = 'operating'), 'paused', count(*) filter (where condition = 'paused'),
    'enterprises', (select json_object_agg(enterprise_key, n) from (select enterprise_key, count(*) as n from projects group by 1) e),
    'places', (select json_object_agg(place_id, n) from (select coalesce(place_id, 0) as place_id, count(*) as n from projects group by 1) e),
    'overdue', (select count(*) from milestones where actual_to is null and coalesce(revised_to, planned_to) < app_today()))::text as body
  from projects`;

/** @type {Record<string, (value: string) => { text: string, values: string[] }>} */
export const handWritten = {
  project: (code) => ({ text: project, values: [code] }),
  list: () => ({ text: list, values: [] }),
  stats: () => ({ text: stats, values: [] }),
};
