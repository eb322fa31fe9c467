import type { Condition, ProblemCategory, Stage } from "@/prisma/generated/enums";

// The demo's invented story, from the agreements of 2015 to the day on which its clock stands.
// Nothing here is a fact: units are called 演示单位, and every page of a demo database says so.

export const demoDay = "2017-06-30";

export const demoUnits = ["演示单位甲", "演示单位乙", "演示单位丙", "演示单位丁"] as const;
export type DemoUnit = (typeof demoUnits)[number];

/** Responsible units; a project that is not named here is still unassigned. */
export const demoAssignments: Readonly<Record<string, DemoUnit>> = {
  "P2014-01": "演示单位甲",
  "P2015-01": "演示单位乙",
  "P2015-02": "演示单位乙",
  "P2015-03": "演示单位乙",
  "P2015-04": "演示单位丙",
  "P2015-05": "演示单位甲",
  "P2015-06": "演示单位甲",
  "P2015-07": "演示单位甲",
  "P2015-08": "演示单位丙",
  "P2015-09": "演示单位丁",
  "P2015-10": "演示单位丁",
  "P2015-11": "演示单位丁",
};

/** 协议投资额 and 计划总投资 per project, in 万元. */
export const demoInvestments: Readonly<Record<string, { agreed: number; planned: number }>> = {
  "P2015-01": { agreed: 30_000, planned: 32_000 },
  "P2015-02": { agreed: 12_000, planned: 12_000 },
  "P2015-05": { agreed: 80_000, planned: 86_000 },
  "P2015-08": { agreed: 6_000, planned: 6_500 },
  "P2015-09": { agreed: 60_000, planned: 60_000 },
};

export type DemoRevision = { code: string; milestone: string; day: string; movedOn: string; reason: string };

export const demoRevisions: readonly DemoRevision[] = [
  {
    code: "P2015-05",
    milestone: "建设",
    day: "2017-04-30",
    movedOn: "2016-11-15",
    reason: "供电增容比计划晚，机房分两期交付",
  },
  {
    code: "P2015-05",
    milestone: "设计和建设完成",
    day: "2017-04-30",
    movedOn: "2016-11-15",
    reason: "和建设一并调整",
  },
  {
    code: "P2015-01",
    milestone: "投资建设",
    day: "2017-12-31",
    movedOn: "2016-04-12",
    reason: "施工合同写明的竣工日期",
  },
  {
    code: "P2015-02",
    milestone: "投资建设",
    day: "2017-06-15",
    movedOn: "2016-10-10",
    reason: "设备到货时间确定后重排工期",
  },
  {
    code: "P2015-11",
    milestone: "启动合作运营",
    day: "2017-12-31",
    movedOn: "2017-03-09",
    reason: "保税区批复后重新确定的运营时间",
  },
];

export type DemoProblem = {
  name: string;
  category: ProblemCategory;
  department: string;
  text: string;
  raisedOn: string;
  resolvedOn?: string;
};

export type DemoReport = {
  code: string;
  /** The month that it speaks of, as 2016-03. */
  month: string;
  summary: string;
  nextSteps?: string;
  percent?: number;
  stage?: { to: Stage; on: string; evidence: string; reason?: string };
  condition?: { to: Condition; reason?: string; reviewOn?: string };
  /** Cumulative, in 万元. */
  arrived?: number;
  completed?: number;
  readings?: Readonly<Record<string, number>>;
  met?: Readonly<Record<string, string>>;
  problems?: readonly DemoProblem[];
  /** Published when not given. */
  state?: "submitted" | "returned" | "withdrawn" | "corrected";
  because?: string;
};

const power: DemoProblem = {
  name: "power",
  category: "power",
  department: "供电部门",
  text: "供电增容手续没有办完",
  raisedOn: "2016-06-12",
};
const land: DemoProblem = {
  name: "land",
  category: "land",
  department: "自然资源部门",
  text: "二期用地预审没有批复",
  raisedOn: "2016-12-05",
};
const financing: DemoProblem = {
  name: "financing",
  category: "financing",
  department: "金融工作部门",
  text: "设备贷款没有放款",
  raisedOn: "2017-02-20",
};
const permit: DemoProblem = {
  name: "permit",
  category: "approval",
  department: "住建部门",
  text: "施工图审查要求补正",
  raisedOn: "2016-08-10",
};

export const demoReports: readonly DemoReport[] = [
  // 中兴大数据中心: late, and everybody knows why
  {
    code: "P2015-05",
    month: "2015-11",
    summary: "场地平整完成，11 月 18 日开工。",
    percent: 5,
    stage: { to: "under_construction", on: "2015-11-18", evidence: "施工许可证（演示）" },
    condition: { to: "active" },
    arrived: 4_000,
    completed: 1_200,
  },
  {
    code: "P2015-05",
    month: "2016-03",
    summary: "机房土建施工到三层。",
    percent: 22,
    arrived: 12_000,
    completed: 9_600,
  },
  {
    code: "P2015-05",
    month: "2016-06",
    summary: "机房土建封顶，首批 1,200 个机柜建成投用。",
    percent: 38,
    arrived: 20_000,
    completed: 21_000,
    readings: { 机柜: 1_200, 服务器: 1_000 },
    problems: [power],
  },
  {
    code: "P2015-05",
    month: "2016-10",
    summary: "一期机房交付，机柜达到 3,600 个。供电增容影响二期进度。",
    percent: 52,
    arrived: 26_000,
    completed: 30_500,
    readings: { 机柜: 3_600, 服务器: 4_200 },
    problems: [power],
  },
  {
    code: "P2015-05",
    month: "2017-02",
    summary: "二期机房设备安装，机柜达到 5,200 个。",
    percent: 64,
    arrived: 32_000,
    completed: 39_000,
    readings: { 机柜: 5_200, 服务器: 7_500 },
    problems: [power, financing],
  },
  {
    code: "P2015-05",
    month: "2017-05",
    summary: "机柜达到 6,400 个，二期供电还没有接通。",
    percent: 71,
    arrived: 36_000,
    completed: 45_000,
    readings: { 机柜: 6_400, 服务器: 9_000 },
    problems: [power, financing],
    nextSteps: "和供电部门确定增容日期。",
  },
  {
    code: "P2015-05",
    month: "2017-06",
    summary: "二期电缆敷设完成，等待接电。",
    percent: 74,
    arrived: 38_000,
    readings: { 机柜: 6_400, 服务器: 9_600 },
    problems: [power, financing],
    state: "submitted",
  },

  // 中兴大数据云服务平台, 云服务运营中心, 科技创新体验中心: in operation
  {
    code: "P2015-06",
    month: "2015-12",
    summary: "平台软件开发开工，12 月 10 日开始部署测试环境。",
    percent: 10,
    stage: { to: "under_construction", on: "2015-12-10", evidence: "项目启动会纪要（演示）" },
    condition: { to: "active" },
  },
  { code: "P2015-06", month: "2016-07", summary: "平台完成联调，三个部门试用。", percent: 70 },
  {
    code: "P2015-06",
    month: "2016-12",
    summary: "平台 12 月 20 日投入运营。",
    percent: 100,
    stage: { to: "operating", on: "2016-12-20", evidence: "上线验收报告（演示）" },
    met: { 建设: "2016-12-15" },
  },
  { code: "P2015-06", month: "2017-05", summary: "平台接入 26 个单位，运行平稳。", percent: 100 },
  {
    code: "P2015-07",
    month: "2016-01",
    summary: "运营中心办公楼装修开工。",
    percent: 15,
    stage: { to: "under_construction", on: "2016-01-08", evidence: "装修合同（演示）" },
    condition: { to: "active" },
  },
  {
    code: "P2015-07",
    month: "2016-05",
    summary: "装修完成八成，开始招聘。",
    percent: 65,
    state: "corrected",
  },
  {
    code: "P2015-07",
    month: "2016-05",
    summary: "装修完成六成，开始招聘。上一份写成八成，已更正。",
    percent: 60,
  },
  {
    code: "P2015-07",
    month: "2016-10",
    summary: "运营中心 10 月 18 日投入运营，到岗 64 人。",
    percent: 100,
    stage: { to: "operating", on: "2016-10-18", evidence: "开业备案（演示）" },
    met: { 建设: "2016-10-10" },
  },
  { code: "P2015-07", month: "2017-04", summary: "到岗 92 人，承接平台运维。", percent: 100 },
  {
    code: "P2015-08",
    month: "2015-09",
    summary: "体验中心设计完成，9 月 25 日开工。",
    percent: 20,
    stage: { to: "under_construction", on: "2015-09-25", evidence: "开工报告（演示）" },
    condition: { to: "active" },
    arrived: 2_000,
    completed: 600,
  },
  {
    code: "P2015-08",
    month: "2015-12",
    summary: "主体完工，展项安装比计划晚一个月。",
    percent: 85,
    arrived: 5_000,
    completed: 4_800,
  },
  {
    code: "P2015-08",
    month: "2016-01",
    summary: "体验中心 1 月 28 日开放。",
    percent: 100,
    stage: { to: "operating", on: "2016-01-28", evidence: "竣工验收报告（演示）" },
    met: { 设计和建设完成: "2016-01-20" },
    arrived: 6_000,
    completed: 6_400,
  },
  { code: "P2015-08", month: "2017-04", summary: "累计接待 4.2 万人次，展项更新一批。", percent: 100 },

  // 光启
  {
    code: "P2015-01",
    month: "2016-03",
    summary: "平台场地交付，3 月 15 日开工。",
    percent: 8,
    stage: { to: "under_construction", on: "2016-03-15", evidence: "施工许可证（演示）" },
    condition: { to: "active" },
    arrived: 3_000,
    completed: 900,
  },
  {
    code: "P2015-01",
    month: "2016-08",
    summary: "厂房钢结构完成，施工图补正中。",
    percent: 30,
    arrived: 9_000,
    completed: 8_200,
    problems: [permit],
  },
  {
    code: "P2015-01",
    month: "2016-12",
    summary: "厂房封顶，施工图审查通过。",
    percent: 45,
    arrived: 14_000,
    completed: 13_100,
    problems: [{ ...permit, resolvedOn: "2016-11-22" }],
  },
  {
    code: "P2015-01",
    month: "2017-05",
    summary: "数据平台设备到货，安装过半。",
    percent: 66,
    arrived: 18_000,
    completed: 19_400,
  },
  {
    code: "P2015-02",
    month: "2016-09",
    summary: "9 月 20 日开工，认证系统进入样机阶段。",
    percent: 15,
    stage: { to: "under_construction", on: "2016-09-20", evidence: "开工报告（演示）" },
    condition: { to: "active" },
    arrived: 2_400,
    completed: 1_000,
  },
  {
    code: "P2015-02",
    month: "2017-01",
    summary: "样机通过测试，开始小批量生产。",
    percent: 55,
    arrived: 6_000,
    completed: 5_200,
  },
  {
    code: "P2015-02",
    month: "2017-05",
    summary: "示范点安装 9 处，剩 3 处。",
    percent: 85,
    arrived: 9_000,
    completed: 8_800,
    nextSteps: "7 月完成其余 3 处。",
  },
  {
    code: "P2015-03",
    month: "2016-04",
    summary: "创新中心 4 月 6 日进场施工。",
    percent: 12,
    stage: { to: "under_construction", on: "2016-04-06", evidence: "进场通知（演示）" },
    condition: { to: "active" },
  },
  { code: "P2015-03", month: "2016-11", summary: "主体完工，开始室内工程。", percent: 68 },
  {
    code: "P2015-03",
    month: "2017-03",
    summary: "创新中心 3 月 20 日启用，入驻团队 11 个。",
    percent: 100,
    stage: { to: "operating", on: "2017-03-20", evidence: "竣工验收备案（演示）" },
    met: { 投资建设: "2017-03-12" },
  },
  { code: "P2015-03", month: "2017-05", summary: "入驻团队 14 个。", percent: 100 },
  {
    code: "P2015-04",
    month: "2016-05",
    summary: "和通信企业商谈合并实施，没有开工。",
    condition: { to: "active" },
  },
  {
    code: "P2015-04",
    month: "2016-11",
    summary: "光纤入户改由通信企业统一实施，本项目终止。",
    condition: { to: "terminated", reason: "改由通信企业统一实施（演示）" },
  },

  // 中兴、以晴
  {
    code: "P2015-09",
    month: "2016-05",
    summary: "一期 5 月 16 日开工。",
    percent: 6,
    stage: { to: "under_construction", on: "2016-05-16", evidence: "施工许可证（演示）" },
    condition: { to: "active" },
    arrived: 6_000,
    completed: 2_000,
  },
  {
    code: "P2015-09",
    month: "2016-12",
    summary: "一期机房主体完成四成。",
    percent: 28,
    arrived: 15_000,
    completed: 14_000,
    problems: [land],
  },
  {
    code: "P2015-09",
    month: "2017-03",
    summary: "二期用地没有批复，双方商定 3 月起暂停施工。",
    percent: 31,
    condition: { to: "paused", reason: "二期用地没有批复", reviewOn: "2017-09-30" },
    arrived: 15_000,
    completed: 16_200,
    problems: [land],
  },
  {
    code: "P2015-09",
    month: "2017-05",
    summary: "仍在暂停，用地预审材料已补齐。",
    percent: 31,
    problems: [land],
  },
  {
    code: "P2015-09",
    month: "2017-06",
    summary: "预审进入会审。",
    percent: 31,
    problems: [land],
    state: "returned",
    because: "请写明会审日期和依据。",
  },
  {
    code: "P2015-10",
    month: "2015-12",
    summary: "旅游平台需求调研完成，12 月 21 日开工建设。",
    percent: 15,
    stage: { to: "under_construction", on: "2015-12-21", evidence: "项目任务书（演示）" },
    condition: { to: "active" },
  },
  {
    code: "P2015-10",
    month: "2016-03",
    summary: "平台已经上线。",
    percent: 100,
    state: "withdrawn",
    because: "写错了项目，撤回",
  },
  { code: "P2015-10", month: "2016-05", summary: "平台试运行，接入 6 个景区。", percent: 75 },
  {
    code: "P2015-10",
    month: "2016-08",
    summary: "平台建成，8 月 26 日启动合作运营。",
    percent: 100,
    stage: { to: "operating", on: "2016-08-26", evidence: "合作运营启动纪要（演示）" },
    met: { 建成: "2016-08-20", 启动合作运营: "2016-08-26" },
  },
  { code: "P2015-10", month: "2017-05", summary: "接入 31 个景区和 120 家酒店。", percent: 100 },
  {
    code: "P2015-11",
    month: "2017-02",
    summary: "保税区批复后，2 月 17 日开工。",
    percent: 10,
    stage: { to: "under_construction", on: "2017-02-17", evidence: "开工报告（演示）" },
    condition: { to: "active" },
  },
  { code: "P2015-11", month: "2017-05", summary: "信息系统完成招标，平台开发过三成。", percent: 34 },
  {
    code: "P2015-13",
    month: "2016-06",
    summary: "3 家配套企业落户。",
    condition: { to: "active" },
    readings: { 落户企业: 3 },
  },
  { code: "P2015-13", month: "2017-01", summary: "累计 7 家配套企业落户。", readings: { 落户企业: 7 } },

  // 以晴新蒲科技园
  {
    code: "P2014-01",
    month: "2016-06",
    summary: "园区运行平稳，新增一条手机生产线。",
    condition: { to: "active" },
  },
  { code: "P2014-01", month: "2017-05", summary: "园区运行平稳，物流中心投用。" },
];

/** A status check that somebody handed in and nobody has reviewed yet. */
export const demoStatusCheck = {
  code: "P2015-13",
  answer: "under_construction",
  on: "2016-03-10",
  evidenceKind: "company_statement",
  evidence: "企业 2017-06-20 来函（演示）",
} as const;

/** A report that its author has not handed in. */
export const demoDraft = {
  code: "P2015-02",
  input: { period: "2017-06", summary: "其余 3 处示范点安装了 1 处。", percent: "88" },
} as const;

/** Rounds that a reviewer opened; a closed one says why. */
export const demoRounds = [
  {
    month: "2017-05",
    dueOn: "2017-06-10",
    openedOn: "2017-05-26",
    closed: { on: "2017-06-15", reason: "5 月情况已汇总（演示）" },
  },
  { month: "2017-06", dueOn: "2017-07-05", openedOn: "2017-06-26", note: "写清节点完成情况（演示）" },
] as const;
