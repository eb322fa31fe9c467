-- Photos and files of progress reports (依据材料); their bytes are in the storage.

CREATE TYPE "attachment_kind" AS ENUM ('photo', 'pdf', 'office');

CREATE TABLE "attachments" (
    "id" SERIAL NOT NULL,
    "key" CHAR(32) NOT NULL,
    "blob" CHAR(32) NOT NULL,
    "copied_from_id" INTEGER,
    "project_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "form" TEXT,
    "report_id" INTEGER,
    "kind" "attachment_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "caption" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stored_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachments_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "attachments_key_key" ON "attachments"("key");
CREATE INDEX "attachments_report_id_idx" ON "attachments"("report_id");
CREATE INDEX "attachments_copied_from_id_idx" ON "attachments"("copied_from_id");
CREATE UNIQUE INDEX "attachments_author_id_form_copied_from_id_key" ON "attachments"("author_id", "form", "copied_from_id");

ALTER TABLE "attachments" ADD CONSTRAINT "attachments_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "all_projects"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "progress_reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_copied_from_id_fkey" FOREIGN KEY ("copied_from_id") REFERENCES "attachments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the Prisma schema cannot say.

ALTER TABLE attachments ADD CONSTRAINT key_form CHECK (key ~ '^[0-9a-f]{32}$');
ALTER TABLE attachments ADD CONSTRAINT original_has_its_bytes CHECK ((copied_from_id IS NULL) = (blob = key));
ALTER TABLE attachments ADD CONSTRAINT sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE attachments ADD CONSTRAINT draft_or_report CHECK (num_nonnulls(form, report_id) = 1);
ALTER TABLE attachments ADD CONSTRAINT handed_in_is_stored CHECK (report_id IS NULL OR stored_at IS NOT NULL);
ALTER TABLE attachments ADD CONSTRAINT text_form CHECK (char_length(name) BETWEEN 1 AND 120 AND char_length(caption) BETWEEN 1 AND 200);
ALTER TABLE attachments ADD CONSTRAINT bytes_form CHECK (bytes BETWEEN 1 AND 20 * 1024 * 1024);
ALTER TABLE attachments ADD CONSTRAINT photo_has_size
  CHECK (CASE kind WHEN 'photo' THEN width >= 1 AND height >= 1 ELSE num_nonnulls(width, height, caption) = 0 END);
ALTER TABLE attachments ADD CONSTRAINT type_of_kind
  CHECK (CASE kind WHEN 'photo' THEN media_type = 'image/jpeg'
                   WHEN 'pdf' THEN media_type = 'application/pdf'
                   ELSE media_type LIKE 'application/vnd.openxmlformats-officedocument.%' END);

-- What the bytes are never changes. What was handed in changes only while it is with its author again; what was
-- published, never. A row that its author took away may go when its bytes have gone.
CREATE FUNCTION keep_handed_in_attachments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE may_change text[] := ARRAY['form', 'report_id', 'caption', 'stored_at', 'removed_at'];
BEGIN
  IF TG_OP = 'DELETE' AND old.removed_at IS NOT NULL THEN RETURN old; END IF;
  IF TG_OP = 'UPDATE' AND (to_jsonb(old) - may_change IS DISTINCT FROM to_jsonb(new) - may_change
    OR old.removed_at IS NOT NULL OR (old.report_id IS NOT NULL AND old.report_id IS DISTINCT FROM new.report_id)) THEN
    RAISE EXCEPTION 'an attachment stays what it is: remove it' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP <> 'INSERT' AND old.report_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM progress_reports WHERE id = old.report_id AND state = 'returned') THEN
    RAISE EXCEPTION 'what was handed in cannot be changed: return or withdraw the report' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN old; END IF;
  IF new.report_id IS NOT NULL AND NOT EXISTS (SELECT FROM progress_reports r
      WHERE r.id = new.report_id AND r.project_id = new.project_id AND r.author_id = new.author_id AND r.state IN ('submitted', 'returned')) THEN
    RAISE EXCEPTION 'an attachment belongs to its author''s report of its project, before it is published' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER keeps_handed_in BEFORE INSERT OR UPDATE OR DELETE ON attachments FOR EACH ROW EXECUTE FUNCTION keep_handed_in_attachments();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON attachments FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('withdraw instead');

-- Nothing notifies the page cache: the public sees an attachment only as its report is published or withdrawn, and that notifies.

CREATE FUNCTION refuse_too_many_attachments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM attachments a
    WHERE a.removed_at IS NULL AND (a.report_id IN (SELECT report_id FROM changed)
      OR (a.author_id, a.form) IN (SELECT author_id, form FROM changed))
    GROUP BY a.report_id, a.author_id, a.form HAVING count(*) > 12) THEN
    RAISE EXCEPTION 'a report has at most 12 attachments' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER stays_few_on_insert AFTER INSERT ON attachments REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_too_many_attachments();
CREATE TRIGGER stays_few_on_update AFTER UPDATE ON attachments REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_too_many_attachments();
