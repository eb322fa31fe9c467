import { notAfter, ofHalfYear, ofMonth, ofYear } from "@/lib/format/date-range";
import type { Cited, CommitmentFact, MilestoneFact, ProjectFact, StageFact } from "./fact-types";
import { reportDay } from "./report-2015";

// The 14 projects of the report. Fields marked inferred are our readings, with the reason shown to the reader.

const agreementByTitle = "报道没有写明项目属于哪份协议，按标题和签约方读作这一份";
const signedByTitle = "报道没有写明这个项目已签约，按考察期间签订的协议读作已签约";
const placeByName = "项目名称写到遵义市，报道没有另写落户地";
const eitherAgreement = "报道没有写明。按签约方，可能是 A2015-03 或 A2015-04";

const signed = (cited: Cited): StageFact[] => [{ stage: "signed", effective: notAfter(reportDay), cited }];
const signedByKuangchi = signed({ field: "stage", paragraphs: [6] });
const signedInShenzhen = signed({ field: "stage", paragraphs: [14], inferred: signedByTitle });

const withoutDeadline = (title: string, paragraph: number, note: string | null = null): MilestoneFact => ({
  title,
  note,
  planned: null,
  deadlineBasis: null,
  cited: [{ field: "title", paragraphs: [paragraph] }],
});

const investmentAndConstruction = withoutDeadline("投资建设", 6);

const construction: MilestoneFact = {
  title: "建设",
  note: "起止含义未载明",
  planned: ofHalfYear(2015, 2),
  deadlineBasis: "inferred",
  cited: [
    { field: "title", paragraphs: [15] },
    { field: "planned", paragraphs: [15] },
    {
      field: "deadline",
      paragraphs: [15],
      inferred: "报道没有写明 2015 年下半年是开工还是完成，最晚开工读作 2015-12-31",
    },
  ],
};

const jointOperation: MilestoneFact = {
  title: "启动合作运营",
  note: "报道写“1 年内”",
  planned: ofMonth(2016, 8),
  deadlineBasis: "inferred",
  cited: [
    {
      field: "title",
      paragraphs: [16],
      inferred: "报道写“双平台＋双中心”，没有写明是哪四个项目，按名称读作两个平台和两个中心",
    },
    {
      field: "planned",
      paragraphs: [16],
      inferred: "“1 年”从哪一天起算没有写明，按 2015 年 8 月签订起算",
    },
  ],
};

const built = withoutDeadline("建成", 16, "“1 年内”是否也指建成，报道没有写明");

type ByKuangchi = Pick<ProjectFact, "code" | "name" | "shortName" | "type" | "summary"> & {
  commitments?: readonly CommitmentFact[];
};

const byKuangchi = (project: ByKuangchi): ProjectFact => ({
  commitments: [],
  ...project,
  investors: ["kuangchi"],
  agreement: "A2015-01",
  agreementNote: null,
  place: "xinpu",
  stages: signedByKuangchi,
  milestones: [investmentAndConstruction],
  cited: [
    { field: "name", paragraphs: [6] },
    { field: "enterprises", paragraphs: [6] },
    { field: "agreement", paragraphs: [6] },
    { field: "place", paragraphs: [6] },
  ],
});

type ByZte = Pick<
  ProjectFact,
  "code" | "name" | "shortName" | "type" | "summary" | "commitments" | "milestones"
> & {
  placeInferred?: string;
};

const byZte = ({ placeInferred, ...project }: ByZte): ProjectFact => ({
  ...project,
  investors: ["zte"],
  agreement: "A2015-02",
  agreementNote: null,
  place: "zunyi",
  stages: signedInShenzhen,
  cited: [
    { field: "name", paragraphs: [15] },
    { field: "enterprises", paragraphs: [15] },
    { field: "agreement", paragraphs: [14, 15], inferred: agreementByTitle },
    { field: "place", paragraphs: [15], ...(placeInferred && { inferred: placeInferred }) },
  ],
});

type Joint = Pick<
  ProjectFact,
  "code" | "name" | "shortName" | "type" | "summary" | "commitments" | "milestones"
> & {
  agreement: string | null;
  place: "zunyi" | "zunyi by its name" | null;
};

const joint = ({ agreement, place, ...project }: Joint): ProjectFact => ({
  ...project,
  investors: ["zte", "eqing"],
  agreement,
  agreementNote: agreement === null ? eitherAgreement : null,
  place: place === null ? null : "zunyi",
  stages: signedInShenzhen,
  cited: [
    { field: "name", paragraphs: [16] },
    { field: "enterprises", paragraphs: [16] },
    ...(agreement === null ? [] : [{ field: "agreement", paragraphs: [14, 16], inferred: agreementByTitle }]),
    ...(place === "zunyi" ? [{ field: "place", paragraphs: [16] }] : []),
    ...(place === "zunyi by its name" ? [{ field: "place", paragraphs: [16], inferred: placeByName }] : []),
  ],
});

export const projects: readonly ProjectFact[] = [
  byKuangchi({
    code: "P2015-01",
    name: "“云端”号空间大数据示范平台",
    shortName: "“云端”号平台",
    type: "platform",
    summary: "光启将到新蒲新区投资，建设空间大数据的示范平台，并用它支持创业",
    commitments: [
      {
        indicator: "用平台支持创业",
        target: null,
        unit: null,
        note: "支持创客和大学生，方向是城市安防、智慧城市、物联网和航空航天",
        cited: [{ field: "indicator", paragraphs: [6] }],
      },
    ],
  }),
  byKuangchi({
    code: "P2015-02",
    name: "光子技术认证系统示范工程",
    shortName: "光子技术认证",
    type: "engineering",
    summary: "光启将到新蒲新区投资，建设光子技术认证系统的示范工程",
  }),
  byKuangchi({
    code: "P2015-03",
    name: "光启遵义创新中心",
    shortName: "光启创新中心",
    type: "institution",
    summary: "光启将到新蒲新区投资，建设创新中心",
  }),
  byKuangchi({
    code: "P2015-04",
    name: "安居房光纤入户工程",
    shortName: "光纤入户",
    type: "engineering",
    summary: "光启将到新蒲新区投资，把光纤接进安居房",
  }),
  byZte({
    code: "P2015-05",
    name: "中兴大数据中心",
    shortName: "中兴数据中心",
    type: "engineering",
    summary: "中兴将在 2015 年下半年在遵义建设数据中心，有机柜 10,000 个、服务器 2 万台",
    commitments: [
      {
        indicator: "机柜",
        target: 10_000,
        unit: "个",
        note: null,
        cited: [{ field: "target", paragraphs: [15] }],
      },
      {
        indicator: "服务器",
        target: 20_000,
        unit: "台",
        note: "报道作“个”",
        cited: [{ field: "target", paragraphs: [15] }],
      },
    ],
    milestones: [
      construction,
      {
        title: "设计和建设完成",
        note: "报道没有写明是哪一个数据中心",
        planned: ofYear(2015),
        deadlineBasis: "inferred",
        cited: [
          { field: "title", paragraphs: [15], inferred: "报道没有写明是哪一个数据中心，读作本项目" },
          { field: "planned", paragraphs: [15], inferred: "报道没有写明是哪一个数据中心，读作本项目" },
        ],
      },
    ],
  }),
  byZte({
    code: "P2015-06",
    name: "中兴大数据云服务平台",
    shortName: "大数据云平台",
    type: "platform",
    summary: "中兴将在 2015 年下半年在遵义建设云服务平台，服务贵州全省",
    commitments: [
      {
        indicator: "服务范围",
        target: null,
        unit: null,
        note: "贵州全省",
        isMeasurable: false,
        cited: [{ field: "indicator", paragraphs: [15] }],
      },
    ],
    milestones: [construction],
  }),
  byZte({
    code: "P2015-07",
    name: "中兴云服务运营中心",
    shortName: "云服务运营中心",
    type: "institution",
    summary: "中兴将在 2015 年下半年在遵义建设云服务的运营中心",
    commitments: [
      {
        indicator: "服务范围",
        target: null,
        unit: null,
        note: "贵州全省",
        isMeasurable: false,
        cited: [
          {
            field: "indicator",
            paragraphs: [15],
            inferred: "“贵州全省”写在两个项目之前，可能也指本项目",
          },
        ],
      },
    ],
    milestones: [construction],
  }),
  byZte({
    code: "P2015-08",
    name: "遵义市科技创新体验中心",
    shortName: "科技创新体验中心",
    type: "institution",
    summary: "2015 年内完成科技创新体验中心的设计和建设",
    placeInferred: placeByName,
    commitments: [],
    milestones: [
      {
        title: "设计和建设完成",
        note: null,
        planned: ofYear(2015),
        deadlineBasis: "stated",
        cited: [
          { field: "title", paragraphs: [15] },
          { field: "planned", paragraphs: [15] },
        ],
      },
    ],
  }),
  joint({
    code: "P2015-09",
    name: "以晴—中兴大数据中心",
    shortName: "以晴—中兴数据中心",
    type: "engineering",
    summary: "中兴和以晴将共同投资建设数据中心，1 年内启动合作运营",
    agreement: "A2015-03",
    place: null,
    commitments: [
      {
        indicator: "建设目标",
        target: null,
        unit: null,
        note: "规模和水平列中兴在全国的数据中心前列",
        isMeasurable: false,
        cited: [{ field: "indicator", paragraphs: [16] }],
      },
    ],
    milestones: [withoutDeadline("投资建设", 16), jointOperation],
  }),
  joint({
    code: "P2015-10",
    name: "遵义市智慧旅游平台",
    shortName: "智慧旅游平台",
    type: "platform",
    summary: "中兴和以晴将建成智慧旅游平台，1 年内启动合作运营",
    agreement: "A2015-04",
    place: "zunyi by its name",
    commitments: [],
    milestones: [built, jointOperation],
  }),
  joint({
    code: "P2015-11",
    name: "遵义市保税区信息化及产业链平台",
    shortName: "保税区平台",
    type: "platform",
    summary: "中兴和以晴将建成保税区的信息化和产业链平台，1 年内启动合作运营",
    agreement: null,
    place: "zunyi by its name",
    commitments: [],
    milestones: [built, jointOperation],
  }),
  joint({
    code: "P2015-12",
    name: "产学研及人才培养中心",
    shortName: "人才培养中心",
    type: "institution",
    summary: "中兴和以晴将建成产学研和人才培养的中心，1 年内启动合作运营",
    agreement: null,
    place: null,
    commitments: [],
    milestones: [built, jointOperation],
  }),
  joint({
    code: "P2015-13",
    name: "引进中兴集团产业链上下游企业落户遵义",
    shortName: "产业链企业引进",
    type: "recruitment",
    summary: "中兴和以晴将引进中兴产业链上下游的企业，到遵义落户；没有写数量",
    agreement: null,
    place: "zunyi",
    commitments: [
      {
        indicator: "落户企业",
        target: null,
        unit: "家",
        note: null,
        cited: [{ field: "indicator", paragraphs: [16] }],
      },
    ],
    milestones: [],
  }),
  {
    code: "P2014-01",
    name: "以晴新蒲科技园",
    shortName: "新蒲科技园",
    type: "engineering",
    summary: "电子信息产业园区，2014 年一年内签约、建设、投产并见效",
    investors: ["eqing"],
    agreement: "A2014-01",
    agreementNote: null,
    place: "xinpu",
    stages: [
      { stage: "signed", effective: ofYear(2014), cited: { field: "stage", paragraphs: [9] } },
      { stage: "under_construction", effective: ofYear(2014), cited: { field: "stage", paragraphs: [9] } },
      { stage: "operating", effective: ofYear(2014), cited: { field: "stage", paragraphs: [9] } },
    ],
    commitments: [],
    milestones: [],
    cited: [
      { field: "name", paragraphs: [8] },
      {
        field: "enterprises",
        paragraphs: [8, 9],
        inferred: "报道把以晴集团和科技园写在一起，没有写明谁运营，读作以晴集团",
      },
      { field: "agreement", paragraphs: [9] },
      { field: "place", paragraphs: [8], inferred: "园区名称写到新蒲，报道没有另写落户地" },
    ],
  },
];
