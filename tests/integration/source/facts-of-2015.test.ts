import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db";
import { seedFacts } from "@/prisma/data/seed-facts";
import { citations, cited, line, period } from "../../support/fact-lines";
import { loadFacts } from "../../support/facts";

// The facts of the report of 2015-08-10 but for its projects, line by line.

beforeAll(loadFacts);

it("the source is one report, by its title, its printed date, its authors and its hash", async () => {
  const [source, ...others] = await db.sourceDocument.findMany();
  expect(others).toEqual([]);
  expect(source).toMatchObject({
    title: "打造“智慧遵义” 助力“云上贵州”——遵义市领导干部赴深圳招商考察侧记",
    printedDate: "10.08.2015 10:35",
    publishedAt: new Date("2015-08-10T02:35:00Z"),
    authors: ["李勋", "郑礼志"],
    publisher: null,
    url: null,
    sha256: "bb9a66d980df2c46bb12098303912f31695209fc2fd3927458c619160bb812af",
    paragraphCount: 20,
  });
});

it("the paragraphs without a fact to track are cited for names only", async () => {
  const rows = await db.citation.findMany({
    where: { paragraph: { in: [1, 2, 5, 11, 13, 18, 19, 20] } },
    orderBy: { paragraph: "asc" },
    select: { paragraph: true, field: true },
  });
  expect(rows).toEqual([
    { paragraph: 1, field: "aliases" },
    { paragraph: 5, field: "aliases" },
  ]);
});

it("the people that it names belong to its own page", async () => {
  const persons = await db.sourcePerson.findMany({ orderBy: { name: "asc" }, select: { name: true } });
  expect(persons.map(({ name }) => name).sort()).toEqual(["刘若鹏", "史立功", "王晓光", "陈敏尔"].sort());
});

it("organizations", async () => {
  const organizations = await db.organization.findMany({
    orderBy: { id: "asc" },
    select: { slug: true, name: true, aliases: { orderBy: { id: "asc" } }, citations },
  });
  expect(
    organizations.map(({ slug, name, aliases, citations }) =>
      line(slug, name, aliases.map(({ alias }) => alias).join(" "), cited(citations, "aliases")),
    ),
  ).toEqual([
    "kuangchi | 深圳光启高等理工研究院 | 深圳光启 | ¶5 6 †",
    "zte | 深圳中兴通讯集团 | 中兴通讯 中兴集团 深圳中兴集团 | ¶1 12 14 15 16 17 †",
    "zte-wangxin | 中兴网信",
    "eqing | 以晴集团",
    "zunyi | 遵义市人民政府",
    "xinpu | 新蒲新区",
  ]);
});

it("agreements", async () => {
  const agreements = await db.agreement.findMany({ orderBy: { code: "asc" }, include: { citations } });
  expect(
    agreements.map((agreement) =>
      line(
        agreement.code,
        agreement.title ?? "not stated",
        period(agreement.signedFrom, agreement.signedTo, agreement.signedPrecision),
        cited(agreement.citations, "title", "signed"),
      ),
    ),
  ).toEqual([
    "A2014-01 | not stated | 2014 年 | ¶9",
    "A2015-01 | not stated | 不晚于 2015-08-10 | ¶6 †",
    "A2015-02 | 遵义市人民政府与中兴集团战略合作协议 | 2015-08-06 至 08-07 | ¶3 14",
    "A2015-03 | 新蒲新区、以晴集团、中兴网信大数据中心合作协议 | 2015-08-06 至 08-07 | ¶3 14",
    "A2015-04 | 以晴集团与中兴集团中国茶海智慧旅游合作运营协议 | 2015-08-06 至 08-07 | ¶3 14",
  ]);
});

it("parties", async () => {
  const parties = await db.party.findMany({
    orderBy: [{ agreement: { code: "asc" } }, { ordinal: "asc" }],
    select: {
      agreement: { select: { code: true } },
      organization: { select: { slug: true } },
      nameInTitle: true,
      citations,
    },
  });
  expect(
    parties.map(({ agreement, organization, citations }) =>
      line(agreement.code, organization?.slug ?? "not stated", cited(citations, "organization")),
    ),
  ).toEqual([
    "A2014-01 | eqing | ¶8 9 †",
    "A2014-01 | not stated | ¶9",
    "A2015-01 | kuangchi | ¶6",
    "A2015-01 | not stated | ¶6",
    "A2015-02 | zunyi | ¶14",
    "A2015-02 | zte | ¶14",
    "A2015-03 | xinpu | ¶14",
    "A2015-03 | eqing | ¶14",
    "A2015-03 | zte-wangxin | ¶14",
    "A2015-04 | eqing | ¶14",
    "A2015-04 | zte | ¶14",
  ]);
});

it("figures", async () => {
  const figures = await db.figure.findMany({
    orderBy: { ordinal: "asc" },
    include: {
      project: { select: { code: true } },
      organization: { select: { slug: true } },
      place: { select: { slug: true } },
      citations,
    },
  });
  expect(
    figures.map((figure) =>
      line(
        figure.project?.code ?? figure.organization?.slug ?? figure.place?.slug,
        figure.metric,
        figure.amount === null ? figure.number?.toNumber() : `${figure.amount} ${figure.currency}`,
        figure.unit ?? "",
        period(figure.periodFrom, figure.periodTo, figure.periodPrecision),
        figure.isGoal ? "goal" : "",
        cited(figure.citations, "value"),
      ),
    ),
  ).toEqual([
    "P2014-01 | 科工贸产值 | 5000000000 CNY | 2014 年 | ¶9",
    "eqing | 产值 | 2500000000 CNY | 2015 年上半年 | ¶9",
    "eqing | 进出口总额 | 450000000 USD | 2015 年上半年 | ¶9",
    "zte | 营业收入 | 81470000000 CNY | 2014 年 | ¶12",
    "zunyi | 进出口总额增长 | 496.7 | % | 2015 年上半年 | ¶9",
    "zunyi | 电子信息产业规模 | 100000000000 CNY | not stated | goal | ¶8",
  ]);
});

it("events", async () => {
  const events = await db.event.findMany({
    orderBy: { code: "asc" },
    include: { agreements: { include: { agreement: { select: { code: true } } } }, citations },
  });
  expect(
    events.map((event) =>
      line(
        event.code,
        event.title,
        period(event.heldFrom, event.heldTo, event.heldPrecision),
        event.agreements
          .map(({ agreement }) => agreement.code)
          .sort()
          .join(" "),
        cited(event.citations, "held"),
      ),
    ),
  ).toEqual([
    "E2015-01 | 省领导到以晴新蒲科技园调研 | 2015-02-10 | ¶10",
    "E2015-02 | 遵义市代表团到深圳考察企业 | 2015-08-06 至 08-07 | ¶3",
    "E2015-03 | 签订三份协议 | 2015-08-06 至 08-07 | A2015-02 A2015-03 A2015-04 | ¶3 14",
  ]);
});

it("loading the facts again changes nothing", async () => {
  const counts = async () =>
    Promise.all([db.project.count(), db.citation.count(), db.figure.count(), db.event.count()]);
  const before = await counts();
  await db.$transaction((tx) => seedFacts(tx), { timeout: 60_000 });
  expect(await counts()).toEqual(before);
});

it("every party, stage, commitment, milestone, figure and event says where it is from", async () => {
  const uncited = { where: { citations: { none: {} } } };
  const counts = await Promise.all([
    db.organization.count(uncited),
    db.agreement.count(uncited),
    db.party.count(uncited),
    db.project.count(uncited),
    db.stageEvent.count(uncited),
    db.commitment.count(uncited),
    db.milestone.count(uncited),
    db.figure.count(uncited),
    db.event.count(uncited),
  ]);
  expect(counts).toEqual(counts.map(() => 0));
});
