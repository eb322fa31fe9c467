-- What came with a report that somebody took over is theirs to take away while it is with them.
CREATE OR REPLACE FUNCTION keep_handed_in_attachments() RETURNS trigger LANGUAGE plpgsql AS $$
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
      WHERE r.id = new.report_id AND r.project_id = new.project_id AND (r.author_id = new.author_id OR new.author_id = ANY (r.former_author_ids))
        AND r.state IN ('submitted', 'returned')) THEN
    RAISE EXCEPTION 'an attachment belongs to its author''s report of its project, before it is published' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN new;
END $$;
