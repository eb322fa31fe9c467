-- What the Prisma schema cannot say: checks, append-only tables, projections, the audit chain, cache notifications.

-- ── The clock ────────────────────────────────────────────────────────────────────────────────────────────────────
-- A demo database lives on a fixed day; everything that the domain dates asks these two.

CREATE FUNCTION app_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT (clock_on + (now() AT TIME ZONE 'Asia/Shanghai')::time) AT TIME ZONE 'Asia/Shanghai' FROM dataset WHERE id = 1),
    now())
$$;

CREATE FUNCTION app_today() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (app_now() AT TIME ZONE 'Asia/Shanghai')::date
$$;

CREATE FUNCTION shanghai_day(instant timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (instant AT TIME ZONE 'Asia/Shanghai')::date
$$;

-- ── Dates with a precision ───────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION is_date_range("from" date, "to" date, "precision" date_precision) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN "precision" IS NULL THEN "from" IS NULL AND "to" IS NULL
    WHEN "to" IS NULL THEN false
    WHEN "precision" = 'not_after' THEN "from" IS NULL
    WHEN "from" IS NULL OR "from" > "to" THEN false
    WHEN "precision" = 'day' THEN "from" = "to"
    WHEN "precision" = 'days' THEN "to" - "from" BETWEEN 1 AND 31
    WHEN "precision" = 'month' THEN
      extract(day FROM "from") = 1 AND "to" = ("from" + interval '1 month - 1 day')::date
    WHEN "precision" = 'half_year' THEN
      extract(day FROM "from") = 1 AND extract(month FROM "from") IN (1, 7) AND "to" = ("from" + interval '6 months - 1 day')::date
    ELSE extract(doy FROM "from") = 1 AND "to" = ("from" + interval '1 year - 1 day')::date
  END
$$;

-- How reads hand out a date range and money (see the public API's contract); null when nothing is known.
CREATE FUNCTION range_json("from" date, "to" date, "precision" date_precision) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN "to" IS NOT NULL THEN jsonb_build_object('from', "from", 'to', "to", 'precision', "precision") END
$$;

CREATE FUNCTION money_json(amount bigint, currency char(3)) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN amount IS NOT NULL THEN jsonb_build_object('amount', amount::text, 'currency', currency) END
$$;

ALTER TABLE agreements ADD CONSTRAINT signed_is_range CHECK (is_date_range(signed_from, signed_to, signed_precision));
ALTER TABLE projects ADD CONSTRAINT stage_is_range CHECK (is_date_range(stage_from, stage_to, stage_precision));
ALTER TABLE projects ADD CONSTRAINT due_is_range CHECK (is_date_range(due_from, due_to, due_precision));
ALTER TABLE stage_events ADD CONSTRAINT effective_is_range CHECK (is_date_range(effective_from, effective_to, effective_precision));
ALTER TABLE condition_events ADD CONSTRAINT effective_is_range CHECK (is_date_range(effective_from, effective_to, effective_precision));
ALTER TABLE commitments ADD CONSTRAINT due_is_range CHECK (is_date_range(due_from, due_to, due_precision));
ALTER TABLE commitment_revisions ADD CONSTRAINT due_is_range
  CHECK (is_date_range(old_due_from, old_due_to, old_due_precision) AND is_date_range(new_due_from, new_due_to, new_due_precision));
ALTER TABLE milestones ADD CONSTRAINT dates_are_ranges
  CHECK (is_date_range(planned_from, planned_to, planned_precision) AND is_date_range(revised_from, revised_to, revised_precision)
    AND is_date_range(actual_from, actual_to, actual_precision));
ALTER TABLE milestone_revisions ADD CONSTRAINT dates_are_ranges
  CHECK (is_date_range(old_from, old_to, old_precision) AND is_date_range(new_from, new_to, new_precision));
ALTER TABLE milestone_completions ADD CONSTRAINT actual_is_range CHECK (is_date_range(actual_from, actual_to, actual_precision));
ALTER TABLE progress_reports ADD CONSTRAINT stage_is_range CHECK (is_date_range(stage_from, stage_to, stage_precision));
ALTER TABLE status_checks ADD CONSTRAINT effective_is_range CHECK (is_date_range(effective_from, effective_to, effective_precision));
ALTER TABLE figures ADD CONSTRAINT period_is_range CHECK (is_date_range(period_from, period_to, period_precision));
ALTER TABLE events ADD CONSTRAINT held_is_range CHECK (is_date_range(held_from, held_to, held_precision));

-- ── Values ───────────────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE dataset ADD CONSTRAINT one_row CHECK (id = 1);
ALTER TABLE organizations ADD CONSTRAINT slug_form CHECK (slug ~ '^[a-z][a-z0-9-]*$');
ALTER TABLE agreements ADD CONSTRAINT code_form CHECK (code ~ '^A[0-9]{4}-[0-9]{2,5}$');
ALTER TABLE agreements ADD CONSTRAINT money_form CHECK (agreed_investment >= 0 AND currency ~ '^[A-Z]{3}$');
ALTER TABLE projects ADD CONSTRAINT code_form CHECK (code ~ '^P[0-9]{4}-[0-9]{2,5}$');
ALTER TABLE projects ADD CONSTRAINT money_form
  CHECK (planned_investment >= 0 AND agreed_investment >= 0 AND arrived_funds >= 0 AND completed_investment >= 0 AND currency ~ '^[A-Z]{3}$');
ALTER TABLE projects ADD CONSTRAINT percent_form CHECK (percent BETWEEN 0 AND 100);
ALTER TABLE projects ADD CONSTRAINT review_day_of_pause CHECK (condition_review_on IS NULL OR condition = 'paused');
ALTER TABLE condition_events ADD CONSTRAINT pause_has_reason_and_review_day
  CHECK (CASE condition WHEN 'paused' THEN reason IS NOT NULL AND review_on IS NOT NULL
                        WHEN 'terminated' THEN reason IS NOT NULL AND review_on IS NULL
                        ELSE review_on IS NULL END);
ALTER TABLE stage_events ADD CONSTRAINT one_origin CHECK (num_nonnulls(report_id, status_check_id) <= 1);
ALTER TABLE condition_events ADD CONSTRAINT one_origin CHECK (num_nonnulls(report_id, status_check_id) <= 1);
ALTER TABLE event_retractions ADD CONSTRAINT one_event CHECK (num_nonnulls(stage_event_id, condition_event_id) = 1);
ALTER TABLE commitments ADD CONSTRAINT value_has_unit CHECK (target_value IS NULL OR (unit IS NOT NULL AND target_value >= 0));
ALTER TABLE commitment_readings ADD CONSTRAINT value_form CHECK (value >= 0);
ALTER TABLE milestones ADD CONSTRAINT deadline_has_basis
  CHECK ((deadline_basis IS NULL) = (coalesce(revised_to, planned_to) IS NULL));
ALTER TABLE figures ADD CONSTRAINT one_subject CHECK (num_nonnulls(organization_id, project_id, place_id) = 1);
ALTER TABLE figures ADD CONSTRAINT money_or_number
  CHECK ((amount IS NULL) = (currency IS NULL) AND (number IS NULL) = (unit IS NULL) AND (amount IS NULL) <> (number IS NULL));
ALTER TABLE source_documents ADD CONSTRAINT sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE citations ADD CONSTRAINT one_subject
  CHECK (num_nonnulls(organization_id, agreement_id, party_id, project_id, stage_event_id, commitment_id, milestone_id, figure_id, event_id) = 1);
ALTER TABLE citations ADD CONSTRAINT one_origin CHECK (num_nonnulls(source_document_id, report_id, status_check_id) = 1);
ALTER TABLE citations ADD CONSTRAINT paragraph_of_source CHECK ((paragraph IS NULL) = (source_document_id IS NULL) AND paragraph >= 1);
ALTER TABLE citations ADD CONSTRAINT inference_has_reason CHECK ((basis = 'inferred') = (reason IS NOT NULL));
CREATE UNIQUE INDEX citations_once ON citations
  (coalesce(organization_id, 0), coalesce(agreement_id, 0), coalesce(party_id, 0), coalesce(project_id, 0), coalesce(stage_event_id, 0),
   coalesce(commitment_id, 0), coalesce(milestone_id, 0), coalesce(figure_id, 0), coalesce(event_id, 0),
   field, coalesce(source_document_id, 0), coalesce(paragraph, 0), coalesce(report_id, 0), coalesce(status_check_id, 0));

-- ── Reports and status checks ────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE progress_reports ADD CONSTRAINT period_is_month CHECK (extract(day FROM period) = 1);
ALTER TABLE progress_reports ADD CONSTRAINT percent_form CHECK (percent BETWEEN 0 AND 100);
ALTER TABLE progress_reports ADD CONSTRAINT money_form CHECK (arrived_funds >= 0 AND completed_investment >= 0);
ALTER TABLE progress_reports ADD CONSTRAINT stage_has_day_and_evidence
  CHECK ((new_stage IS NULL) = (stage_to IS NULL) AND (new_stage IS NULL) = (stage_evidence IS NULL));
ALTER TABLE progress_reports ADD CONSTRAINT pause_has_reason_and_review_day
  CHECK (CASE WHEN new_condition IS NULL OR new_condition = 'active' THEN condition_review_on IS NULL
              WHEN new_condition = 'paused' THEN condition_reason IS NOT NULL AND condition_review_on IS NOT NULL
              ELSE condition_reason IS NOT NULL AND condition_review_on IS NULL END);
ALTER TABLE progress_reports ADD CONSTRAINT nobody_reviews_their_own CHECK (reviewer_id <> author_id);
ALTER TABLE progress_reports ADD CONSTRAINT state_has_its_facts
  CHECK (CASE state
    WHEN 'submitted' THEN published_at IS NULL
    WHEN 'returned' THEN published_at IS NULL AND reviewer_id IS NOT NULL AND return_reason IS NOT NULL
    WHEN 'withdrawn' THEN published_at IS NOT NULL AND withdrawn_at IS NOT NULL AND withdrawn_by_id IS NOT NULL AND withdraw_reason IS NOT NULL
    ELSE published_at IS NOT NULL AND reviewer_id IS NOT NULL AND withdrawn_at IS NULL END);
-- Expressions keep these indexes out of Prisma's sight, which cannot describe a partial index.
CREATE UNIQUE INDEX one_live_report_per_month ON progress_reports ((project_id + 0), (period + 0))
  WHERE state IN ('submitted', 'returned', 'published');

ALTER TABLE status_checks ADD CONSTRAINT nobody_reviews_their_own CHECK (reviewer_id <> author_id);
ALTER TABLE status_checks ADD CONSTRAINT ending_has_reason CHECK (answer <> 'terminated' OR reason IS NOT NULL);
ALTER TABLE status_checks ADD CONSTRAINT state_has_its_facts
  CHECK (CASE state
    WHEN 'submitted' THEN published_at IS NULL
    WHEN 'returned' THEN published_at IS NULL AND reviewer_id IS NOT NULL AND return_reason IS NOT NULL
    WHEN 'withdrawn' THEN published_at IS NOT NULL AND withdrawn_at IS NOT NULL AND withdrawn_by_id IS NOT NULL AND withdraw_reason IS NOT NULL
    ELSE published_at IS NOT NULL AND reviewer_id IS NOT NULL AND withdrawn_at IS NULL END);
CREATE UNIQUE INDEX one_open_status_check ON status_checks ((project_id + 0)) WHERE state IN ('submitted', 'returned');

ALTER TABLE assignments ADD CONSTRAINT ends_after_start CHECK (until >= since);
CREATE UNIQUE INDEX one_open_assignment ON assignments ((project_id + 0)) WHERE until IS NULL;
ALTER TABLE accounts ADD CONSTRAINT name_form CHECK (name ~ '^[a-z][a-z0-9_.-]{1,31}$');

-- ── Append-only, immutable, undeletable ──────────────────────────────────────────────────────────────────────────

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: %', TG_OP, TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['stage_events', 'condition_events', 'event_retractions', 'commitment_revisions', 'milestone_revisions', 'audit_events'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change(%L)', name, 'append-only');
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(%L)', name, 'append-only');
  END LOOP;
  FOREACH name IN ARRAY ARRAY['organizations', 'agreements', 'parties', 'projects', 'commitments', 'milestones', 'progress_reports', 'status_checks', 'source_documents', 'accounts'] LOOP
    EXECUTE format('CREATE TRIGGER no_delete BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change(%L)', name, 'withdraw instead');
    EXECUTE format('CREATE TRIGGER no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change(%L)', name, 'withdraw instead');
  END LOOP;
END $$;

CREATE TRIGGER keeps_original BEFORE UPDATE ON milestones FOR EACH ROW
  WHEN ((old.planned_from, old.planned_to, old.planned_precision) IS DISTINCT FROM (new.planned_from, new.planned_to, new.planned_precision))
  EXECUTE FUNCTION refuse_change('the original date stays; append a revision');
CREATE TRIGGER keeps_original BEFORE UPDATE ON commitments FOR EACH ROW
  WHEN ((old.target_value, old.due_from, old.due_to, old.due_precision) IS DISTINCT FROM (new.target_value, new.due_from, new.due_to, new.due_precision))
  EXECUTE FUNCTION refuse_change('the original target stays; append a revision');

CREATE FUNCTION keep_published_content() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE may_change text[] := ARRAY['state', 'withdrawn_at', 'withdrawn_by_id', 'withdraw_reason', 'version'];
BEGIN
  IF to_jsonb(old) - may_change IS DISTINCT FROM to_jsonb(new) - may_change
    OR (old.state <> 'published' AND old.state <> new.state) THEN
    RAISE EXCEPTION 'what was published cannot be changed: withdraw it' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER keeps_published BEFORE UPDATE ON progress_reports FOR EACH ROW
  WHEN (old.state IN ('published', 'corrected', 'withdrawn')) EXECUTE FUNCTION keep_published_content();
CREATE TRIGGER keeps_published BEFORE UPDATE ON status_checks FOR EACH ROW
  WHEN (old.state IN ('published', 'corrected', 'withdrawn')) EXECUTE FUNCTION keep_published_content();

CREATE FUNCTION keep_published_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM progress_reports WHERE id = coalesce(new.report_id, old.report_id) AND state NOT IN ('submitted', 'returned')) THEN
    RAISE EXCEPTION 'what was published cannot be changed: withdraw it' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN coalesce(new, old);
END $$;
CREATE TRIGGER keeps_published BEFORE UPDATE OR DELETE ON commitment_readings FOR EACH ROW EXECUTE FUNCTION keep_published_rows();
CREATE TRIGGER keeps_published BEFORE UPDATE OR DELETE ON milestone_completions FOR EACH ROW EXECUTE FUNCTION keep_published_rows();
CREATE TRIGGER keeps_published BEFORE UPDATE OR DELETE ON problems FOR EACH ROW EXECUTE FUNCTION keep_published_rows();

-- ── The audit chain ──────────────────────────────────────────────────────────────────────────────────────────────
-- Numbers without gaps and a hash over each row and the one before: any edit, deletion, insertion or reordering shows.
-- The lock is held until the transaction ends, so commands write their audit event last.

CREATE FUNCTION audit_hash(event audit_events) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    event.id, extract(epoch FROM event.at), event.account_id, event.actor, event.action, event.subject,
    event.details, event.address, event.succeeded, event.prev_hash)::text, 'UTF8')), 'hex')
$$;

CREATE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last record;
BEGIN
  PERFORM pg_advisory_xact_lock(20150810);
  SELECT id, hash INTO last FROM audit_events ORDER BY id DESC LIMIT 1;
  new.id := coalesce(last.id, 0) + 1;
  new.prev_hash := coalesce(last.hash, repeat('0', 64));
  new.hash := audit_hash(new);
  RETURN new;
END $$;
CREATE TRIGGER chained BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION chain_audit_event();

-- ── Projections ──────────────────────────────────────────────────────────────────────────────────────────────────
-- The "current" columns follow from events and published reports, in the same transaction, whoever writes.

CREATE FUNCTION refresh_projects(ids int[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- First the locks, in one order; the next statement then sees what other transactions committed meanwhile.
  PERFORM FROM projects WHERE id = ANY (ids) ORDER BY id FOR NO KEY UPDATE;

  UPDATE milestones m SET actual_from = c.actual_from, actual_to = c.actual_to, actual_precision = c.actual_precision
  FROM milestones own
  LEFT JOIN LATERAL (
    SELECT mc.actual_from, mc.actual_to, mc.actual_precision
    FROM milestone_completions mc JOIN progress_reports r ON r.id = mc.report_id
    WHERE mc.milestone_id = own.id AND r.state = 'published'
    ORDER BY r.period DESC, r.published_at DESC LIMIT 1
  ) c ON true
  WHERE own.id = m.id AND own.project_id = ANY (ids)
    AND (m.actual_from, m.actual_to, m.actual_precision) IS DISTINCT FROM (c.actual_from, c.actual_to, c.actual_precision);

  UPDATE commitments c SET read_value = x.value
  FROM commitments own
  LEFT JOIN LATERAL (
    SELECT cr.value
    FROM commitment_readings cr JOIN progress_reports r ON r.id = cr.report_id
    WHERE cr.commitment_id = own.id AND r.state = 'published'
    ORDER BY r.period DESC, r.published_at DESC LIMIT 1
  ) x ON true
  WHERE own.id = c.id AND own.project_id = ANY (ids) AND c.read_value IS DISTINCT FROM x.value;

  UPDATE projects p SET
    enterprise_key = coalesce((
      SELECT string_agg(o.slug, '+' ORDER BY i.ordinal)
      FROM project_investors i JOIN organizations o ON o.id = i.organization_id WHERE i.project_id = p.id), ''),
    stage = coalesce(s.stage, 'signed'),
    stage_from = s.effective_from, stage_to = s.effective_to, stage_precision = s.effective_precision,
    condition = c.condition, condition_review_on = c.review_on,
    percent = (
      SELECT r.percent FROM progress_reports r
      WHERE r.project_id = p.id AND r.state = 'published' AND r.percent IS NOT NULL
      ORDER BY r.period DESC, r.published_at DESC LIMIT 1),
    arrived_funds = (
      SELECT r.arrived_funds FROM progress_reports r
      WHERE r.project_id = p.id AND r.state = 'published' AND r.arrived_funds IS NOT NULL
      ORDER BY r.period DESC, r.published_at DESC LIMIT 1),
    completed_investment = (
      SELECT r.completed_investment FROM progress_reports r
      WHERE r.project_id = p.id AND r.state = 'published' AND r.completed_investment IS NOT NULL
      ORDER BY r.period DESC, r.published_at DESC LIMIT 1),
    public_arrived_funds = (
      SELECT r.arrived_funds FROM progress_reports r
      WHERE r.project_id = p.id AND r.state = 'published' AND r.is_money_public AND r.arrived_funds IS NOT NULL
      ORDER BY r.period DESC, r.published_at DESC LIMIT 1),
    public_completed_investment = (
      SELECT r.completed_investment FROM progress_reports r
      WHERE r.project_id = p.id AND r.state = 'published' AND r.is_money_public AND r.completed_investment IS NOT NULL
      ORDER BY r.period DESC, r.published_at DESC LIMIT 1),
    reported_on = greatest(
      (SELECT max(shanghai_day(r.published_at)) FROM progress_reports r WHERE r.project_id = p.id AND r.state = 'published'),
      (SELECT max(shanghai_day(k.published_at)) FROM status_checks k WHERE k.project_id = p.id AND k.state = 'published')),
    is_verified =
      EXISTS (SELECT FROM progress_reports r WHERE r.project_id = p.id AND r.state = 'published')
      OR EXISTS (SELECT FROM status_checks k WHERE k.project_id = p.id AND k.state = 'published' AND k.answer <> 'unclear'),
    due_from = d.due_from, due_to = d.due_to, due_precision = d.due_precision, due_basis = d.due_basis
  FROM projects own
  LEFT JOIN LATERAL (
    SELECT e.* FROM stage_events e
    WHERE e.project_id = own.id AND NOT EXISTS (SELECT FROM event_retractions x WHERE x.stage_event_id = e.id)
    ORDER BY e.stage DESC, e.effective_to DESC, e.id DESC LIMIT 1
  ) s ON true
  LEFT JOIN LATERAL (
    SELECT e.* FROM condition_events e
    WHERE e.project_id = own.id AND NOT EXISTS (SELECT FROM event_retractions x WHERE x.condition_event_id = e.id)
    ORDER BY e.effective_to DESC, e.id DESC LIMIT 1
  ) c ON true
  LEFT JOIN LATERAL (
    SELECT
      CASE WHEN m.revised_to IS NULL THEN m.planned_from ELSE m.revised_from END AS due_from,
      coalesce(m.revised_to, m.planned_to) AS due_to,
      coalesce(m.revised_precision, m.planned_precision) AS due_precision,
      CASE WHEN m.revised_to IS NULL AND EXISTS (
        SELECT FROM citations x WHERE x.milestone_id = m.id AND x.field = 'planned' AND x.basis = 'inferred')
        THEN 'inferred'::basis ELSE 'stated' END AS due_basis
    FROM milestones m
    WHERE m.project_id = own.id AND m.actual_to IS NULL AND coalesce(m.revised_to, m.planned_to) IS NOT NULL
    ORDER BY coalesce(m.revised_to, m.planned_to), m.ordinal LIMIT 1
  ) d ON true
  WHERE own.id = p.id AND p.id = ANY (ids);
END $$;

CREATE FUNCTION refresh_changed_projects() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids int[];
BEGIN
  EXECUTE TG_ARGV[0] INTO ids;
  IF ids IS NOT NULL THEN PERFORM refresh_projects(ids); END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE
  by_project text := 'SELECT array_agg(DISTINCT project_id) FROM changed';
  by_report text := 'SELECT array_agg(DISTINCT r.project_id) FROM changed c JOIN progress_reports r ON r.id = c.report_id AND r.state = ''published''';
  rule record;
BEGIN
  FOR rule IN SELECT * FROM (VALUES
    ('stage_events', 'INSERT', by_project),
    ('condition_events', 'INSERT', by_project),
    ('event_retractions', 'INSERT', 'SELECT array_agg(DISTINCT coalesce(s.project_id, k.project_id)) FROM changed c
       LEFT JOIN stage_events s ON s.id = c.stage_event_id LEFT JOIN condition_events k ON k.id = c.condition_event_id'),
    ('progress_reports', 'INSERT', by_project || ' WHERE state = ''published'''),
    ('progress_reports', 'UPDATE', by_project || ' WHERE state IN (''published'', ''corrected'', ''withdrawn'')'),
    ('status_checks', 'INSERT', by_project || ' WHERE state = ''published'''),
    ('status_checks', 'UPDATE', by_project || ' WHERE state IN (''published'', ''corrected'', ''withdrawn'')'),
    ('milestone_completions', 'INSERT', by_report),
    ('commitment_readings', 'INSERT', by_report),
    ('milestones', 'INSERT', by_project),
    ('project_investors', 'INSERT', by_project),
    ('project_investors', 'UPDATE', by_project),
    ('citations', 'INSERT', 'SELECT array_agg(DISTINCT m.project_id) FROM changed c JOIN milestones m ON m.id = c.milestone_id')
  ) AS t("table", event, ids) LOOP
    EXECUTE format('CREATE TRIGGER refreshes_projects_on_%s AFTER %s ON %I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION refresh_changed_projects(%L)', lower(rule.event), rule.event, rule."table", rule.ids);
  END LOOP;
END $$;
-- A moved deadline changes what is due; the projection's own update of actual dates must not come back here.
CREATE FUNCTION refresh_project_of_revised_milestone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_projects(ARRAY[new.project_id]);
  RETURN NULL;
END $$;
CREATE TRIGGER refreshes_project_on_revision AFTER UPDATE ON milestones FOR EACH ROW
  WHEN ((old.revised_from, old.revised_to, old.revised_precision) IS DISTINCT FROM (new.revised_from, new.revised_to, new.revised_precision))
  EXECUTE FUNCTION refresh_project_of_revised_milestone();

-- ── What the page cache must drop ────────────────────────────────────────────────────────────────────────────────
-- Tags: project:<code> (that project's page and API), register (every list, count and statistic), all.
-- Drafts, sessions, submitted reports and the audit say nothing.

CREATE FUNCTION notify_projects() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE codes text[];
BEGIN
  EXECUTE TG_ARGV[0] INTO codes;
  IF codes IS NULL THEN RETURN NULL; END IF;
  IF cardinality(codes) > 100 THEN
    PERFORM pg_notify('page_cache', 'all');
  ELSE
    PERFORM pg_notify('page_cache', 'register,' || (SELECT string_agg('project:' || code, ',') FROM unnest(codes) AS code));
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION notify_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('page_cache', 'all');
  RETURN NULL;
END $$;

DO $$
DECLARE
  by_project text := 'SELECT array_agg(DISTINCT p.code) FROM changed c JOIN projects p ON p.id = c.project_id';
  by_report text := 'SELECT array_agg(DISTINCT p.code) FROM changed c JOIN progress_reports r ON r.id = c.report_id JOIN projects p ON p.id = r.project_id
    WHERE r.state NOT IN (''submitted'', ''returned'')';
  published text := ' WHERE c.state NOT IN (''submitted'', ''returned'')';
  rule record;
  event text;
BEGIN
  FOR rule IN SELECT * FROM (VALUES
    ('projects', 'SELECT array_agg(DISTINCT code) FROM changed'),
    ('project_investors', by_project),
    ('commitments', by_project),
    ('milestones', by_project),
    ('stage_events', by_project),
    ('condition_events', by_project),
    ('assignments', by_project),
    ('progress_reports', by_project || published),
    ('status_checks', by_project || published),
    ('commitment_readings', by_report),
    ('milestone_completions', by_report)
  ) AS t("table", codes) LOOP
    FOREACH event IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
      EXECUTE format('CREATE TRIGGER notifies_projects_on_%s AFTER %s ON %I REFERENCING %s TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION notify_projects(%L)',
        lower(event), event, rule."table", CASE event WHEN 'DELETE' THEN 'OLD' ELSE 'NEW' END, rule.codes);
    END LOOP;
  END LOOP;
  FOR rule IN SELECT unnest(ARRAY['dataset', 'organizations', 'organization_aliases', 'agreements', 'parties', 'places', 'commitment_revisions',
    'milestone_revisions', 'event_retractions', 'citations', 'figures', 'events', 'event_agreements', 'source_documents', 'source_persons', 'units']) AS "table" LOOP
    EXECUTE format('CREATE TRIGGER notifies_all AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION notify_all()', rule."table");
  END LOOP;
END $$;
