-- Parties of an agreement change like the rest of the register, and a published change keeps what it made.

-- ── A party that was taken out leaves every read ─────────────────────────────────────────────────────────────────

ALTER TABLE parties ADD COLUMN withdrawn_at timestamptz(3);
ALTER TABLE parties RENAME TO all_parties;
ALTER TABLE all_parties RENAME CONSTRAINT parties_pkey TO all_parties_pkey;
ALTER TABLE all_parties RENAME CONSTRAINT parties_agreement_id_fkey TO all_parties_agreement_id_fkey;
ALTER TABLE all_parties RENAME CONSTRAINT parties_organization_id_fkey TO all_parties_organization_id_fkey;
ALTER INDEX parties_organization_id_idx RENAME TO all_parties_organization_id_idx;
DROP INDEX parties_agreement_id_ordinal_key;
CREATE INDEX all_parties_agreement_id_ordinal_idx ON all_parties (agreement_id, ordinal);
-- An expression keeps this partial index out of Prisma's sight.
CREATE UNIQUE INDEX one_party_in_each_place ON all_parties ((agreement_id + 0), ordinal) WHERE withdrawn_at IS NULL;
CREATE VIEW parties AS SELECT * FROM all_parties WHERE withdrawn_at IS NULL;

-- ── What a published change made ─────────────────────────────────────────────────────────────────────────────────

ALTER TABLE register_changes ADD COLUMN result jsonb, ADD COLUMN duplicate_reason text;
ALTER TABLE register_changes DISABLE TRIGGER keeps_published;
UPDATE register_changes SET result = content WHERE published_at IS NOT NULL;
ALTER TABLE register_changes ENABLE TRIGGER keeps_published;
ALTER TABLE register_changes ADD CONSTRAINT published_has_result CHECK ((published_at IS NULL) = (result IS NULL));

CREATE TRIGGER no_delete BEFORE DELETE ON all_places FOR EACH ROW EXECUTE FUNCTION refuse_change('withdraw instead');
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON all_places FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('withdraw instead');
