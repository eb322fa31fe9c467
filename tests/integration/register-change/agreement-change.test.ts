import { beforeAll, expect, test } from "vitest";
import { getPublicAgreement } from "@/lib/agreement/agreement-queries";
import { findRegisteredAgreement } from "@/lib/agreement/agreement-register-queries";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { getPublicEnterprise } from "@/lib/organization/organization-queries";
import { submitChange } from "@/lib/register-change/register-change-commands";
import { publishChange, returnChange, withdrawChange } from "@/lib/register-change/register-review-commands";
import { InputRefused, SeparationRefused } from "@/lib/result";
import { viewerOf } from "../../support/cast";
import { agreementContent, creation, edit, newParty, party } from "../../support/register-desk";
import { auditOf, openDesk, testDay } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;
let sun: Viewer;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  sun = await viewerOf("sun");
});

async function standing(key: string) {
  const agreement = await findRegisteredAgreement(db, { key });
  if (!agreement) throw new Error(`${key} is not registered`);
  return agreement;
}

/** Hands an edit in and publishes it; its id. */
async function publishEdit(key: string, changed: object): Promise<number> {
  const agreement = await standing(key);
  const { id } = await submitChange(zhao, edit("agreement", agreement, { ...agreement.content, ...changed }));
  await publishChange(sun, { id, version: 1 });
  return id;
}

const withdraw = async (id: number) => {
  const { version } = await db.registerChange.findUniqueOrThrow({ where: { id } });
  await withdrawChange(sun, { id, version, reason: "登记有误" });
};

test("an agreement gets its code and its new company when it is published, and not before", async () => {
  const { id } = await submitChange(zhao, creation("agreement", agreementContent()));
  expect(await getPublicAgreement("A2016-01", testDay)).toBeNull();
  expect(await db.organization.findFirst({ where: { name: "示例终端有限公司" } })).toBeNull();

  const { key } = await publishChange(sun, { id, version: 1 });

  expect(key).toBe("A2016-01");
  expect(await getPublicAgreement(key, testDay)).toMatchObject({
    title: "智能终端产业园投资协议",
    kind: "cooperation",
    signed: { from: "2016-08-30", to: "2016-08-30", precision: "day" },
    agreedInvestment: { amount: "1200000000", currency: "CNY" },
    parties: [
      {
        nameInTitle: "遵义市人民政府",
        organization: { slug: "zunyi" },
        citations: [{ registerChangeId: id }],
      },
      { nameInTitle: "示例终端有限公司", organization: { slug: "shilizhongduanyouxiangongsi" } },
    ],
    sourcedOn: "2016-08-30",
  });
  expect(await getPublicEnterprise("shilizhongduanyouxiangongsi", testDay)).toMatchObject({
    agreements: [{ code: key }],
    citations: [{ field: "kind", registerChangeId: id }, { field: "name" }],
  });
  expect(await auditOf("智能终端产业园投资协议")).toEqual([
    "zhao register.submitted",
    "sun register.published",
  ]);
});

test("every stated field of a new agreement names the change that it rests on", async () => {
  const { citations } = (await getPublicAgreement("A2016-01", testDay)) ?? {};
  expect(citations?.map(({ field }) => field)).toEqual([
    "agreedInvestment",
    "kind",
    "signed",
    "signedPlace",
    "summary",
    "title",
  ]);
});

test("the year of signing counts its agreements on, those of 2015 and withdrawn ones included", async () => {
  const signed = { from: "2015-03-01", to: "2015-03-31", precision: "month" as const };
  const old = agreementContent({ title: "补登的协议", callName: "补登的协议", signed });
  const first = await submitChange(zhao, creation("agreement", old));
  const { key } = await publishChange(sun, { id: first.id, version: 1 });
  expect(key).toBe("A2015-05");
  await withdraw(first.id);
  const again = await submitChange(zhao, creation("agreement", old));
  expect(await publishChange(sun, { id: again.id, version: 1 })).toEqual({ key: "A2015-06" });
  await withdraw(again.id);
});

test("nobody but staff hands in, nobody but a reviewer publishes, and nobody their own", async () => {
  await expect(submitChange(sun, creation("agreement", agreementContent()))).rejects.toThrow(Forbidden);
  const { id } = await submitChange(
    zhao,
    creation("agreement", agreementContent({ title: "另一份协议", callName: "另一份协议", signed: null })),
  );
  await expect(publishChange(qian, { id, version: 1 })).rejects.toThrow(Forbidden);
  const own = { ...sun, accountId: zhao.accountId };
  await expect(publishChange(own, { id, version: 1 })).rejects.toThrow(SeparationRefused);
  await expect(returnChange(sun, { id, version: 1, reason: " ", field: null })).rejects.toThrow("请写明原因");
  await expect(publishChange(sun, { id, version: 9 })).rejects.toThrow("刚刚改过");
});

test("a signing to come and a party that the register does not know are refused at their fields", async () => {
  const signed = { from: "2016-01-01", to: "2016-12-31", precision: "year" as const };
  const parties = [party("遵义市人民政府", "zunyi"), party("某公司", "nobody")];
  const refused = submitChange(zhao, creation("agreement", agreementContent({ signed, parties })));
  const errors = await refused.catch((error) => error instanceof InputRefused && error.fieldErrors);
  expect(errors).toEqual({
    signed: expect.stringContaining("2016-12-31"),
    "party-1-organization": expect.stringContaining("已被撤回"),
  });
});

test("who stays a party keeps where they are known from; who is new rests on the change", async () => {
  const before = await standing("A2015-02");
  const [first, second] = before.content.parties;
  if (!first || !second) throw new Error("A2015-02 has two parties");
  const id = await publishEdit("A2015-02", { parties: [newParty("示例园区公司"), second, first] });

  const { parties } = (await getPublicAgreement("A2015-02", testDay)) ?? { parties: [] };
  expect(parties.map(({ nameInTitle }) => nameInTitle)).toEqual([
    "示例园区公司",
    second.nameInTitle,
    first.nameInTitle,
  ]);
  expect(parties[0]?.citations).toMatchObject([{ registerChangeId: id }]);
  expect(parties[1]?.citations[0]?.source?.slug).toBe("report-2015-08-10");

  await publishEdit("A2015-02", { parties: [second, first] });
  await expect(withdraw(id)).rejects.toThrow("之后又有变更");
  expect((await standing("A2015-02")).content.parties).toHaveLength(2);
  const [kept] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int from all_parties x join agreements a on a.id = x.agreement_id where a.code = 'A2015-02'`;
  expect(kept?.count).toBe(3);
});

test("an edit that is taken back gives fields, parties and citations back, and its new company leaves", async () => {
  const before = await getPublicAgreement("A2015-03", testDay);
  const [first] = (await standing("A2015-03")).content.parties;
  const id = await publishEdit("A2015-03", {
    signedPlace: "遵义",
    summary: "改写的内容。",
    parties: [first, newParty("后来的公司")],
  });
  const edited = await getPublicAgreement("A2015-03", testDay);
  expect(edited).toMatchObject({ signedPlace: "遵义", summary: "改写的内容。" });
  await withdraw(id);
  const { registeredAt: _, ...after } = (await getPublicAgreement("A2015-03", testDay)) ?? {};
  expect(before).toMatchObject(after);
  expect(await db.$queryRaw`select from organizations where name = '后来的公司'`).toEqual([]);
});

test("an agreement that a project names is not taken away; one that nothing names is, with its company", async () => {
  const [created] = await db.registerChange.findMany({
    where: { agreement: { code: "A2016-01" } },
    select: { id: true },
  });
  if (!created) throw new Error("A2016-01 was registered above");
  const { id: agreementId } = await standing("A2016-01");
  const { id: projectId, agreementId: own } = await db.project.findUniqueOrThrow({
    where: { code: "P2015-05" },
  });
  await db.project.update({ where: { id: projectId }, data: { agreementId } });
  await expect(withdraw(created.id)).rejects.toThrow("P2015-05 写着这份协议");
  await db.project.update({ where: { id: projectId }, data: { agreementId: own } });
  await withdraw(created.id);
  expect(await getPublicAgreement("A2016-01", testDay)).toBeNull();
  expect(await getPublicEnterprise("shilizhongduanyouxiangongsi", testDay)).toBeNull();
});

test("of a hundred who change one agreement at once, one is heard and the others are told by whom", async () => {
  const agreement = await standing("A2015-01");
  const racers = Array.from({ length: 100 }, (_, lane) =>
    submitChange(
      lane % 2 === 0 ? zhao : qian,
      edit("agreement", agreement, { ...agreement.content, signedPlace: `地点 ${lane}` }),
    ),
  );
  const results = await Promise.allSettled(racers);
  const heard = results.filter(({ status }) => status === "fulfilled");
  expect(heard).toHaveLength(1);
  const told = results.flatMap((result) => (result.status === "rejected" ? [String(result.reason)] : []));
  expect(told.every((message) => /已有一份待审核的变更（编号 \d+，[赵钱]专员）/.test(message))).toBe(true);
  const where = { agreement: { code: "A2015-01" } };
  expect(await db.registerChange.count({ where })).toBe(1);
}, 60_000);
