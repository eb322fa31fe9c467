-- Taking back the change that gave a milestone its first deadline leaves it without one again.
ALTER TABLE milestone_revisions ALTER COLUMN new_to DROP NOT NULL, ALTER COLUMN new_precision DROP NOT NULL;
