-- Uploaded workbooks: what was understood of each row, and what came of it. They are no domain data: they go when
-- nobody needs them any more.

CREATE TYPE import_kind AS ENUM ('reports', 'register');
CREATE TYPE import_state AS ENUM ('reading', 'refused', 'previewed', 'confirmed');
CREATE TYPE import_verdict AS ENUM ('new', 'changed', 'unchanged', 'in_review', 'bad');

CREATE TABLE imports (
  id serial NOT NULL,
  account_id integer NOT NULL,
  kind import_kind,
  state import_state NOT NULL DEFAULT 'reading',
  file_name text NOT NULL,
  sha256 char(64) NOT NULL,
  bytes integer NOT NULL,
  refusal text,
  columns jsonb NOT NULL DEFAULT '[]',
  evidence_kind evidence_kind,
  evidence text,
  evidence_on date,
  reason text,
  change_kind change_kind,
  uploaded_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  confirmed_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT imports_pkey PRIMARY KEY (id),
  CONSTRAINT imports_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT state_has_its_facts CHECK (CASE state
    WHEN 'reading' THEN refusal IS NULL AND confirmed_at IS NULL
    WHEN 'refused' THEN refusal IS NOT NULL AND confirmed_at IS NULL
    WHEN 'previewed' THEN refusal IS NULL AND confirmed_at IS NULL AND kind IS NOT NULL
    WHEN 'confirmed' THEN refusal IS NULL AND confirmed_at IS NOT NULL AND kind IS NOT NULL
    ELSE false END),
  CONSTRAINT evidence_is_whole CHECK (num_nulls(evidence_kind, evidence, evidence_on) IN (0, 3)),
  CONSTRAINT registered_on_evidence CHECK (state <> 'confirmed' OR kind <> 'register' OR evidence_kind IS NOT NULL)
);
CREATE INDEX imports_account_id_uploaded_at_idx ON imports (account_id, uploaded_at DESC);

CREATE TABLE import_rows (
  import_id integer NOT NULL,
  row integer NOT NULL,
  key text,
  title text NOT NULL,
  verdict import_verdict NOT NULL,
  cells jsonb NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]',
  changes jsonb NOT NULL DEFAULT '[]',
  content jsonb,
  is_chosen boolean NOT NULL,
  failure text,
  report_id integer,
  register_change_id integer,
  CONSTRAINT import_rows_pkey PRIMARY KEY (import_id, row),
  CONSTRAINT import_rows_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT import_rows_report_id_fkey FOREIGN KEY (report_id) REFERENCES progress_reports (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT import_rows_register_change_id_fkey FOREIGN KEY (register_change_id) REFERENCES register_changes (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT one_result CHECK (num_nonnulls(failure, report_id, register_change_id) <= 1),
  CONSTRAINT only_news_is_handed_in CHECK (verdict IN ('new', 'changed')
    OR (NOT is_chosen AND content IS NULL AND num_nonnulls(failure, report_id, register_change_id) = 0)),
  CONSTRAINT news_has_content CHECK (verdict NOT IN ('new', 'changed') OR content IS NOT NULL),
  CONSTRAINT bad_has_reasons CHECK (verdict <> 'bad' OR jsonb_array_length(problems) > 0)
);
CREATE INDEX import_rows_import_id_verdict_row_idx ON import_rows (import_id, verdict, row);
CREATE INDEX import_rows_report_id_idx ON import_rows (report_id);
CREATE INDEX import_rows_register_change_id_idx ON import_rows (register_change_id);
