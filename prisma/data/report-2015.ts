import { notAfter, ofDay, ofDays, ofHalfYear, ofYear } from "@/lib/format/date-range";
import type { AgreementFact, EventFact, FigureFact, OrganizationFact } from "./fact-types";

// The facts of one news report, in our own words, each with its paragraphs. What is not here is 来源未载明.

export const reportDay = "2015-08-10";

export const sourceDocument = {
  slug: "report-2015-08-10",
  title: "打造“智慧遵义” 助力“云上贵州”——遵义市领导干部赴深圳招商考察侧记",
  printedDate: "10.08.2015 10:35",
  publishedAt: new Date("2015-08-10T10:35:00+08:00"),
  authors: ["李勋", "郑礼志"],
  sha256: "bb9a66d980df2c46bb12098303912f31695209fc2fd3927458c619160bb812af",
  paragraphCount: 20,
  persons: [
    { name: "王晓光", position: "时任贵州省委常委、遵义市委书记", paragraphs: [3, 14] },
    { name: "刘若鹏", position: "深圳光启高等理工研究院院长", paragraphs: [7] },
    { name: "陈敏尔", position: "时任贵州省委书记、省长", paragraphs: [10] },
    { name: "史立功", position: "中兴集团副总裁、中兴网信总经理", paragraphs: [17] },
  ],
} as const;

export const places = [
  { slug: "xinpu", name: "新蒲新区" },
  { slug: "zunyi", name: "遵义" },
] as const;

const sameInstitute = "报道第5段、第6段写作“深圳光启”，读作这家研究院";
const sameCompany = "报道用了四个名称，读作同一家企业";

export const organizations: readonly OrganizationFact[] = [
  {
    slug: "kuangchi",
    name: "深圳光启高等理工研究院",
    shortName: "光启",
    kind: "enterprise",
    description:
      "由海外归国团队创办，到报道时有 5 年。研究超材料和智能光子技术，业务有智慧城市、航空航天、互联网金融和新型空间服务。",
    aliases: ["深圳光启"],
    cited: [
      { field: "name", paragraphs: [4, 7] },
      { field: "description", paragraphs: [4] },
      { field: "aliases", paragraphs: [5, 6], inferred: sameInstitute },
    ],
  },
  {
    slug: "zte",
    name: "深圳中兴通讯集团",
    shortName: "中兴",
    kind: "enterprise",
    description: "通信设备上市公司，报道称在国内同类公司中最大，有 GoldenData 大数据平台。",
    aliases: ["中兴通讯", "中兴集团", "深圳中兴集团"],
    cited: [
      { field: "name", paragraphs: [12] },
      { field: "description", paragraphs: [12] },
      { field: "aliases", paragraphs: [1, 12, 14, 15, 16, 17], inferred: sameCompany },
    ],
  },
  {
    slug: "zte-wangxin",
    name: "中兴网信",
    shortName: "中兴网信",
    kind: "enterprise",
    description: "大数据中心合作协议的一方。报道写到它的总经理兼任中兴集团副总裁，没有另写两家企业的关系。",
    aliases: [],
    cited: [
      { field: "name", paragraphs: [14] },
      { field: "description", paragraphs: [14, 17] },
    ],
  },
  {
    slug: "eqing",
    name: "以晴集团",
    shortName: "以晴",
    kind: "enterprise",
    description: "报道写到它 2015 年上半年的产值和进出口，以及以晴新蒲科技园。",
    aliases: [],
    cited: [
      { field: "name", paragraphs: [9, 14, 16] },
      { field: "description", paragraphs: [8, 9] },
    ],
  },
  {
    slug: "zunyi",
    name: "遵义市人民政府",
    shortName: "遵义市人民政府",
    kind: "government",
    description: null,
    aliases: [],
    cited: [{ field: "name", paragraphs: [14] }],
  },
  {
    slug: "xinpu",
    name: "新蒲新区",
    shortName: "新蒲新区",
    kind: "zone",
    description: null,
    aliases: [],
    cited: [{ field: "name", paragraphs: [6, 14] }],
  },
];

const visitDays = ofDays("2015-08-06", "2015-08-07");
const headquarters = "深圳，中兴总部";
const byTitle = { field: "organization", paragraphs: [14] };

export const agreements: readonly AgreementFact[] = [
  {
    code: "A2014-01",
    title: null,
    callName: "以晴新蒲科技园的签约",
    kind: null,
    signed: ofYear(2014),
    signedPlace: null,
    summary: "报道写到以晴新蒲科技园在 2014 年签约，没有写协议名称和另一方。",
    parties: [
      {
        organization: "eqing",
        nameInTitle: "以晴集团",
        cited: {
          field: "organization",
          paragraphs: [8, 9],
          inferred: "报道没有写明谁为科技园签约，按园区名称读作以晴集团",
        },
      },
      { organization: null, nameInTitle: "另一方", cited: { field: "organization", paragraphs: [9] } },
    ],
    cited: [{ field: "signed", paragraphs: [9] }],
  },
  {
    code: "A2015-01",
    title: null,
    callName: "光启与遵义一方的协议",
    kind: null,
    signed: notAfter(reportDay),
    signedPlace: null,
    summary:
      "光启在新蒲新区投资建设四个项目，并用大数据平台扶持创业。报道只称“双方协议”，没有写名称、日期和遵义一方。",
    parties: [
      {
        organization: "kuangchi",
        nameInTitle: "深圳光启",
        cited: { field: "organization", paragraphs: [6] },
      },
      { organization: null, nameInTitle: "遵义一方", cited: { field: "organization", paragraphs: [6] } },
    ],
    cited: [
      { field: "summary", paragraphs: [6] },
      { field: "signed", paragraphs: [6], inferred: "报道没有写签订日期，见报日是最晚的一天" },
    ],
  },
  {
    code: "A2015-02",
    title: "遵义市人民政府与中兴集团战略合作协议",
    callName: "遵义市人民政府与中兴集团战略合作协议",
    kind: "strategic_cooperation",
    signed: visitDays,
    signedPlace: headquarters,
    summary: "遵义市人民政府与中兴集团的战略合作。报道没有写协议条款。",
    parties: [
      { organization: "zunyi", nameInTitle: "遵义市人民政府", cited: byTitle },
      { organization: "zte", nameInTitle: "中兴集团", cited: byTitle },
    ],
    cited: [
      { field: "title", paragraphs: [14] },
      { field: "signed", paragraphs: [3, 14] },
      { field: "signedPlace", paragraphs: [14] },
    ],
  },
  {
    code: "A2015-03",
    title: "新蒲新区、以晴集团、中兴网信大数据中心合作协议",
    callName: "新蒲新区、以晴集团、中兴网信大数据中心合作协议",
    kind: "cooperation",
    signed: visitDays,
    signedPlace: headquarters,
    summary: "新蒲新区、以晴集团和中兴网信合作建设大数据中心。报道没有写协议条款。",
    parties: [
      { organization: "xinpu", nameInTitle: "新蒲新区", cited: byTitle },
      { organization: "eqing", nameInTitle: "以晴集团", cited: byTitle },
      { organization: "zte-wangxin", nameInTitle: "中兴网信", cited: byTitle },
    ],
    cited: [
      { field: "title", paragraphs: [14] },
      { field: "signed", paragraphs: [3, 14] },
      { field: "signedPlace", paragraphs: [14] },
    ],
  },
  {
    code: "A2015-04",
    title: "以晴集团与中兴集团中国茶海智慧旅游合作运营协议",
    callName: "以晴集团与中兴集团中国茶海智慧旅游合作运营协议",
    kind: "cooperative_operation",
    signed: visitDays,
    signedPlace: headquarters,
    summary: "以晴集团与中兴集团合作运营中国茶海智慧旅游，没有政府一方。报道没有写协议条款。",
    parties: [
      { organization: "eqing", nameInTitle: "以晴集团", cited: byTitle },
      { organization: "zte", nameInTitle: "中兴集团", cited: byTitle },
    ],
    cited: [
      { field: "title", paragraphs: [14] },
      { field: "signed", paragraphs: [3, 14] },
      { field: "signedPlace", paragraphs: [14] },
    ],
  },
];

const firstHalf2015 = ofHalfYear(2015, 1);
const hundredMillion = 100_000_000n;

export const figures: readonly FigureFact[] = [
  {
    subject: { project: "P2014-01" },
    metric: "科工贸产值",
    value: { amount: 50n * hundredMillion, currency: "CNY" },
    period: ofYear(2014),
    note: null,
    paragraph: 9,
  },
  {
    subject: { organization: "eqing" },
    metric: "产值",
    value: { amount: 25n * hundredMillion, currency: "CNY" },
    period: firstHalf2015,
    note: "集团的数字，不与科技园的数字连成一个序列",
    paragraph: 9,
  },
  {
    subject: { organization: "eqing" },
    metric: "进出口总额",
    value: { amount: 450_000_000n, currency: "USD" },
    period: firstHalf2015,
    note: null,
    paragraph: 9,
  },
  {
    subject: { organization: "zte" },
    metric: "营业收入",
    value: { amount: 81_470_000_000n, currency: "CNY" },
    period: ofYear(2014),
    note: "报道写作中兴通讯的营业收入",
    paragraph: 12,
  },
  {
    subject: { place: "zunyi" },
    metric: "进出口总额增长",
    value: { number: 496.7, unit: "%" },
    period: firstHalf2015,
    note: "报道称增速在全省最快；没有写基数",
    paragraph: 9,
  },
  {
    subject: { place: "zunyi" },
    metric: "电子信息产业规模",
    value: { amount: 1000n * hundredMillion, currency: "CNY" },
    period: null,
    isGoal: true,
    note: "报道作“千亿级”，没有写实现时间",
    paragraph: 8,
  },
];

export const events: readonly EventFact[] = [
  {
    code: "E2015-01",
    title: "省领导到以晴新蒲科技园调研",
    description:
      "请省里和市里多支持园区，提到高端人才引进、产业基金、出口退税、通关服务和交通运输。这不是协议里的承诺。",
    place: "以晴新蒲科技园",
    held: ofDay("2015-02-10"),
    agreements: [],
    cited: [{ field: "held", paragraphs: [10] }],
  },
  {
    code: "E2015-02",
    title: "遵义市代表团到深圳考察企业",
    description: "遵义市代表团在深圳考察做大数据的电子信息企业。",
    place: "深圳",
    held: visitDays,
    agreements: [],
    cited: [{ field: "held", paragraphs: [3] }],
  },
  {
    code: "E2015-03",
    title: "签订三份协议",
    description: "考察期间，三份协议在深圳中兴总部签订，是两天中的哪一天，报道没有写。",
    place: headquarters,
    held: visitDays,
    agreements: ["A2015-02", "A2015-03", "A2015-04"],
    cited: [{ field: "held", paragraphs: [3, 14] }],
  },
];
