-- An invented register on top of the facts, the same rows each time: `bench.projects` projects with four times as
-- many milestones and ten times as many reports. Money, dates and states spread as they would in a province's register.
-- The clock of such a database stands at 2026-06-30.

update dataset set kind = 'bench', clock_on = '2026-06-30';

-- A number in [0, 1) that follows from a row's number and what it is for.
create function pg_temp.noise(row_number bigint, purpose text) returns float8 language sql immutable as
  $$ select (hashint8extended(row_number, hashtext(purpose)) & 1073741823) / 1073741824.0 $$;

create function pg_temp.pick(choices text[], chance float8) returns text language sql immutable as
  $$ select choices[1 + floor(chance * cardinality(choices))::int] $$;

create function pg_temp.precision_of(chance float8) returns date_precision language sql immutable as
  $$ select (case when chance < .65 then 'day' when chance < .85 then 'month' when chance < .92 then 'half_year'
    when chance < .97 then 'year' else 'not_after' end)::date_precision $$;

create function pg_temp.range_from(day date, p date_precision) returns date language sql immutable as
  $$ select case p when 'day' then day when 'month' then date_trunc('month', day)::date when 'year' then date_trunc('year', day)::date
    when 'half_year' then make_date(extract(year from day)::int, case when extract(month from day) < 7 then 1 else 7 end, 1) end $$;

create function pg_temp.range_to(day date, p date_precision) returns date language sql immutable as
  $$ select case p when 'month' then (date_trunc('month', day) + interval '1 month - 1 day')::date
    when 'half_year' then (pg_temp.range_from(day, p) + interval '6 months - 1 day')::date
    when 'year' then (date_trunc('year', day) + interval '1 year - 1 day')::date else day end $$;

create function pg_temp.size() returns int language sql stable as $$ select current_setting('bench.projects')::int $$;

-- ── People, places, enterprises ──────────────────────────────────────────────────────────────────────────────────

insert into units (name) select '责任单位 ' || n from generate_series(1, 30) n;

insert into accounts (name, display_name, role, unit_id, password_hash, must_change_password)
select (case when n <= 60 then 'bench.staff.' else 'bench.reviewer.' end) || n, '人员 ' || n,
  (case when n <= 60 then 'staff' else 'reviewer' end)::role, u.id, 'nobody signs in', false
from generate_series(1, 66) n join units u on u.name = '责任单位 ' || (1 + n % 30);

create temp table people on commit drop as
select id, role, row_number() over (partition by role order by id) - 1 as n from accounts where name like 'bench.%';

create temp table words on commit drop as
select row_number() over () - 1 as n, * from (values
  ('汇川', 'huichuan', 'hc'), ('播州', 'bozhou', 'bz'), ('桐梓', 'tongzi', 'tz'), ('绥阳', 'suiyang', 'sy'), ('正安', 'zhengan', 'za'),
  ('湄潭', 'meitan', 'mt'), ('凤冈', 'fenggang', 'fg'), ('余庆', 'yuqing', 'yq'), ('习水', 'xishui', 'xs'), ('赤水', 'chishui', 'cs'),
  ('仁怀', 'renhuai', 'rh'), ('务川', 'wuchuan', 'wc')) place(name, pinyin, initials)
cross join (values
  ('锂电池', 'lidianchi', 'ldc'), ('白酒', 'baijiu', 'bj'), ('茶叶', 'chaye', 'cy'), ('辣椒', 'lajiao', 'lj'), ('吉他', 'jita', 'jt'),
  ('大数据', 'dashuju', 'dsj'), ('装备', 'zhuangbei', 'zb'), ('医药', 'yiyao', 'yy'), ('冷链', 'lenglian', 'll')) trade(t_name, t_pinyin, t_initials)
cross join (values
  ('产业园', 'chanyeyuan', 'cyy'), ('生产基地', 'shengchanjidi', 'scjd'), ('研发中心', 'yanfazhongxin', 'yfzx')) form(f_name, f_pinyin, f_initials);

insert into places (slug, name) select distinct 'bench-' || pinyin, name from words;

insert into organizations (slug, name, short_name, kind)
select 'bench-' || n, '示范企业 ' || n || ' 有限公司', '示范 ' || n, 'enterprise' from generate_series(1, greatest(pg_temp.size() / 50, 8)) n;

create temp table enterprises on commit drop as
select id, slug, name, short_name, row_number() over (order by id) - 1 as n from organizations where slug like 'bench-%';

-- ── Agreements ───────────────────────────────────────────────────────────────────────────────────────────────────

create temp table new_agreements on commit drop as
select n, nextval('agreements_id_seq')::int as id, signed_on, p.signed_precision
from generate_series(0, greatest(pg_temp.size() / 4, 2) - 1) n
cross join lateral (select make_date(2016 + n % 8, 1 + n / 8 % 12, 1 + floor(pg_temp.noise(n, 'signed') * 28)::int) as signed_on) d
cross join lateral (select pg_temp.precision_of(pg_temp.noise(n, 'precision')) as signed_precision) p;

insert into agreements (id, code, title, call_name, kind, signed_from, signed_to, signed_precision, signed_place, agreed_investment, summary)
select id, 'A' || extract(year from signed_on) || '-' || lpad((n / 8 + 1)::text, 4, '0'),
  case when n % 10 > 0 then '投资合作协议 ' || n end, '投资合作协议 ' || n, (enum_range(null::agreement_kind))[1 + n % 3],
  pg_temp.range_from(signed_on, signed_precision), pg_temp.range_to(signed_on, signed_precision), signed_precision,
  case when n % 5 > 0 then '遵义' end, case when n % 4 > 0 then (10 + floor(pg_temp.noise(n, 'agreed') * 990))::bigint * 10000000 end,
  '双方就产业发展开展合作，项目分期实施，每季度通报进度。'
from new_agreements;

insert into parties (agreement_id, organization_id, name_in_title, ordinal)
select a.id, e.id, e.short_name, 1 from new_agreements a join enterprises e on e.n = a.n % (select count(*) from enterprises)
union all select a.id, null, '遵义市人民政府', 2 from new_agreements a;

-- ── Projects ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- reports: how many, in pairs that sum to twenty; lag: months without a report before the clock's month.

create temp table new_projects on commit drop as
select i.n, nextval('projects_id_seq')::int as id,
  'P' || extract(year from a.signed_on) || '-' || lpad((i.n + 1)::text, 5, '0') as code,
  w.name || w.t_name || w.f_name || ' ' || i.n as name, w.name || w.t_name as short_name,
  w.pinyin || ' ' || w.t_pinyin || ' ' || w.f_pinyin as pinyin, w.pinyin || w.t_pinyin || w.f_pinyin as letters,
  w.initials || w.t_initials || w.f_initials as initials, 'bench-' || w.pinyin as place,
  a.id as agreement_id, a.signed_on, a.signed_precision,
  (5 + floor(pg_temp.noise(i.n, 'planned') ^ 3 * 4995))::bigint * 10000000 as planned,
  10 + (case i.n % 2 when 0 then -1 else 1 end) * (i.n / 2 % 11)::int as reports,
  4 + (case i.n % 2 when 0 then -1 else 1 end) * (i.n / 2 % 4)::int as milestones,
  floor(pg_temp.noise(i.n, 'lag') ^ 2 * 12)::int as lag,
  (case when pg_temp.noise(i.n, 'stage') < .3 then 'signed' when pg_temp.noise(i.n, 'stage') < .75 then 'under_construction' else 'operating' end)::stage as goal
from generate_series(0, pg_temp.size() - 1) i(n)
join new_agreements a on a.n = i.n % (select count(*) from new_agreements)
join words w on w.n = (i.n * 37) % (select count(*) from words);

create temp table new_investors on commit drop as
select p.id as project_id, k as ordinal, e.id as organization_id, e.name, e.short_name
from new_projects p cross join generate_series(1, 3) k
join enterprises e on e.n = (p.n + (k - 1) * (p.n % 3 + 1)) % (select count(*) from enterprises)
where k = 1 or pg_temp.noise(p.n, 'joint') < .15 / (k - 1);

insert into projects (id, code, name, short_name, type, summary, agreement_id, agreement_note, place_id, planned_investment, agreed_investment,
  sourced_on, search_text, pinyin, created_at)
select p.id, p.code, p.name, p.short_name, (enum_range(null::project_type))[1 + p.n % 4],
  '建设厂房与配套设施，分两期实施，建成后形成年产能力并带动就业。',
  case when p.n % 10 > 0 then p.agreement_id end, case when p.n % 10 = 0 then '来源没有写明属于哪份协议' end,
  case when p.n % 20 > 0 then l.id end, case when p.n % 8 > 0 then p.planned end, case when p.n % 5 > 0 then p.planned * 9 / 10 end,
  p.signed_on + 10, lower(p.code || ' ' || p.name || ' ' || i.names || ' ' || p.letters || ' ' || p.initials), p.pinyin, p.signed_on + 12
from new_projects p join places l on l.slug = p.place
join (select project_id, string_agg(name || ' ' || short_name, ' ' order by ordinal) as names from new_investors group by 1) i on i.project_id = p.id;

analyze agreements; analyze projects; analyze new_projects;

insert into project_investors (project_id, organization_id, ordinal) select project_id, organization_id, ordinal from new_investors;

insert into stage_events (project_id, stage, effective_from, effective_to, effective_precision, recorded_at)
select id, 'signed', pg_temp.range_from(signed_on, signed_precision), pg_temp.range_to(signed_on, signed_precision), signed_precision, signed_on + 12
from new_projects;

insert into commitments (project_id, ordinal, indicator, target_value, unit, due_from, due_to, due_precision)
select p.id, k, (array['完成投资', '新增就业'])[k], (array[p.planned / 100000000, 50 + p.n % 900])[k], (array['亿元', '人'])[k],
  make_date(y, 1, 1), make_date(y, 12, 31), 'year'
from new_projects p cross join generate_series(1, 2) k cross join lateral (select extract(year from p.signed_on)::int + 3 + k as y) d;
