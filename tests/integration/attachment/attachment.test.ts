import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, test } from "vitest";
import {
  addAttachment,
  captionAttachment,
  removeAttachment,
  removeFormAttachments,
} from "@/lib/attachment/attachment-commands";
import type { SentFile } from "@/lib/attachment/attachment-content";
import {
  findAttachmentFile,
  listFormAttachments,
  listReportAttachments,
} from "@/lib/attachment/attachment-queries";
import { sweepAttachments } from "@/lib/attachment/attachment-sweep-commands";
import type { Role } from "@/lib/auth/policy";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { saveDraft } from "@/lib/draft/draft-commands";
import { submitReport } from "@/lib/progress/progress-commands";
import { reportForm } from "@/lib/progress/report-form-rules";
import { publishReport, returnReport, withdrawReport } from "@/lib/progress/review-commands";
import { getPublicProject } from "@/lib/project/project-queries";
import type { KeptValues } from "@/lib/result";
import { storage } from "@/lib/storage/configured-storage";
import { thumbnailKey } from "@/lib/storage/storage-key";
import { office, pdf, photo } from "../../support/attached-files";
import { castOf, viewerOf } from "../../support/cast";
import { auditOf, openDesk, projectRow, reportOf, testDay, typed } from "../../support/staff-desk";

let zhao: Viewer;
let qian: Viewer;
let sun: Viewer;
let small: SentFile;

beforeAll(async () => {
  await openDesk();
  zhao = await viewerOf("zhao");
  qian = await viewerOf("qian");
  sun = await viewerOf("sun");
  small = await photo("工地.jpg", { width: 60, height: 40 });
});

const add = (viewer: Viewer, code: string, file: SentFile) =>
  addAttachment(viewer, { code, form: reportForm(code) }, file);
const onForm = async (viewer: Viewer, code: string) =>
  (await listFormAttachments(viewer, { code, form: reportForm(code) })).map(({ name }) => name);
const handIn = (viewer: Viewer, code: string, values: KeptValues = {}) =>
  submitReport(viewer, { code, requestId: randomUUID(), report: reportOf(values), returned: null });
const photosOf = async (code: string) =>
  (await getPublicProject(code, testDay))?.reports.flatMap(({ photos }) => photos);
const rowOf = (key: string) => db.attachment.findUniqueOrThrow({ where: { key } });

describe("who sees what", () => {
  const everybody = async () => [
    null,
    ...(await Promise.all(Object.values(castOf).map((name) => viewerOf(name)))),
    qian,
  ];
  const readers = async (key: string) => {
    const seen = await Promise.all(
      (await everybody()).map(async (viewer) =>
        (await findAttachmentFile(viewer, key)) ? [viewer?.name ?? "anybody"] : [],
      ),
    );
    return seen.flat();
  };
  const insiders = ["lin", "zhao", "sun", "qian"];

  it("follows the report: its author, then its reviewers, then everybody, then again these two", async () => {
    const code = "P2015-05";
    const { key } = await add(zhao, code, small);
    const file = await add(zhao, code, pdf());
    await captionAttachment(zhao, { key, caption: "主体封顶" });
    expect(await readers(key)).toEqual(["zhao"]);
    expect(await readers(file.key)).toEqual(["zhao"]);
    expect(await onForm(qian, code)).toEqual([]);

    const { id } = await handIn(zhao, code);
    expect(await readers(key)).toEqual(["zhao", "sun"]);
    expect(await onForm(zhao, code)).toEqual([]);
    expect((await listReportAttachments(sun, id)).map(({ name }) => name)).toEqual([
      "工地.jpg",
      "验收单.pdf",
    ]);
    expect(await photosOf(code)).toEqual([]);

    await publishReport(sun, { id, version: 1, isMoneyPublic: false });
    expect(await readers(key)).toEqual(["anybody", "lin", "zhao", "sun", "guan", "an", "ji", "qian"]);
    expect(await readers(file.key)).toEqual(insiders);
    expect(await photosOf(code)).toEqual([
      {
        url: `/api/attachments/${key}`,
        thumbnailUrl: `/api/attachments/${key}?size=thumb`,
        width: 40,
        height: 60,
        caption: "主体封顶",
      },
    ]);

    await withdrawReport(sun, { id, version: 2, reason: "照片里有人脸" });
    expect(await readers(key)).toEqual(["zhao", "sun"]);
    expect(await readers(file.key)).toEqual(["zhao", "sun"]);
    expect(await photosOf(code)).toEqual([]);
  });

  it("shows nobody what is not there", async () => {
    expect(await findAttachmentFile(sun, "0".repeat(32))).toBeNull();
    expect(await findAttachmentFile(null, "../../etc/passwd")).toBeNull();
  });

  it("shows nothing internal to an account with a one-time password", async () => {
    const { key } = await add(zhao, "P2015-06", small);
    expect(await findAttachmentFile({ ...zhao, mustChangePassword: true }, key)).toBeNull();
    await removeAttachment(zhao, { key });
  });
});

test.each(["official", "reviewer", "admin", "security", "auditor"] as const satisfies Role[])(
  "a person in the role %s adds, captions and removes nothing",
  async (role) => {
    const { key } = await add(zhao, "P2015-06", small);
    const viewer = await viewerOf(castOf[role]);
    await expect(add(viewer, "P2015-06", small)).rejects.toThrow(Forbidden);
    await expect(captionAttachment(viewer, { key, caption: "x" })).rejects.toThrow(Forbidden);
    await expect(removeAttachment(viewer, { key })).rejects.toThrow(Forbidden);
  },
);

test("what one person added nobody else captions or removes", async () => {
  const { key } = await add(zhao, "P2015-07", small);
  await expect(captionAttachment(qian, { key, caption: "x" })).rejects.toMatchObject({ problem: "gone" });
  await expect(removeAttachment(qian, { key })).rejects.toMatchObject({ problem: "gone" });
  expect(await onForm(zhao, "P2015-07")).toEqual(["工地.jpg"]);
});

test("to a project that is somebody else's nothing is added, nor to one that does not exist", async () => {
  const unit = await db.unit.create({ data: { name: "甲单位" } });
  const { id: projectId } = await projectRow("P2015-11");
  const who = { accountId: qian.accountId, assignedById: sun.accountId };
  await db.assignment.create({ data: { projectId, unitId: unit.id, since: new Date("2016-01-01"), ...who } });
  await expect(add(zhao, "P2015-11", small)).rejects.toMatchObject({ problem: "stranger" });
  await expect(add(zhao, "P1999-99", small)).rejects.toMatchObject({ problem: "stranger" });
  await expect(add(qian, "P2015-11", small)).resolves.toMatchObject({ kind: "photo" });
});

test.each([
  ["of another type", { name: "a.exe", bytes: Buffer.from("MZ") }, "type"],
  ["that is not what its name says", { name: "a.jpg", bytes: Buffer.from("<script>") }, "mismatch"],
  ["with macros", office("a.docx", { type: "docm" }), "macro"],
] as const)("a file %s leaves nothing behind", async (_what, file, problem) => {
  const before = await db.attachment.count();
  await expect(add(zhao, "P2015-08", file)).rejects.toMatchObject({ problem, field: "file" });
  expect(await db.attachment.count()).toBe(before);
});

test("the same file sent twice, or five times at once, is there once", async () => {
  const code = "P2015-08";
  const sent = await Promise.all(Array.from({ length: 5 }, () => add(zhao, code, pdf("纪要.pdf"))));
  const [first] = sent;
  expect(await add(zhao, code, pdf("纪要.pdf"))).toEqual(first);
  expect(await onForm(zhao, code)).toEqual(["纪要.pdf"]);
  expect(await auditOf(code)).toEqual(["zhao attachment.added"]);
});

test("a report has at most twelve, also when they come at once; what was removed does not count", async () => {
  const code = "P2015-09";
  const files = Array.from({ length: 14 }, (_, at) => pdf(`${at}.pdf`, String(at)));
  const results = await Promise.allSettled(files.map((file) => add(zhao, code, file)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(12);
  await expect(add(zhao, code, pdf("x.pdf", "x"))).rejects.toMatchObject({ problem: "too-many" });
  const [some] = await listFormAttachments(zhao, { code, form: reportForm(code) });
  await removeAttachment(zhao, { key: some?.key ?? "" });
  await expect(add(zhao, code, pdf("x.pdf", "x"))).resolves.toMatchObject({ name: "x.pdf" });
  const { id } = await handIn(zhao, code);
  expect(await db.attachment.count({ where: { reportId: id } })).toBe(12);
});

test("the database itself refuses a thirteenth", async () => {
  const { id } = await db.progressReport.findFirstOrThrow({ where: { project: { code: "P2015-09" } } });
  const { key: _key, id: _id, ...row } = await db.attachment.findFirstOrThrow({ where: { reportId: id } });
  await expect(db.attachment.create({ data: { ...row, key: "f".repeat(32) } })).rejects.toThrow("at most 12");
});

test("an account adds no more than 200 files a day, and removing some makes no room", async () => {
  const { accountId } = zhao;
  await db.$executeRaw`
    insert into audit_events (account_id, actor, action, subject, details)
    select ${accountId}::int, 'zhao', 'attachment.added', 'test', '{}' from generate_series(1, 200)`;
  await expect(add(zhao, "P2015-10", small)).rejects.toMatchObject({ problem: "too-often" });
  await expect(add(qian, "P2015-10", small)).resolves.toMatchObject({ kind: "photo" });
  // Its rows are chained and stay; another author goes on.
  await db.$executeRaw`alter table audit_events disable trigger append_only`;
  await db.$executeRaw`delete from audit_events where subject = 'test'`;
  await db.$executeRaw`alter table audit_events enable trigger append_only`;
});

test("adding and removing are recorded, with the file's name and by whom", async () => {
  const code = "P2015-10";
  const { key } = await add(zhao, code, pdf("批复.pdf", "for the audit"));
  const { id } = await rowOf(key);
  await removeAttachment(zhao, { key });
  const [added, removed] = await db.auditEvent.findMany({
    where: { subject: code, accountId: zhao.accountId },
    orderBy: { id: "asc" },
  });
  expect(added).toMatchObject({
    action: "attachment.added",
    details: { attachment: id, kind: "pdf", name: "批复.pdf" },
  });
  expect(removed).toMatchObject({
    action: "attachment.removed",
    details: { attachment: id, name: "批复.pdf" },
  });
});

test("what was removed is gone with its bytes, the small version included", async () => {
  const { key } = await add(zhao, "P2015-12", small);
  expect(await storage.read(thumbnailKey(key))).not.toBeNull();
  await removeAttachment(zhao, { key });
  expect([await storage.read(key), await storage.read(thumbnailKey(key))]).toEqual([null, null]);
  expect(await db.attachment.count({ where: { key } })).toBe(0);
  await expect(removeAttachment(zhao, { key })).rejects.toMatchObject({ problem: "gone" });
});

test("a discarded draft takes its attachments along, and nobody else's", async () => {
  const code = "P2015-12";
  await add(zhao, code, pdf("a.pdf", "a"));
  await add(zhao, code, pdf("b.pdf", "b"));
  await add(qian, code, pdf("c.pdf", "c"));
  await removeFormAttachments(zhao, reportForm(code));
  expect([await onForm(zhao, code), await onForm(qian, code)]).toEqual([[], ["c.pdf"]]);
  expect((await auditOf(code)).at(-1)).toBe("zhao attachment.removed");
});

describe("what was handed in", () => {
  it("waits unchanged for its review, and comes back with the report", async () => {
    const code = "P2015-13";
    const { key } = await add(zhao, code, small);
    const { id } = await handIn(zhao, code);
    await expect(removeAttachment(zhao, { key })).rejects.toMatchObject({ problem: "gone" });
    await expect(captionAttachment(zhao, { key, caption: "改" })).rejects.toMatchObject({ problem: "gone" });

    await returnReport(sun, { id, version: 1, reason: "请补验收单", field: null });
    expect(await onForm(zhao, code)).toEqual(["工地.jpg"]);
    await captionAttachment(zhao, { key, caption: "改过的说明" });
    await add(zhao, code, pdf("验收单.pdf", "after the return"));
    const again = { code, requestId: randomUUID(), report: reportOf(), returned: { id, version: 2 } };
    await submitReport(zhao, again);
    expect((await listReportAttachments(sun, id)).map(({ name, caption }) => [name, caption])).toEqual([
      ["工地.jpg", "改过的说明"],
      ["验收单.pdf", null],
    ]);
  });

  it("of a returned report can be taken away by its author", async () => {
    const code = "P2015-01";
    const { key } = await add(zhao, code, small);
    const { id } = await handIn(zhao, code);
    await returnReport(sun, { id, version: 1, reason: "照片不清楚", field: null });
    await removeAttachment(zhao, { key });
    await submitReport(zhao, {
      code,
      requestId: randomUUID(),
      report: reportOf(),
      returned: { id, version: 2 },
    });
    expect(await listReportAttachments(sun, id)).toEqual([]);
  });

  it("goes with the report of its own project only, and a report of another month leaves it there", async () => {
    await add(zhao, "P2015-02", pdf("二.pdf", "2"));
    await add(zhao, "P2015-03", pdf("三.pdf", "3"));
    const { id } = await handIn(zhao, "P2015-02");
    expect((await listReportAttachments(sun, id)).map(({ name }) => name)).toEqual(["二.pdf"]);
    expect(await onForm(zhao, "P2015-03")).toEqual(["三.pdf"]);
  });

  it("is changed by nobody once it was published, not even in the database", async () => {
    const code = "P2015-04";
    const { key } = await add(zhao, code, small);
    const { id } = await handIn(zhao, code);
    const change = (sql: () => Promise<unknown>) =>
      expect(sql()).rejects.toThrow(/handed in|stays what it is/);
    await change(() => db.$executeRaw`update attachments set caption = 'x' where key = ${key}`);
    await publishReport(sun, { id, version: 1, isMoneyPublic: false });
    await change(() => db.$executeRaw`update attachments set caption = 'x' where key = ${key}`);
    await change(() => db.$executeRaw`update attachments set removed_at = now() where key = ${key}`);
    await change(() => db.$executeRaw`update attachments set sha256 = repeat('0', 64) where key = ${key}`);
    await change(
      () => db.$executeRaw`update attachments set report_id = null, form = 'x' where key = ${key}`,
    );
    await change(() => db.$executeRaw`delete from attachments where key = ${key}`);
    await expect(db.$executeRaw`truncate attachments`).rejects.toThrow("withdraw instead");
    const { id: _id, ...row } = await rowOf(key);
    await expect(db.attachment.create({ data: { ...row, key: "e".repeat(32) } })).rejects.toThrow(
      "before it is published",
    );
    await expect(removeAttachment(zhao, { key })).rejects.toMatchObject({ problem: "gone" });
  });
});

describe("the sweep", () => {
  const age = (key: string, days: number) =>
    db.$executeRaw`alter table attachments disable trigger keeps_handed_in`
      .then(
        () =>
          db.$executeRaw`update attachments set created_at = now() - make_interval(days => ${days}::int) where key = ${key}`,
      )
      .then(() => db.$executeRaw`alter table attachments enable trigger keeps_handed_in`);
  const exists = async (key: string) => [
    (await db.attachment.count({ where: { key } })) === 1,
    (await storage.read(key)) !== null,
  ];

  it("takes what no draft speaks of after thirty days, and says so in the audit", async () => {
    const code = "P2014-01";
    const young = await add(zhao, code, pdf("y.pdf", "young"));
    const old = await add(qian, code, pdf("o.pdf", "old"));
    await age(young.key, 29);
    await age(old.key, 31);
    await sweepAttachments();
    expect(await exists(young.key)).toEqual([true, true]);
    expect(await exists(old.key)).toEqual([false, false]);
    expect((await auditOf(code)).at(-1)).toBe("operator attachment.removed");
  });

  it("leaves what belongs to a draft, however old, and what was handed in", async () => {
    const code = "P2014-01";
    await saveDraft(qian, { form: reportForm(code), input: typed(), version: null });
    const drafted = await add(qian, code, pdf("d.pdf", "drafted"));
    await age(drafted.key, 400);
    const published = await db.attachment.findFirstOrThrow({ where: { report: { state: "published" } } });
    await age(published.key, 400);
    await sweepAttachments();
    expect(await exists(drafted.key)).toEqual([true, true]);
    expect(await exists(published.key)).toEqual([true, true]);
  });

  it("takes what never arrived after an hour; until it arrives nobody sees it", async () => {
    const {
      key: _key,
      id: _id,
      ...row
    } = await db.attachment.findFirstOrThrow({ where: { form: { not: null } } });
    const key = "d".repeat(32);
    await db.attachment.create({
      data: { ...row, key, sha256: "0".repeat(64), storedAt: null, createdAt: undefined },
    });
    await sweepAttachments();
    expect(await db.attachment.count({ where: { key } })).toBe(1);
    expect(await findAttachmentFile(zhao, key)).toBeNull();
    await age(key, 1);
    await sweepAttachments();
    expect(await db.attachment.count({ where: { key } })).toBe(0);
  });
});
