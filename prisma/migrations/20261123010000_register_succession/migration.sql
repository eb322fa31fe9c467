-- Who hands a returned change in for somebody who no longer can is its author; neither of them reviews it.
ALTER TABLE register_changes
  ADD COLUMN former_author_ids integer[] NOT NULL DEFAULT ARRAY[]::integer[],
  ADD CONSTRAINT nobody_reviews_what_they_wrote CHECK (NOT coalesce(reviewer_id = ANY (former_author_ids), false));
