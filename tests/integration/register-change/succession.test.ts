import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { getReviewQueue } from "@/lib/progress/review-queries";
import { getStaffTasks } from "@/lib/progress/task-queries";
import { findProposal } from "@/lib/register-change/proposal-queries";
import { submitChange } from "@/lib/register-change/register-change-commands";
import { findChangeReview } from "@/lib/register-change/register-change-queries";
import { findRegistered } from "@/lib/register-change/register-content-queries";
import { publishChange, returnChange } from "@/lib/register-change/register-review-commands";
import { SeparationRefused } from "@/lib/result";
import { viewerOf } from "../../support/cast";
import { creation, edit } from "../../support/register-desk";
import { openDesk } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;
let sun: Viewer;
let renaming: number;
let registration: number;

const renamed = { requestId: crypto.randomUUID() };
const newPlace = creation("place", { name: "仁怀市" });

async function rename(more = {}) {
  const thing = await findRegistered(db, "organization", { key: "eqing" });
  if (!thing) throw new Error("eqing is not registered");
  return edit("organization", thing, { ...thing.content, aliases: ["以晴"] }, { ...renamed, ...more });
}

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  sun = await viewerOf("sun");
  ({ id: renaming } = await submitChange(qian, await rename()));
  ({ id: registration } = await submitChange(qian, newPlace));
  for (const id of [renaming, registration])
    await returnChange(sun, { id, version: 1, reason: "请补依据", field: null });
});

const returned = (id: number) => ({ requestId: crypto.randomUUID(), returned: { id, version: 2 } });

test("while its author can mend it, nobody else does", async () => {
  expect((await getStaffTasks(zhao, [])).inherited).toEqual([]);
  const proposal = await findProposal(zhao, { subject: "organization", key: "eqing" });
  expect(proposal).toMatchObject({ returned: null, open: { id: renaming, author: "钱专员" } });
  expect(await findProposal(zhao, { subject: "place", key: String(registration) })).toBeNull();
  await expect(submitChange(zhao, await rename(returned(renaming)))).rejects.toThrow("只有填报人能提交");
});

test("when the author's account is disabled, whoever keeps the register takes over", async () => {
  await db.account.update({ where: { name: "qian" }, data: { disabledAt: new Date() } });
  expect((await getStaffTasks(zhao, [])).inherited).toMatchObject([
    { kind: "change", id: renaming, code: "eqing", author: "钱专员", change: { subject: "organization" } },
    { kind: "change", id: registration, code: null, name: "仁怀市", change: { kind: "creation" } },
  ]);
  expect(await findProposal(zhao, { subject: "organization", key: "eqing" })).toMatchObject({
    returned: { id: renaming, returnReason: "请补依据" },
    open: null,
  });
  expect(await findProposal(zhao, { subject: "place", key: String(registration) })).toMatchObject({
    returned: { id: registration },
  });
});

test("who hands it in again is its author, and the audit names both", async () => {
  await expect(submitChange(zhao, await rename(returned(renaming)))).resolves.toEqual({ id: renaming });
  const again = { ...newPlace, ...returned(registration) };
  await expect(submitChange(zhao, again)).resolves.toEqual({ id: registration });
  expect(await db.registerChange.findUniqueOrThrow({ where: { id: renaming } })).toMatchObject({
    authorId: zhao.accountId,
    formerAuthorIds: [qian.accountId],
    state: "submitted",
  });
  const events = await db.auditEvent.findMany({ where: { action: "register.resubmitted" } });
  expect(events.map(({ details }) => details)).toEqual([
    expect.objectContaining({ change: renaming, author: ["qian", "zhao"] }),
    expect.objectContaining({ change: registration, author: ["qian", "zhao"] }),
  ]);
  expect((await getStaffTasks(zhao, [])).inherited).toEqual([]);
});

test("neither of the two ever reviews it", async () => {
  for (const writer of [zhao, qian]) {
    const promoted = { ...writer, role: "reviewer" as const };
    await expect(publishChange(promoted, { id: renaming, version: 3 })).rejects.toThrow(SeparationRefused);
    expect(await findChangeReview(promoted, renaming)).toMatchObject({ isOwn: true });
    const own = (await getReviewQueue(promoted)).waiting.find(
      ({ kind, id }) => kind === "change" && id === renaming,
    );
    expect(own).toMatchObject({ isOwn: true });
  }
  await expect(
    db.$executeRaw`update register_changes set reviewer_id = ${qian.accountId} where id = ${renaming}`,
  ).rejects.toThrow(/nobody_reviews_what_they_wrote/);
  await publishChange(sun, { id: renaming, version: 3 });
});
