-- Changes of the register that are reviewed like reports, corrections of reports, and drafts of any form.

-- ── Drafts belong to a form, not only to a project ───────────────────────────────────────────────────────────────

ALTER TABLE drafts ADD COLUMN form text;
UPDATE drafts d SET form = replace(d.kind::text, '_', '-') || ':' || p.code FROM projects p WHERE p.id = d.project_id;
ALTER TABLE drafts ALTER COLUMN form SET NOT NULL;
ALTER TABLE drafts DROP COLUMN project_id, DROP COLUMN kind;
DROP TYPE draft_kind;
CREATE UNIQUE INDEX drafts_account_id_form_key ON drafts (account_id, form);
ALTER TABLE drafts ADD CONSTRAINT form_form CHECK (form ~ '^[a-z-]+:[A-Za-z0-9:-]{1,80}$');

-- ── A withdrawn thing leaves every read ──────────────────────────────────────────────────────────────────────────
-- The tables are called all_*; the views under their plain names leave out what was withdrawn, so that no read can
-- forget to. `SELECT *` is resolved now: a migration that adds a column makes the view anew.

ALTER TABLE places ADD COLUMN version integer NOT NULL DEFAULT 1;

DO $$
DECLARE
  name text;
  item record;
BEGIN
  FOREACH name IN ARRAY ARRAY['organizations', 'places', 'agreements', 'projects', 'commitments', 'milestones'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN withdrawn_at timestamptz(3)', name);
    EXECUTE format('ALTER TABLE %I RENAME TO %I', name, 'all_' || name);
    -- Prisma expects the names of keys and indexes to begin with the table's.
    FOR item IN SELECT conname FROM pg_constraint
      WHERE conrelid = ('all_' || name)::regclass AND contype IN ('p', 'f') LOOP
      EXECUTE format('ALTER TABLE %I RENAME CONSTRAINT %I TO %I', 'all_' || name, item.conname, 'all_' || item.conname);
    END LOOP;
    FOR item IN SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE i.indrelid = ('all_' || name)::regclass AND c.relname LIKE name || '\_%' LOOP
      EXECUTE format('ALTER INDEX %I RENAME TO %I', item.relname, 'all_' || item.relname);
    END LOOP;
  END LOOP;
END $$;

DROP INDEX IF EXISTS projects_standing_idx;
DROP INDEX IF EXISTS all_projects_standing_idx;
CREATE INDEX projects_standing_idx ON all_projects (id, code, stage_to, stage, condition, sourced_on, reported_on,
  is_verified, enterprise_key, place_id, currency, agreed_investment, public_arrived_funds, withdrawn_at);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['organizations', 'places', 'agreements', 'projects', 'commitments', 'milestones'] LOOP
    EXECUTE format('CREATE VIEW %I AS SELECT * FROM %I WHERE withdrawn_at IS NULL', name, 'all_' || name);
  END LOOP;
END $$;

-- ── Register changes ─────────────────────────────────────────────────────────────────────────────────────────────

CREATE TYPE register_subject AS ENUM ('organization', 'place', 'agreement', 'project', 'standing');
CREATE TYPE change_kind AS ENUM ('creation', 'change', 'correction');

CREATE TABLE register_changes (
  id serial NOT NULL,
  subject register_subject NOT NULL,
  kind change_kind NOT NULL,
  organization_id integer,
  place_id integer,
  agreement_id integer,
  project_id integer,
  title text NOT NULL,
  content jsonb NOT NULL,
  before jsonb,
  base_version integer,
  reason text,
  evidence_kind evidence_kind NOT NULL,
  evidence text NOT NULL,
  evidence_on date NOT NULL,
  author_id integer NOT NULL,
  state review_state NOT NULL DEFAULT 'submitted',
  submitted_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  reviewer_id integer,
  reviewed_at timestamptz(3),
  return_reason text,
  return_field text,
  published_at timestamptz(3),
  withdrawn_at timestamptz(3),
  withdrawn_by_id integer,
  withdraw_reason text,
  request_id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT register_changes_pkey PRIMARY KEY (id),
  CONSTRAINT register_changes_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES all_organizations (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT register_changes_place_id_fkey FOREIGN KEY (place_id) REFERENCES all_places (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT register_changes_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES all_agreements (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT register_changes_project_id_fkey FOREIGN KEY (project_id) REFERENCES all_projects (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT register_changes_author_id_fkey FOREIGN KEY (author_id) REFERENCES accounts (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT register_changes_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES accounts (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT register_changes_withdrawn_by_id_fkey FOREIGN KEY (withdrawn_by_id) REFERENCES accounts (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT nobody_reviews_their_own CHECK (reviewer_id <> author_id),
  CONSTRAINT creation_has_no_past CHECK ((kind = 'creation') = (before IS NULL) AND (kind = 'creation') = (base_version IS NULL)),
  CONSTRAINT change_has_reason CHECK (kind = 'creation' OR reason IS NOT NULL),
  CONSTRAINT standing_is_corrected CHECK (subject <> 'standing' OR kind = 'correction'),
  CONSTRAINT names_its_subject CHECK (
    num_nonnulls(organization_id, place_id, agreement_id, project_id) <= 1
    AND (organization_id IS NULL OR subject = 'organization') AND (place_id IS NULL OR subject = 'place')
    AND (agreement_id IS NULL OR subject = 'agreement') AND (project_id IS NULL OR subject IN ('project', 'standing'))
    AND (num_nonnulls(organization_id, place_id, agreement_id, project_id) = 1
      OR (kind = 'creation' AND published_at IS NULL))),
  CONSTRAINT state_has_its_facts CHECK (CASE state
    WHEN 'submitted' THEN published_at IS NULL
    WHEN 'returned' THEN published_at IS NULL AND reviewer_id IS NOT NULL AND return_reason IS NOT NULL
    WHEN 'withdrawn' THEN published_at IS NOT NULL AND withdrawn_at IS NOT NULL AND withdrawn_by_id IS NOT NULL AND withdraw_reason IS NOT NULL
    WHEN 'published' THEN published_at IS NOT NULL AND reviewer_id IS NOT NULL AND withdrawn_at IS NULL
    ELSE false END)
);
CREATE UNIQUE INDEX register_changes_request_id_key ON register_changes (request_id);
CREATE INDEX register_changes_state_submitted_at_idx ON register_changes (state, submitted_at);
CREATE INDEX register_changes_author_id_state_idx ON register_changes (author_id, state);
CREATE INDEX register_changes_organization_id_idx ON register_changes (organization_id);
CREATE INDEX register_changes_place_id_idx ON register_changes (place_id);
CREATE INDEX register_changes_agreement_id_idx ON register_changes (agreement_id);
CREATE INDEX register_changes_project_id_published_at_idx ON register_changes (project_id, published_at DESC);
-- One thing is changed by one open change at a time; a wrong stage may be corrected beside it.
CREATE UNIQUE INDEX one_open_change ON register_changes
  ((subject = 'standing'), coalesce(organization_id, 0), coalesce(place_id, 0), coalesce(agreement_id, 0), coalesce(project_id, 0))
  WHERE state IN ('submitted', 'returned') AND kind <> 'creation';

CREATE TRIGGER no_delete BEFORE DELETE ON register_changes FOR EACH ROW EXECUTE FUNCTION refuse_change('withdraw instead');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON register_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('withdraw instead');
CREATE TRIGGER keeps_published BEFORE UPDATE ON register_changes FOR EACH ROW
  WHEN (old.state IN ('published', 'corrected', 'withdrawn')) EXECUTE FUNCTION keep_published_content();

-- ── What a change brings names it ────────────────────────────────────────────────────────────────────────────────

ALTER TABLE stage_events ADD COLUMN register_change_id integer
  CONSTRAINT stage_events_register_change_id_fkey REFERENCES register_changes (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE condition_events ADD COLUMN register_change_id integer
  CONSTRAINT condition_events_register_change_id_fkey REFERENCES register_changes (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE commitment_revisions ADD COLUMN register_change_id integer
  CONSTRAINT commitment_revisions_register_change_id_fkey REFERENCES register_changes (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE milestone_revisions ADD COLUMN register_change_id integer
  CONSTRAINT milestone_revisions_register_change_id_fkey REFERENCES register_changes (id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX stage_events_register_change_id_idx ON stage_events (register_change_id);
CREATE INDEX condition_events_register_change_id_idx ON condition_events (register_change_id);
CREATE INDEX commitment_revisions_register_change_id_idx ON commitment_revisions (register_change_id);
CREATE INDEX milestone_revisions_register_change_id_idx ON milestone_revisions (register_change_id);
ALTER TABLE stage_events DROP CONSTRAINT one_origin,
  ADD CONSTRAINT one_origin CHECK (num_nonnulls(report_id, status_check_id, register_change_id) <= 1);
ALTER TABLE condition_events DROP CONSTRAINT one_origin,
  ADD CONSTRAINT one_origin CHECK (num_nonnulls(report_id, status_check_id, register_change_id) <= 1);

ALTER TABLE citations
  ADD COLUMN place_id integer
    CONSTRAINT citations_place_id_fkey REFERENCES all_places (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN register_change_id integer
    CONSTRAINT citations_register_change_id_fkey REFERENCES register_changes (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN superseded_by_id integer
    CONSTRAINT citations_superseded_by_id_fkey REFERENCES register_changes (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  DROP CONSTRAINT one_subject,
  DROP CONSTRAINT one_origin;
ALTER TABLE citations ADD CONSTRAINT one_subject
  CHECK (num_nonnulls(organization_id, agreement_id, party_id, project_id, stage_event_id, commitment_id, milestone_id, figure_id, event_id, place_id) = 1);
ALTER TABLE citations ADD CONSTRAINT one_origin
  CHECK (num_nonnulls(source_document_id, report_id, status_check_id, register_change_id) = 1);
CREATE INDEX citations_place_id_idx ON citations (place_id);
CREATE INDEX citations_register_change_id_idx ON citations (register_change_id);
CREATE INDEX citations_superseded_by_id_idx ON citations (superseded_by_id);
DROP INDEX citations_once;
CREATE UNIQUE INDEX citations_once ON citations
  (coalesce(organization_id, 0), coalesce(agreement_id, 0), coalesce(party_id, 0), coalesce(project_id, 0), coalesce(stage_event_id, 0),
   coalesce(commitment_id, 0), coalesce(milestone_id, 0), coalesce(figure_id, 0), coalesce(event_id, 0), coalesce(place_id, 0),
   field, coalesce(source_document_id, 0), coalesce(paragraph, 0), coalesce(report_id, 0), coalesce(status_check_id, 0),
   coalesce(register_change_id, 0));

-- ── Corrections of reports ───────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE progress_reports
  ADD COLUMN corrects_id integer
    CONSTRAINT progress_reports_corrects_id_fkey REFERENCES progress_reports (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD COLUMN correction_reason text,
  ADD CONSTRAINT correction_has_reason CHECK ((corrects_id IS NULL) = (correction_reason IS NULL)),
  ADD CONSTRAINT corrects_another CHECK (corrects_id <> id);
CREATE INDEX progress_reports_corrects_id_idx ON progress_reports (corrects_id);
-- A correction waits beside the published report of its month and takes its place when it is published.
DROP INDEX one_live_report_per_month;
CREATE UNIQUE INDEX one_live_report_per_month ON progress_reports
  ((project_id + 0), (period + 0), (state <> 'published' AND corrects_id IS NOT NULL))
  WHERE state IN ('submitted', 'returned', 'published');

-- ── Projections and cache tags ───────────────────────────────────────────────────────────────────────────────────

CREATE TRIGGER refreshes_projects_on_delete AFTER DELETE ON project_investors REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_changed_projects('SELECT array_agg(DISTINCT project_id) FROM changed');
CREATE TRIGGER refreshes_project_on_withdrawal AFTER UPDATE ON all_milestones FOR EACH ROW
  WHEN (old.withdrawn_at IS DISTINCT FROM new.withdrawn_at)
  EXECUTE FUNCTION refresh_project_of_revised_milestone();

CREATE FUNCTION notify_published_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM changed WHERE state NOT IN ('submitted', 'returned')) THEN
    PERFORM pg_notify('page_cache', 'all');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER notifies_all_on_insert AFTER INSERT ON register_changes REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION notify_published_changes();
CREATE TRIGGER notifies_all_on_update AFTER UPDATE ON register_changes REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION notify_published_changes();
