-- Monthly rounds with a deadline, the explicit answer that nothing changed, and who takes over what was returned.

-- ── Rounds ───────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TYPE round_step AS ENUM ('opened', 'due_moved', 'closed', 'reopened');

CREATE TABLE rounds (
  id serial NOT NULL,
  period date NOT NULL,
  due_on date NOT NULL,
  note text,
  opened_by_id integer NOT NULL,
  opened_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  closed_at timestamptz(3),
  close_reason text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT rounds_pkey PRIMARY KEY (id),
  CONSTRAINT rounds_opened_by_id_fkey FOREIGN KEY (opened_by_id) REFERENCES accounts (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT period_is_month CHECK (extract(day FROM period) = 1),
  CONSTRAINT due_in_or_after_its_month CHECK (due_on >= period),
  CONSTRAINT closing_has_reason CHECK ((closed_at IS NULL) = (close_reason IS NULL))
);
CREATE UNIQUE INDEX rounds_period_key ON rounds (period);

CREATE TABLE round_events (
  id serial NOT NULL,
  round_id integer NOT NULL,
  step round_step NOT NULL,
  reason text,
  old_due_on date,
  new_due_on date,
  account_id integer NOT NULL,
  recorded_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT round_events_pkey PRIMARY KEY (id),
  CONSTRAINT round_events_round_id_fkey FOREIGN KEY (round_id) REFERENCES rounds (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT round_events_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT step_has_reason CHECK (step = 'opened' OR reason IS NOT NULL),
  CONSTRAINT move_has_both_days CHECK (num_nonnulls(old_due_on, new_due_on) = CASE step WHEN 'due_moved' THEN 2 ELSE 0 END)
);
CREATE INDEX round_events_round_id_idx ON round_events (round_id);

CREATE TRIGGER no_delete BEFORE DELETE ON rounds FOR EACH ROW EXECUTE FUNCTION refuse_change('close it instead');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON rounds FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('close it instead');
CREATE TRIGGER keeps_period BEFORE UPDATE ON rounds FOR EACH ROW
  WHEN ((old.period, old.opened_by_id, old.opened_at) IS DISTINCT FROM (new.period, new.opened_by_id, new.opened_at))
  EXECUTE FUNCTION refuse_change('a round keeps its month and who opened it');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON round_events FOR EACH ROW EXECUTE FUNCTION refuse_change('append-only');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON round_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('append-only');

-- The lock makes a closing wait for the reports that are being handed in, and them for it.
CREATE FUNCTION refuse_report_of_closed_round() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE closed timestamptz;
BEGIN
  SELECT closed_at INTO closed FROM rounds WHERE period = new.period FOR SHARE;
  IF closed IS NOT NULL THEN
    RAISE EXCEPTION 'the round of % is closed: reopen it', new.period USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER round_is_open BEFORE INSERT ON progress_reports FOR EACH ROW WHEN (new.corrects_id IS NULL)
  EXECUTE FUNCTION refuse_report_of_closed_round();

-- ── 本期无变化 ────────────────────────────────────────────────────────────────────────────────────────────────────
-- Problems may go on: they are internal, and a project that stands still often has one.

ALTER TABLE progress_reports
  ADD COLUMN is_unchanged boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT unchanged_says_nothing_else CHECK (NOT is_unchanged OR (summary = '本期无变化'
    AND num_nonnulls(percent, arrived_funds, completed_investment, new_stage, new_condition, note) = 0));

-- A round is counted by its month.
CREATE INDEX progress_reports_period_state_idx ON progress_reports (period, state);

CREATE FUNCTION refuse_rows_of_unchanged_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM progress_reports WHERE id = new.report_id AND is_unchanged) THEN
    RAISE EXCEPTION 'report % says that nothing changed', new.report_id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER unchanged_says_nothing_else AFTER INSERT ON commitment_readings FOR EACH ROW
  EXECUTE FUNCTION refuse_rows_of_unchanged_report();
CREATE TRIGGER unchanged_says_nothing_else AFTER INSERT ON milestone_completions FOR EACH ROW
  EXECUTE FUNCTION refuse_rows_of_unchanged_report();

CREATE FUNCTION refuse_unchanged_with_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM commitment_readings WHERE report_id = new.id)
    OR EXISTS (SELECT FROM milestone_completions WHERE report_id = new.id) THEN
    RAISE EXCEPTION 'report % has values and says that nothing changed', new.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER unchanged_has_no_rows AFTER UPDATE ON progress_reports FOR EACH ROW
  WHEN (new.is_unchanged AND NOT old.is_unchanged) EXECUTE FUNCTION refuse_unchanged_with_rows();

-- ── Who takes over what was returned ─────────────────────────────────────────────────────────────────────────────
-- The author is who handed it in last; whoever wrote at it before does not review it either.

ALTER TABLE progress_reports
  ADD COLUMN former_author_ids integer[] NOT NULL DEFAULT ARRAY[]::integer[],
  ADD CONSTRAINT nobody_reviews_what_they_wrote CHECK (NOT coalesce(reviewer_id = ANY (former_author_ids), false));
ALTER TABLE status_checks
  ADD COLUMN former_author_ids integer[] NOT NULL DEFAULT ARRAY[]::integer[],
  ADD CONSTRAINT nobody_reviews_what_they_wrote CHECK (NOT coalesce(reviewer_id = ANY (former_author_ids), false));
