import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { Role } from "@/lib/auth/policy";
import { db } from "@/lib/db";

export const failuresBeforeLock = 5;
export const lockMinutes = 30;
/** Failures from one address within `lockMinutes` after which it has to wait, whatever name it tries. */
export const failuresPerAddress = 30;

export type TriedAccount = {
  id: number;
  name: string;
  role: Role;
  passwordHash: string;
  mustChangePassword: boolean;
  /** Whether the password opens nothing by itself. */
  hasSecondFactor: boolean;
  version: number;
  disabledAt: Date | null;
  /** Set: this was the last attempt before the lock. */
  lockedUntil: Date | null;
};

export type Attempt =
  | { outcome: "address-limit" }
  | { outcome: "locked"; minutesLeft: number; failureId: number | null }
  /** The account is null when nobody has that name. */
  | { outcome: "charged"; account: TriedAccount | null; failureId: number | null };

/**
 * Counts an attempt as failed before the password is looked at, and `settleAttempt` takes it back when it was right:
 * so fifty attempts at once get no more guesses than fifty in a row.
 */
export function chargeAttempt(name: string, address: string | null): Promise<Attempt> {
  return db.$transaction(
    async (tx) => {
      const failureId = address === null ? null : await chargeAddress(tx, address);
      if (address !== null && failureId === null) return { outcome: "address-limit" };
      const account = await chargeAccount(tx, name);
      if (account) return { outcome: "charged", account, failureId };
      const minutesLeft = await minutesLocked(tx, name);
      if (minutesLeft !== null) return { outcome: "locked", minutesLeft, failureId };
      return { outcome: "charged", account: null, failureId };
    },
    { maxWait: 10_000, timeout: 10_000 },
  );
}

/** Everything that the account asks for was right: forgets the failures. False when the account was disabled or
 *  changed meanwhile, such as by a second factor. */
export async function settleAttempt(
  tx: Transaction,
  account: TriedAccount,
  failureId: number | null,
): Promise<boolean> {
  const { count } = await tx.account.updateMany({
    where: { id: account.id, version: account.version, disabledAt: null },
    data: { failedSignIns: 0, lockedUntil: null },
  });
  if (count === 1 && failureId !== null) await tx.signInFailure.deleteMany({ where: { id: failureId } });
  return count === 1;
}

/** The password was right. Where it is not all that the account asks for, this one attempt is taken back and no other:
 *  else right passwords in between would buy guesses at the code without end. False as above. */
export async function settlePassword(
  tx: Transaction,
  account: TriedAccount,
  failureId: number | null,
): Promise<boolean> {
  if (!account.hasSecondFactor) return settleAttempt(tx, account, failureId);
  const count = await tx.$executeRaw`
    update accounts set failed_sign_ins = greatest(failed_sign_ins - 1, 0), locked_until = null
    where id = ${account.id} and version = ${account.version}`;
  if (count === 1 && failureId !== null) await tx.signInFailure.deleteMany({ where: { id: failureId } });
  return count === 1;
}

/** The id of the new row; null when the address has had its failures. */
async function chargeAddress(tx: Transaction, address: string): Promise<number | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${address}, 0))`;
  await tx.$executeRaw`
    delete from sign_in_failures where id in (
      select id from sign_in_failures where at < now() - make_interval(mins => ${lockMinutes}::int)
      for update skip locked)`;
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    insert into sign_in_failures (address)
    select ${address} where ${failuresPerAddress} > (
      select count(*) from sign_in_failures
      where address = ${address} and at >= now() - make_interval(mins => ${lockMinutes}::int))
    returning id`;
  return row?.id ?? null;
}

/** Null when nobody has that name, or the account is locked. */
async function chargeAccount(tx: Transaction, name: string): Promise<TriedAccount | null> {
  const [account] = await tx.$queryRaw<TriedAccount[]>`
    update accounts set
      failed_sign_ins = case when locked_until is null then failed_sign_ins + 1 else 1 end,
      locked_until = case when locked_until is null and failed_sign_ins + 1 >= ${failuresBeforeLock}
        then now() + make_interval(mins => ${lockMinutes}::int) end
    where name = ${name} and (locked_until is null or locked_until <= now())
    returning id, name, role::text, password_hash as "passwordHash",
      must_change_password as "mustChangePassword", version, disabled_at as "disabledAt", locked_until as "lockedUntil",
      exists(select from second_factors factor where factor.account_id = accounts.id and factor.confirmed_at is not null)
        as "hasSecondFactor"`;
  return account ?? null;
}

async function minutesLocked(tx: Transaction, name: string): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ minutes: number }[]>`
    select greatest(1, ceil(extract(epoch from locked_until - now()) / 60))::int as minutes
    from accounts where name = ${name} and locked_until is not null`;
  return row?.minutes ?? null;
}
