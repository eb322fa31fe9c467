-- What was reported and planned in the invented register; follows generate-register.sql in its transaction.

-- ── Reports ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- k counts from the oldest, 1 to reports. Only the newest may still wait for review, or have been sent back.

create temp table new_reports on commit drop as
select nextval('progress_reports_id_seq')::int as id, p.n, p.id as project_id, k, p.reports - k as newer, p.planned, p.reports,
  (date '2026-06-01' - make_interval(months => p.lag + p.reports - k))::date as period,
  (select id from people where role = 'staff' and n = p.n % 60) as author_id,
  (select id from people where role = 'reviewer' and n = p.n % 6) as reviewer_id,
  least(100, 4 * k + floor(pg_temp.noise(p.n, 'percent') * 30))::int as percent,
  (case when k = p.reports and p.n % 10 = 3 then 'submitted' when k = p.reports and p.n % 33 = 5 then 'returned'
    when k > 2 and (p.n + k) % 97 = 0 then 'withdrawn' when k > 2 and (p.n + k) % 89 = 0 then 'corrected' else 'published' end)::review_state as state,
  (case when k = 1 and p.goal <> 'signed' then 'under_construction' when k = p.reports - 1 and k > 1 and p.goal = 'operating' then 'operating' end)::stage as new_stage,
  (case when k = 2 and p.n % 4 > 0 then 'active' when k = p.reports - 1 and k > 2 and p.n % 20 = 1 then 'paused'
    when k = p.reports - 1 and k > 2 and p.n % 25 = 2 then 'terminated' end)::condition as new_condition
from new_projects p cross join lateral generate_series(1, p.reports) k;

-- A change of stage or condition stands only in a published report.
update new_reports set state = 'published' where new_stage is not null or new_condition is not null;

analyze new_reports; analyze stage_events;

-- A small wave first, so that the projections of the large one are planned with what is in the table.
do $$ begin
  for wave in 1..2 loop
    insert into progress_reports (id, project_id, period, author_id, state, summary, next_steps, percent, arrived_funds, completed_investment, is_money_public,
      new_stage, stage_from, stage_to, stage_precision, stage_evidence, new_condition, condition_reason, condition_review_on,
      submitted_at, reviewer_id, reviewed_at, return_reason, published_at, withdrawn_at, withdrawn_by_id, withdraw_reason, request_id)
    select id, project_id, period, author_id, state, '本月完成主体施工和设备采购，配套道路进入收尾，累计完成年度计划的 ' || percent || '%。',
      '下月安排设备安装和验收。', percent, planned * percent / 100 * 8 / 10, planned * percent / 100, n % 3 > 0,
      new_stage, case when new_stage is not null then period + 9 end, case when new_stage is not null then period + 9 end,
      case when new_stage is not null then 'day'::date_precision end, case when new_stage is not null then '现场照片和施工许可证' end,
      new_condition, case when new_condition in ('paused', 'terminated') then '资金没有按计划到位' end,
      case when new_condition = 'paused' then date '2026-09-30' end,
      period + 26 + interval '2 hours', case when state <> 'submitted' then reviewer_id end, case when state <> 'submitted' then period + 28 + interval '7 hours' end,
      case when state = 'returned' then '请补充到位资金的说明' end, case when state not in ('submitted', 'returned') then period + 28 + interval '7 hours' end,
      case when state = 'withdrawn' then period + 29 + interval '1 hour' end, case when state = 'withdrawn' then reviewer_id end,
      case when state = 'withdrawn' then '数字口径有误' end, md5('report ' || id)::uuid
    from new_reports where (n % 100 = 0) = (wave = 1);
    analyze progress_reports;
  end loop;
end $$;


insert into stage_events (project_id, stage, effective_from, effective_to, effective_precision, recorded_at, evidence, report_id)
select project_id, new_stage, period + 9, period + 9, 'day', period + 28 + interval '7 hours', '现场照片和施工许可证', id
from new_reports where new_stage is not null order by id;

insert into condition_events (project_id, condition, effective_from, effective_to, effective_precision, recorded_at, reason, review_on, report_id)
select project_id, new_condition, period + 14, period + 14, 'day', period + 28 + interval '7 hours',
  case when new_condition <> 'active' then '资金没有按计划到位' end, case when new_condition = 'paused' then date '2026-09-30' end, id
from new_reports where new_condition is not null order by id;

insert into event_retractions (condition_event_id, reason, recorded_at, account_id)
select e.id, '登记到了别的项目上', e.recorded_at + interval '3 days', r.reviewer_id
from condition_events e join new_reports r on r.id = e.report_id where r.n % 200 = 7 and e.condition = 'active';

insert into commitment_readings (commitment_id, report_id, value)
select c.id, r.id, round(c.target_value * r.percent / 100, 1) from new_reports r join commitments c on c.project_id = r.project_id and c.ordinal = 1 + r.k % 2;

-- A problem lasts three reports under one key and is solved in the third.
insert into problems (report_id, key, category, department, text, raised_on, resolved_on)
select id, md5(n || ' problem ' || (k - 1) / 3)::uuid, (enum_range(null::problem_category))[1 + n % 5],
  pg_temp.pick(array['自然资源局', '供电局', '住建局', '金融办'], pg_temp.noise(n, 'department')), '用地手续和供电线路需要协调。',
  (period - make_interval(months => (k - 1) % 3))::date + 4, case when (k - 1) % 3 = 2 then period + 20 end
from new_reports where pg_temp.noise(n, 'problem ' || (k - 1) / 3) < .15;

-- ── Milestones ───────────────────────────────────────────────────────────────────────────────────────────────────

create temp table new_milestones on commit drop as
select nextval('milestones_id_seq')::int as id, p.id as project_id, p.n, p.reports, p.milestones, k as ordinal, d.day, d.is_moved,
  case when pg_temp.noise(p.n * 8 + k, 'unplanned') > .05 then pg_temp.precision_of(pg_temp.noise(p.n * 8 + k, 'planned')) end as planned_precision,
  case when pg_temp.noise(p.n * 8 + k, 'basis') < .85 then 'stated' else 'inferred' end::basis as basis
from new_projects p cross join lateral generate_series(1, p.milestones) k
cross join lateral (select date '2025-01-01' + (k - p.milestones / 2) * 120 + floor(pg_temp.noise(p.n, 'plan') * 700)::int as day,
  pg_temp.noise(p.n * 8 + k, 'moved') < .05 as is_moved) d;

-- What has no planned day cannot be moved from it.
update new_milestones set is_moved = false where planned_precision is null;

insert into milestones (id, project_id, ordinal, title, planned_from, planned_to, planned_precision, revised_from, revised_to, revised_precision, deadline_basis)
select id, project_id, ordinal, (array['开工', '主体封顶', '设备进场', '试生产', '竣工验收', '投产', '达产'])[ordinal],
  pg_temp.range_from(day, planned_precision), case when planned_precision is not null then pg_temp.range_to(day, planned_precision) end, planned_precision,
  case when is_moved then day + 400 end, case when is_moved then day + 400 end, case when is_moved then 'day'::date_precision end,
  case when planned_precision is not null then basis end
from new_milestones;

insert into milestone_revisions (milestone_id, old_from, old_to, old_precision, new_from, new_to, new_precision, reason, account_id, recorded_at)
select m.id, m.planned_from, m.planned_to, m.planned_precision, m.revised_from, m.revised_to, m.revised_precision, '征地推迟，重新排定',
  (select id from people where role = 'reviewer' and n = 0), least(m.planned_to, date '2026-06-01')
from milestones m join new_milestones x on x.id = m.id where x.is_moved;

insert into milestone_completions (milestone_id, report_id, actual_from, actual_to, actual_precision)
select m.id, r.id, r.period + 11, r.period + 11, 'day'
from new_milestones m join new_reports r on r.project_id = m.project_id and r.k = m.ordinal * 2
where r.newer > 0 and m.ordinal < m.milestones;

-- ── Who is responsible, what was checked, what is typed ──────────────────────────────────────────────────────────

insert into assignments (project_id, unit_id, account_id, since, until, assigned_by_id, created_at)
select p.id, a.unit_id, case when p.n % 4 > 0 then a.id end, x.since, x.until, (select id from people where role = 'reviewer' and n = 0), x.since
from new_projects p
cross join lateral (values (p.signed_on + 20, date '2025-12-31', p.n % 10 = 9), (date '2026-01-01', null, p.n % 10 > 0)) x(since, until, applies)
join people s on s.role = 'staff' and s.n = p.n % 60 join accounts a on a.id = s.id
where x.applies;

insert into status_checks (project_id, author_id, state, answer, effective_from, effective_to, effective_precision, evidence_kind, evidence, submitted_at,
  reviewer_id, reviewed_at, published_at, request_id)
select p.id, s.id, (case when p.n % 2 = 0 then 'published' else 'submitted' end)::review_state, 'unclear', d.day, d.day, 'day', 'phone_call', '电话询问企业，对方没有答复',
  d.day + interval '3 hours', case when p.n % 2 = 0 then v.id end, case when p.n % 2 = 0 then d.day + 1 end, case when p.n % 2 = 0 then d.day + 1 end,
  md5('check ' || p.id)::uuid
from new_projects p cross join lateral (select date '2026-06-28' - p.n % 300 as day) d
join people s on s.role = 'staff' and s.n = p.n % 60 join people v on v.role = 'reviewer' and v.n = p.n % 6
where p.n % 13 = 4;

insert into drafts (account_id, form, input)
select s.id, 'report:' || p.code, '{"summary": "本月完成了一部分"}' from new_projects p join people s on s.role = 'staff' and s.n = p.n % 60 where p.n % 50 = 9;

-- ── Where it is from ─────────────────────────────────────────────────────────────────────────────────────────────

insert into citations (project_id, field, source_document_id, paragraph)
select p.id, field, d.id, 1 + p.n % 20 from new_projects p cross join unnest(array['name', 'place', 'investors', 'plannedInvestment']) field cross join source_documents d;

insert into citations (agreement_id, field, source_document_id, paragraph)
select a.id, field, d.id, 1 + a.n % 20 from new_agreements a cross join unnest(array['title', 'signed']) field cross join source_documents d;

insert into citations (milestone_id, field, basis, reason, source_document_id, paragraph)
select m.id, f.field, f.basis, case when f.basis = 'inferred' then '来源没有写明起止' end, d.id, 1 + m.n % 20
from new_milestones m cross join lateral (values ('title', 'stated'::basis), ('planned', case when m.planned_precision is not null then m.basis end)) f(field, basis)
cross join source_documents d where f.basis is not null;

insert into citations (stage_event_id, field, source_document_id, paragraph, report_id)
select e.id, 'stage', case when e.report_id is null then d.id end, case when e.report_id is null then 1 end, e.report_id
from stage_events e join new_projects p on p.id = e.project_id cross join source_documents d;

-- The newest reports, as the audit would have seen them.
insert into audit_events (account_id, actor, action, subject, details)
select r.author_id, a.name, 'report.submitted', p.code, jsonb_build_object('report', r.id)
from new_reports r join new_projects p on p.id = r.project_id join accounts a on a.id = r.author_id where r.newer = 0 order by r.id;

analyze;
