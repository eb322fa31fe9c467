import { beforeAll, describe, expect, it, test } from "vitest";
import { removeFormAttachments } from "@/lib/attachment/attachment-commands";
import type { SentFile } from "@/lib/attachment/attachment-content";
import {
  findAttachmentFile,
  listFormAttachments,
  listReportAttachments,
} from "@/lib/attachment/attachment-queries";
import type { Role } from "@/lib/auth/policy";
import { Forbidden, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { attachedForm } from "@/lib/progress/report-form-rules";
import { publishReport, withdrawReport } from "@/lib/progress/review-commands";
import { getPublicProject } from "@/lib/project/project-queries";
import { storage } from "@/lib/storage/configured-storage";
import { thumbnailKey } from "@/lib/storage/storage-key";
import { office, pdf, photo } from "../../support/attached-files";
import { add, caption, handIn, onForm, remove } from "../../support/attachment-desk";
import { castOf, viewerOf } from "../../support/cast";
import { auditOf, openDesk, projectRow, testDay } from "../../support/staff-desk";

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
    await caption(zhao, code, key, "主体封顶");
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
    await remove(zhao, "P2015-06", key);
  });
});

test.each(["official", "reviewer", "admin", "security", "auditor"] as const satisfies Role[])(
  "a person in the role %s adds, captions and removes nothing",
  async (role) => {
    const { key } = await add(zhao, "P2015-06", small);
    const viewer = await viewerOf(castOf[role]);
    await expect(add(viewer, "P2015-06", small)).rejects.toThrow(Forbidden);
    await expect(caption(viewer, "P2015-06", key, "x")).rejects.toThrow(Forbidden);
    await expect(remove(viewer, "P2015-06", key)).rejects.toThrow(Forbidden);
  },
);

test("what one person added nobody else captions or removes", async () => {
  const { key } = await add(zhao, "P2015-07", small);
  await expect(caption(qian, "P2015-07", key, "x")).rejects.toMatchObject({ problem: "gone" });
  await expect(remove(qian, "P2015-07", key)).rejects.toMatchObject({ problem: "gone" });
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
  const [some] = await listFormAttachments(zhao, attachedForm(code));
  await remove(zhao, code, some?.key ?? "");
  await expect(add(zhao, code, pdf("x.pdf", "x"))).resolves.toMatchObject({ name: "x.pdf" });
  const { id } = await handIn(zhao, code);
  expect(await db.attachment.count({ where: { reportId: id } })).toBe(12);
});

test("the database itself refuses a thirteenth", async () => {
  const { id } = await db.progressReport.findFirstOrThrow({ where: { project: { code: "P2015-09" } } });
  const { id: _id, ...row } = await db.attachment.findFirstOrThrow({ where: { reportId: id } });
  const key = "f".repeat(32);
  await expect(db.attachment.create({ data: { ...row, key, blob: key } })).rejects.toThrow("at most 12");
});

test("an account adds no more than 200 files a day, and removing some makes no room", async () => {
  const busy = {
    displayName: "忙专员",
    role: "staff",
    passwordHash: "none",
    mustChangePassword: false,
  } as const;
  const { id } = await db.account.create({ data: { ...busy, name: "mang" } });
  await db.$executeRaw`
    insert into audit_events (account_id, actor, action, subject, details)
    select ${id}::int, 'mang', 'attachment.added', 'P2015-10', '{}' from generate_series(1, 200)`;
  await expect(add(await viewerOf("mang"), "P2015-10", small)).rejects.toMatchObject({
    problem: "too-often",
  });
  await expect(add(qian, "P2015-10", small)).resolves.toMatchObject({ kind: "photo" });
});

test("adding and removing are recorded, with the file's name and by whom", async () => {
  const code = "P2015-10";
  const { key } = await add(zhao, code, pdf("批复.pdf", "for the audit"));
  const { id } = await rowOf(key);
  await remove(zhao, code, key);
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
  await remove(zhao, "P2015-12", key);
  expect([await storage.read(key), await storage.read(thumbnailKey(key))]).toEqual([null, null]);
  expect(await db.attachment.count({ where: { key } })).toBe(0);
  await expect(remove(zhao, "P2015-12", key)).rejects.toMatchObject({ problem: "gone" });
});

test("a discarded draft takes its attachments along, and nobody else's", async () => {
  const code = "P2015-12";
  await add(zhao, code, pdf("a.pdf", "a"));
  await add(zhao, code, pdf("b.pdf", "b"));
  await add(qian, code, pdf("c.pdf", "c"));
  await removeFormAttachments(zhao, attachedForm(code));
  expect([await onForm(zhao, code), await onForm(qian, code)]).toEqual([[], ["c.pdf"]]);
  expect((await auditOf(code)).at(-1)).toBe("zhao attachment.removed");
});
