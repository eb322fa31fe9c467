-- A second factor beside the password, and 三员分立 over the whole life of an account.

-- AlterTable
ALTER TABLE "accounts" ADD COLUMN "administration" "role";

-- CreateTable
CREATE TABLE "second_factors" (
    "account_id" INTEGER NOT NULL,
    "secret" TEXT NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" INTEGER,

    CONSTRAINT "second_factors_pkey" PRIMARY KEY ("account_id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "recovery_codes_account_id_idx" ON "recovery_codes"("account_id");

-- AddForeignKey
ALTER TABLE "second_factors" ADD CONSTRAINT "second_factors_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "second_factors"("account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── A code counts once ───────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE second_factors ADD CONSTRAINT confirmed_by_a_code CHECK ((confirmed_at IS NULL) = (last_step IS NULL));
CREATE TRIGGER keeps_confirmed BEFORE UPDATE ON second_factors FOR EACH ROW
  WHEN (old.confirmed_at IS NOT NULL
    AND (old.account_id, old.secret, old.confirmed_at) IS DISTINCT FROM (new.account_id, new.secret, new.confirmed_at))
  EXECUTE FUNCTION refuse_change('turn it off and on again');
CREATE TRIGGER steps_rise BEFORE UPDATE OF last_step ON second_factors FOR EACH ROW
  WHEN (new.last_step <= old.last_step) EXECUTE FUNCTION refuse_change('a code counts once');
CREATE TRIGGER counts_once BEFORE UPDATE ON recovery_codes FOR EACH ROW
  WHEN (old.used_at IS NOT NULL OR (old.account_id, old.code_hash) IS DISTINCT FROM (new.account_id, new.code_hash))
  EXECUTE FUNCTION refuse_change('a recovery code counts once');

-- ── 三员分立 ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- One account has one role. Over time it has at most one of these three, or an administrator would become the auditor
-- of their own acts.

UPDATE accounts SET administration = role WHERE role IN ('admin', 'security', 'auditor');
UPDATE accounts account SET administration = first.role::role
FROM (
  SELECT DISTINCT ON (event.subject) event.subject, granted.role
  FROM audit_events event CROSS JOIN LATERAL jsonb_array_elements_text(event.details -> 'role') granted(role)
  WHERE event.action = 'account.role-granted' AND granted.role IN ('admin', 'security', 'auditor')
  ORDER BY event.subject, event.id
) first
WHERE first.subject = account.name AND account.administration IS NULL;

CREATE FUNCTION keep_administrations_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    new.administration := coalesce(old.administration, new.administration);
  END IF;
  IF new.role IN ('admin', 'security', 'auditor') THEN
    IF new.administration <> new.role THEN
      RAISE EXCEPTION 'an account that was % never becomes %', new.administration, new.role
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    new.administration := new.role;
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER keeps_administrations_apart BEFORE INSERT OR UPDATE OF role, administration ON accounts
  FOR EACH ROW EXECUTE FUNCTION keep_administrations_apart();

-- Two who would remove each other wait for one another, and the second sees what the first did.
CREATE FUNCTION lock_administrators() RETURNS void LANGUAGE sql AS 'SELECT pg_advisory_xact_lock(20150811)';

-- Without an administrator nobody makes accounts, without a security administrator nobody grants roles.
CREATE FUNCTION keep_an_administrator() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_administrators();
  IF NOT EXISTS (SELECT FROM accounts WHERE role = old.role AND disabled_at IS NULL AND id <> old.id) THEN
    RAISE EXCEPTION 'the last active % stays', old.role USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER keeps_an_administrator BEFORE UPDATE OF role, disabled_at ON accounts FOR EACH ROW
  WHEN (old.role IN ('admin', 'security') AND old.disabled_at IS NULL
    AND (new.role <> old.role OR new.disabled_at IS NOT NULL))
  EXECUTE FUNCTION keep_an_administrator();
