import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { auditDetails } from "@/lib/audit/audit-details-sentence";
import { auditActionNames, auditSentence, isAuditAction, type ToldEvent } from "@/lib/audit/audit-sentence";

const root = path.resolve(import.meta.dirname, "../../..");

const event = (action: string, more: Partial<ToldEvent> = {}): ToldEvent => ({
  actor: "sun",
  displayName: "孙审核",
  action,
  subject: "P2015-05",
  details: {},
  succeeded: true,
  ...more,
});
const refused = (action: string, more: Partial<ToldEvent> = {}) =>
  event(action, { ...more, succeeded: false });
const rows = (told: ToldEvent) =>
  auditDetails(told).map(({ label, before, after }) =>
    before === null ? [label, after] : [label, before, after],
  );

const report = { report: 12, period: "2016-08" };
const visitor = { actor: "visitor", displayName: null };

describe("an event in one sentence", () => {
  it.each([
    [
      event("report.published", { details: report }),
      "孙审核发布了 P2015-05 2016 年 8 月的进展填报（编号 12）。",
    ],
    [event("report.submitted", { details: { report: 12 } }), "孙审核提交了 P2015-05 的进展填报（编号 12）。"],
    [
      event("status-check.returned", { details: { statusCheck: 3 } }),
      "孙审核退回了 P2015-05 的现状核实（编号 3）。",
    ],
    [
      event("report.submitted", { details: { ...report, corrects: 9 } }),
      "孙审核提交了 P2015-05 2016 年 8 月的进展填报更正（编号 12）。",
    ],
    [
      event("register.published", {
        subject: "kuangchi",
        details: { change: 4, subject: "organization", kind: "correction" },
      }),
      "孙审核发布了单位 kuangchi 的更正（编号 4）。",
    ],
    [event("round.opened", { subject: "2016-08" }), "孙审核开启了 2016 年 8 月的月调度。"],
    [event("project.assigned"), "孙审核指定了 P2015-05 的责任单位。"],
    [event("session.opened", { subject: "sun" }), "孙审核登录了系统。"],
    [event("session.ended", { subject: "sun", details: { count: 2 } }), "孙审核结束了自己的 2 次登录。"],
    [
      event("session.ended", { subject: "zhao", details: { count: 1 } }),
      "孙审核结束了账号 zhao 的 1 次登录。",
    ],
    [event("account.role-granted", { subject: "qian" }), "孙审核更改了账号 qian 的角色。"],
    [
      event("account.created", { actor: "operator", displayName: null, subject: "guanli" }),
      "运维人员新建了账号 guanli。",
    ],
    [
      event("audit.verified", { details: { count: 128, result: "whole" } }),
      "孙审核核对了审计链条（128 条，完整）。",
    ],
    [
      event("audit.verified", { details: { count: 56, result: "edited", number: 57 } }),
      "孙审核核对了审计链条（第 57 号事件被改过）。",
    ],
  ])("is told by %o", (told, sentence) => {
    expect(auditSentence(told)).toBe(sentence);
  });

  it.each([
    [
      refused("permission.refused", { subject: "/staff/audit", details: { permission: "audit:read" } }),
      "孙审核试图使用页面 /staff/audit，被拒绝：没有“查看审计记录”的权限。",
    ],
    [
      refused("permission.refused", { subject: "reviewReport", details: { reason: "own" } }),
      "孙审核试图使用操作 reviewReport，被拒绝：自己的事要由别人决定。",
    ],
    [
      refused("session.opened", { ...visitor, subject: "zhao", details: { reason: "wrong-password" } }),
      "未登录的访客试图登录账号 zhao，被拒绝：密码不正确。",
    ],
    [
      refused("session.opened", { ...visitor, subject: "?", details: { reason: "unknown-name" } }),
      "未登录的访客试图登录一个不合格式的用户名，被拒绝：没有这个账号。",
    ],
    [
      refused("account.password-changed", { details: { reason: "a-new-one" } }),
      "孙审核试图修改自己的密码，被拒绝：a-new-one。",
    ],
  ])("that was refused says so and why: %o", (told, sentence) => {
    expect(auditSentence(told)).toBe(sentence);
  });

  it("of another version is readable", () => {
    expect(auditSentence(event("parcel.turned"))).toBe("孙审核进行了操作 parcel.turned（对象 P2015-05）。");
    expect(auditSentence(refused("parcel.turned"))).toBe(
      "孙审核试图进行操作 parcel.turned（对象 P2015-05），被拒绝。",
    );
    expect(auditSentence(event("toString", { displayName: null, actor: "old" }))).toContain(
      "old 进行了操作 toString",
    );
  });

  it.each(auditActionNames)("of every kind ends well, whatever its details are: %s", (action) => {
    for (const details of [{}, { report: "x", period: 7, names: 1, count: null }])
      for (const told of [event(action, { details }), refused(action, { details })])
        expect(auditSentence(told)).toMatch(/^孙审核.+。$/u);
  });
});

describe("the details of an event", () => {
  it("are old and new where something changed, in words", () => {
    const told = event("report.published", {
      details: {
        ...report,
        isMoneyPublic: true,
        condition: [null, "active"],
        stage: ["signed", "under_construction"],
      },
    });
    expect(rows(told)).toEqual([
      ["阶段", "签约", "在建"],
      ["状况", "未核实", "正常推进"],
      ["公开金额", "是"],
    ]);
  });

  it("leave out what the sentence says and what was left open", () => {
    expect(rows(event("report.returned", { details: { ...report, reason: "缺依据", field: null } }))).toEqual(
      [["原因", "缺依据"]],
    );
    expect(rows(refused("session.opened", { details: { reason: "locked" } }))).toEqual([]);
  });

  it.each([
    ["percent", "形象进度"],
    ["reading-2", "承诺事项 2"],
    ["problem-0-category", "问题 1"],
    ["answer", "情况"],
    ["something", "something"],
  ])("name the field %s of a form: %s", (field, label) => {
    expect(rows(event("report.returned", { details: { field } }))).toEqual([["退回的字段", label]]);
  });

  it("show each changed field of a change of the register, and lists by their values", () => {
    const planned = { from: "2015-07-01", to: "2015-12-31", precision: "half_year" };
    const fields = {
      shortName: ["光启", "光启集团"],
      aliases: [["光启"], []],
      plannedInvestment: [null, "81470000000"],
      milestones: [[], [{ ordinal: 1, title: "一期投产", note: null, planned }]],
    };
    const details = { change: 4, subject: "organization", kind: "change", fields };
    expect(rows(event("register.published", { details }))).toEqual([
      ["类别", "变更"],
      ["简称", "光启", "光启集团"],
      ["别称", "光启", "无"],
      ["计划总投资", "无", "81,470,000,000"],
      ["节点", "无", "1 一期投产 2015 年下半年"],
    ]);
  });

  it("know a list from a change", () => {
    expect(rows(event("account.created", { details: { names: ["lingdao", "shenhe"] } }))).toEqual([
      ["账号", "lingdao、shenhe"],
    ]);
  });

  it("of another version are all shown, by their own names", () => {
    const range = { from: "2015-07-01", to: "2015-12-31", precision: "half_year" };
    const details = {
      count: 2,
      colour: ["red", null],
      until: range,
      changes: { wide: ["a", "b"], tall: "x" },
    };
    expect(rows(event("parcel.turned", { details }))).toEqual([
      ["数量", "2"],
      ["colour", "red", "无"],
      ["until", "2015 年下半年"],
      ["wide", "a", "b"],
      ["tall", "x"],
    ]);
  });
});

describe("every action that the program records", () => {
  const sources = ["lib", "prisma", "app"].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("generated"))
      .map((file) => fs.readFileSync(path.join(root, folder, file), "utf8")),
  );
  const actionsIn = (text: string) =>
    [...text.matchAll(/"([a-z-]+\.[a-z-]+)"/g)].map(([, action = ""]) => action);
  const recorded = sources.flatMap((text) => [
    ...[...text.matchAll(/\b(?:action|auditAction):([^,;{}]*)/g)].flatMap(([, value = ""]) =>
      actionsIn(value),
    ),
    ...[...text.matchAll(/\bauditActions\b[^=]*= \{([^}]*)\}/g)].flatMap(([, table = ""]) =>
      actionsIn(table),
    ),
  ]);

  it("is found in the sources", () => {
    expect(recorded).toEqual(
      expect.arrayContaining([
        "account.created",
        "report.withdrawn",
        "report.resubmitted",
        "register.returned",
        "permission.refused",
      ]),
    );
  });

  it.each([...new Set(recorded)])("has a sentence: %s", (action) => {
    expect(isAuditAction(action)).toBe(true);
  });
});
