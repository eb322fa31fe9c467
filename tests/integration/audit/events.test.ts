import { beforeAll, describe, expect, it } from "vitest";
import { createAccount, grantRole } from "@/lib/account/account-commands";
import { signIn } from "@/lib/account/sign-in-commands";
import { assignUnit } from "@/lib/assignment/assignment-commands";
import { verifyAudit } from "@/lib/audit/audit-commands";
import { auditDetails } from "@/lib/audit/audit-details-sentence";
import { type AuditFilter, parseAuditFilter } from "@/lib/audit/audit-filter";
import { listAuditEvents } from "@/lib/audit/audit-queries";
import { operator, record } from "@/lib/audit/audit-record";
import { auditSentence } from "@/lib/audit/audit-sentence";
import { roles } from "@/lib/auth/policy";
import { recordRefusal } from "@/lib/auth/refusal-record";
import { Forbidden, requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { submitReport } from "@/lib/progress/progress-commands";
import { publishReport } from "@/lib/progress/review-commands";
import { castOf, castPassword, viewerOf } from "../../support/cast";
import { forge } from "../../support/forger";
import { openDesk, reportOf } from "../../support/staff-desk";

let auditor: Viewer;

beforeAll(async () => {
  await openDesk();
  auditor = await viewerOf("ji");
  const origin = { address: "10.0.0.7", userAgent: null };
  await signIn({ name: "zhao", password: castPassword }, origin);
  await signIn({ name: "zhao", password: "Not-The-Password-1" }, origin).catch(() => {});
  const code = "P2015-05";
  const input = {
    code,
    requestId: "00000000-0000-4000-8000-000000000001",
    report: reportOf(),
    returned: null,
  };
  const { id } = await submitReport(await viewerOf("zhao"), input);
  await publishReport(await viewerOf("sun"), { id, version: 1, isMoneyPublic: false });
  const zhao = { name: "zhao", code, unit: "新蒲新区经济发展局", person: "zhao", replaces: null };
  await assignUnit(await viewerOf("sun"), zhao);
  await refuse(await viewerOf("zhao"));
  await grantRole(await viewerOf("an"), { name: "qian", role: "reviewer" });
  await createAccount(operator, { name: "chen", displayName: "陈专员", role: "staff" });
});

/** Tries to read the audit without the permission. */
async function refuse(viewer: Viewer): Promise<void> {
  try {
    requirePermission(viewer, "audit:read");
  } catch (error) {
    await recordRefusal(viewer, "/staff/audit", error);
  }
}

async function list(query: Record<string, string> = {}) {
  const { filter } = parseAuditFilter(new URLSearchParams(query));
  return listAuditEvents(auditor, filter);
}

async function sentences(query?: Record<string, string>): Promise<string[]> {
  return (await list(query)).events.map(auditSentence);
}

describe("the audit", () => {
  it("tells each event in a sentence, the newest first", async () => {
    const { events, count, latest } = await list();
    expect(events.map(auditSentence)).toEqual([
      "运维人员新建了账号 chen。",
      "安保密更改了账号 qian 的角色。",
      "赵专员试图使用页面 /staff/audit，被拒绝：没有“查看审计记录”的权限。",
      "孙审核指定了 P2015-05 的责任单位。",
      expect.stringMatching(/^孙审核发布了 P2015-05 2016 年 8 月的进展填报（编号 \d+）。$/),
      expect.stringMatching(/^赵专员提交了 P2015-05 2016 年 8 月的进展填报（编号 \d+）。$/),
      "未登录的访客试图登录账号 zhao，被拒绝：密码不正确。",
      "赵专员登录了系统。",
    ]);
    expect(count).toBe(8);
    expect(latest).toEqual({ number: 8, hash: events[0]?.hash });
  });

  it("says when, from where and with which diff", async () => {
    const [granted] = (await list({ kind: "account", person: "an" })).events;
    expect(granted?.at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    expect(granted?.address).toBe("10.0.0.1");
    expect(granted && auditDetails(granted)).toEqual([
      { field: "role", label: "角色", before: "招商专员", after: "审核员" },
    ]);
  });

  it("names people by their names", async () => {
    const [assigned] = (await list({ kind: "project" })).events;
    expect(assigned && auditDetails(assigned)).toEqual([
      { field: "unit", label: "责任单位", before: "未指定", after: "新蒲新区经济发展局" },
      { field: "accountId", label: "责任人", before: null, after: "赵专员" },
    ]);
  });

  it.each(roles.filter((role) => role !== "auditor"))("is not for %s", async (role) => {
    const viewer = await viewerOf(castOf[role]);
    const { filter } = parseAuditFilter(new URLSearchParams());
    await expect(listAuditEvents(viewer, filter)).rejects.toThrow(Forbidden);
    await expect(verifyAudit(viewer)).rejects.toThrow(Forbidden);
  });
});

describe("a filter", () => {
  it.each([
    [{ person: "zhao" }, 3],
    [{ person: "赵" }, 3],
    [{ person: "专员" }, 3],
    [{ person: "ZHAO", kind: "report" }, 1],
    [{ person: "运维人员" }, 1],
    [{ person: "operator" }, 1],
    [{ person: "访客" }, 1],
    [{ person: "nobody-like-it" }, 0],
    [{ subject: "P2015-05" }, 3],
    [{ subject: "p2015-05" }, 3],
    [{ subject: "zhao" }, 2],
    [{ subject: "P2015" }, 0],
    [{ kind: "session" }, 2],
    [{ kind: "status-check" }, 0],
    [{ outcome: "refused" }, 2],
    [{ outcome: "done", kind: "session" }, 1],
    [{ from: "2015-01-01", to: "2015-12-31" }, 0],
    [{ from: "2015年1月1日" }, 8],
    [{ to: "2015/1/1" }, 0],
    [{ before: "3" }, 2],
  ])("%o leaves %i", async (query, expected) => {
    const { events } = await list(query);
    expect(events).toHaveLength(expected);
  });

  it("by day begins and ends at midnight in Asia/Shanghai", async () => {
    await forge(
      "update audit_events set at = '2016-03-01 00:00+08' where id = 1",
      "update audit_events set at = '2016-03-01 23:59:59.999+08' where id = 2",
      "update audit_events set at = '2016-03-02 00:00+08' where id = 3",
    );
    const { events } = await list({ from: "2016-03-01", to: "2016-03-01" });
    expect(events.map(({ number, at }) => [number, at])).toEqual([
      [2, "2016-03-01 23:59:59"],
      [1, "2016-03-01 00:00:00"],
    ]);
  });

  it("counts all that fits, whatever the page", async () => {
    expect(await list({ before: "3" })).toMatchObject({ count: 8, nextBefore: null });
  });
});

it("what was checked on the page is an event itself, with its result", async () => {
  const broken = await verifyAudit(auditor);
  expect(broken.finding).toEqual({ kind: "edited", number: 1 });
  expect(await sentences({ kind: "audit" })).toEqual(["纪审计核对了审计链条（第 1 号事件被改过）。"]);
});

it("whatever a forger put into an event can be read", async () => {
  await forge(`update audit_events set details = '["x"]', action = '', actor = '<b>' where id = 1`);
  await forge(`update audit_events set details = '{"period": "x", "accountId": [1]}' where id = 2`);
  const { events } = await list();
  expect(events.map((event) => [auditSentence(event), auditDetails(event)])).toHaveLength(9);
});

it("many events come page by page, each once", async () => {
  for (let index = 0; index < 120; index++) {
    await record(db, { actor: operator, action: "account.enabled", subject: "zhou" });
  }
  const numbers: number[] = [];
  let before: AuditFilter["before"] = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({
      subject: "zhou",
      ...(before && { before: String(before) }),
    });
    expect(page.count).toBe(120);
    numbers.push(...page.events.map(({ number }) => number));
    before = page.nextBefore;
  } while (before !== null);
  expect(numbers).toHaveLength(120);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => b - a));
});
