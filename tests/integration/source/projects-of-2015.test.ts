import { beforeAll, expect, it } from "vitest";
import { fromColumn } from "@/lib/date-columns";
import { db } from "@/lib/db";
import { citations, cited, line, period } from "../../support/fact-lines";
import { loadFacts } from "../../support/facts";

// The 14 projects of the report of 2015-08-10 and what it promises of them, line by line.

beforeAll(loadFacts);

it("projects, with what carries them, their agreement, place and stage on the day of the report", async () => {
  const projects = await db.project.findMany({
    orderBy: { code: "asc" },
    include: {
      agreement: { select: { code: true } },
      place: { select: { name: true } },
      stageEvents: { select: { stage: true, citations } },
      citations,
    },
  });
  const marked = (text: string, mark: string) => (mark.includes("†") ? `${text}†` : text);
  expect(
    projects.map((project) =>
      line(
        project.code,
        project.name,
        project.type,
        marked(project.enterpriseKey, cited(project.citations, "enterprises")),
        marked(project.agreement?.code ?? "not stated", cited(project.citations, "agreement")),
        marked(project.place?.name ?? "not stated", cited(project.citations, "place")),
        marked(
          project.stage,
          cited(
            project.stageEvents.flatMap(({ citations }) => citations),
            "stage",
          ),
        ),
        cited(
          [...project.citations, ...project.stageEvents.flatMap(({ citations }) => citations)],
          "name",
          "agreement",
          "stage",
        ).replace(" †", ""),
      ),
    ),
  ).toEqual([
    "P2014-01 | 以晴新蒲科技园 | engineering | eqing† | A2014-01 | 新蒲新区† | operating | ¶8 9",
    "P2015-01 | “云端”号空间大数据示范平台 | platform | kuangchi | A2015-01 | 新蒲新区 | signed | ¶6",
    "P2015-02 | 光子技术认证系统示范工程 | engineering | kuangchi | A2015-01 | 新蒲新区 | signed | ¶6",
    "P2015-03 | 光启遵义创新中心 | institution | kuangchi | A2015-01 | 新蒲新区 | signed | ¶6",
    "P2015-04 | 安居房光纤入户工程 | engineering | kuangchi | A2015-01 | 新蒲新区 | signed | ¶6",
    "P2015-05 | 中兴大数据中心 | engineering | zte | A2015-02† | 遵义 | signed† | ¶14 15",
    "P2015-06 | 中兴大数据云服务平台 | platform | zte | A2015-02† | 遵义 | signed† | ¶14 15",
    "P2015-07 | 中兴云服务运营中心 | institution | zte | A2015-02† | 遵义 | signed† | ¶14 15",
    "P2015-08 | 遵义市科技创新体验中心 | institution | zte | A2015-02† | 遵义† | signed† | ¶14 15",
    "P2015-09 | 以晴—中兴大数据中心 | engineering | zte+eqing | A2015-03† | not stated | signed† | ¶14 16",
    "P2015-10 | 遵义市智慧旅游平台 | platform | zte+eqing | A2015-04† | 遵义† | signed† | ¶14 16",
    "P2015-11 | 遵义市保税区信息化及产业链平台 | platform | zte+eqing | not stated | 遵义† | signed† | ¶14 16",
    "P2015-12 | 产学研及人才培养中心 | institution | zte+eqing | not stated | not stated | signed† | ¶14 16",
    "P2015-13 | 引进中兴集团产业链上下游企业落户遵义 | recruitment | zte+eqing | not stated | 遵义 | signed† | ¶14 16",
  ]);
});

it("no condition, no investment and no report is stated for any of them", async () => {
  const known = await db.project.count({
    where: {
      OR: [
        { condition: { not: null } },
        { plannedInvestment: { not: null } },
        { agreedInvestment: { not: null } },
        { percent: { not: null } },
      ],
    },
  });
  const agreed = await db.agreement.count({ where: { agreedInvestment: { not: null } } });
  expect([known, agreed, await db.progressReport.count()]).toEqual([0, 0, 0]);
});

it("stages: the park did all three in 2014, the rest was signed not after the day of the report", async () => {
  const events = await db.stageEvent.findMany({
    orderBy: [{ project: { code: "asc" } }, { stage: "asc" }],
    include: { project: { select: { code: true } } },
  });
  const lines = events.map((event) =>
    line(
      event.project.code,
      event.stage,
      period(event.effectiveFrom, event.effectiveTo, event.effectivePrecision),
    ),
  );
  expect(lines.slice(0, 3)).toEqual([
    "P2014-01 | signed | 2014 年",
    "P2014-01 | under_construction | 2014 年",
    "P2014-01 | operating | 2014 年",
  ]);
  expect(lines.slice(3)).toEqual(
    Array.from({ length: 13 }, (_, index) =>
      line(`P2015-${String(index + 1).padStart(2, "0")}`, "signed", "不晚于 2015-08-10"),
    ),
  );
  expect(events.every(({ recordedAt }) => recordedAt.toISOString() === "2015-08-10T02:35:00.000Z")).toBe(
    true,
  );
});

it("commitments", async () => {
  const commitments = await db.commitment.findMany({
    orderBy: [{ project: { code: "asc" } }, { ordinal: "asc" }],
    include: { project: { select: { code: true } }, citations },
  });
  expect(
    commitments.map((commitment) =>
      line(
        commitment.project.code,
        commitment.indicator,
        commitment.targetValue?.toNumber() ?? "not stated",
        commitment.unit ?? "",
        commitment.note ?? "",
        period(commitment.dueFrom, commitment.dueTo, commitment.duePrecision),
        cited(commitment.citations, "indicator", "target"),
      ),
    ),
  ).toEqual([
    "P2015-01 | 用平台支持创业 | not stated | 支持创客和大学生，方向是城市安防、智慧城市、物联网和航空航天 | not stated | ¶6",
    "P2015-05 | 机柜 | 10000 | 个 | not stated | ¶15",
    "P2015-05 | 服务器 | 20000 | 台 | 报道作“个” | not stated | ¶15",
    "P2015-06 | 服务范围 | not stated | 贵州全省 | not stated | ¶15",
    "P2015-07 | 服务范围 | not stated | 贵州全省 | not stated | ¶15 †",
    "P2015-09 | 建设目标 | not stated | 规模和水平列中兴在全国的数据中心前列 | not stated | ¶16",
    "P2015-13 | 落户企业 | not stated | 家 | not stated | ¶16",
  ]);
});

it("milestones, with whether their deadline is stated or our reading", async () => {
  const milestones = await db.milestone.findMany({
    orderBy: [{ project: { code: "asc" } }, { ordinal: "asc" }],
    include: { project: { select: { code: true } }, citations },
  });
  expect(
    milestones.map((milestone) =>
      line(
        milestone.project.code,
        milestone.title,
        period(milestone.plannedFrom, milestone.plannedTo, milestone.plannedPrecision),
        milestone.deadlineBasis ?? "",
        cited(milestone.citations, "title", "planned"),
      ),
    ),
  ).toEqual([
    "P2015-01 | 投资建设 | not stated | ¶6",
    "P2015-02 | 投资建设 | not stated | ¶6",
    "P2015-03 | 投资建设 | not stated | ¶6",
    "P2015-04 | 投资建设 | not stated | ¶6",
    "P2015-05 | 建设 | 2015 年下半年 | inferred | ¶15",
    "P2015-05 | 设计和建设完成 | 2015 年 | inferred | ¶15 †",
    "P2015-06 | 建设 | 2015 年下半年 | inferred | ¶15",
    "P2015-07 | 建设 | 2015 年下半年 | inferred | ¶15",
    "P2015-08 | 设计和建设完成 | 2015 年 | stated | ¶15",
    "P2015-09 | 投资建设 | not stated | ¶16",
    "P2015-09 | 启动合作运营 | 2016-08 | inferred | ¶16 †",
    "P2015-10 | 建成 | not stated | ¶16",
    "P2015-10 | 启动合作运营 | 2016-08 | inferred | ¶16 †",
    "P2015-11 | 建成 | not stated | ¶16",
    "P2015-11 | 启动合作运营 | 2016-08 | inferred | ¶16 †",
    "P2015-12 | 建成 | not stated | ¶16",
    "P2015-12 | 启动合作运营 | 2016-08 | inferred | ¶16 †",
  ]);
});

it("the newest source of every project is the report", async () => {
  const days = await db.project.findMany({ select: { sourcedOn: true } });
  expect(new Set(days.map(({ sourcedOn }) => fromColumn(sourcedOn)))).toEqual(new Set(["2015-08-10"]));
});
