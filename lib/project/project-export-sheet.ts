import { type CellValue, exactNumber, type Sheet, type SheetColumn } from "@/lib/excel/workbook-sheet";
import { formatDateRange } from "@/lib/format/date-words";
import { formatWanInput } from "@/lib/format/money";
import type { ExportedProject } from "@/lib/project/project-export-queries";
import { conditionText, conditionUnverifiedText } from "@/lib/text/condition-text";
import { currencyText } from "@/lib/text/currency-text";
import { missingText } from "@/lib/text/missing-text";
import { projectTypeText } from "@/lib/text/project-text";
import { stageText } from "@/lib/text/stage-text";

type Column = Omit<SheetColumn, "width"> & { width?: number; cell: (project: ExportedProject) => CellValue };

const wan = (amount: string | null) => exactNumber(amount && formatWanInput(amount));

/** What the register's export says of a project, for people inside. */
const columns: readonly Column[] = [
  { header: "项目编号", kind: "text", cell: ({ code }) => code },
  { header: "项目名称", kind: "text", width: 32, cell: ({ name }) => name },
  { header: "简称", kind: "text", cell: ({ shortName }) => shortName },
  { header: "类型", kind: "text", width: 10, cell: ({ type }) => projectTypeText[type] },
  { header: "投资企业", kind: "text", width: 28, cell: ({ enterprises }) => enterprises.join("、") },
  { header: "落户地", kind: "text", cell: ({ place }) => place ?? missingText.not_stated },
  {
    header: "所属协议",
    kind: "text",
    width: 28,
    cell: ({ agreement, agreementNote }) => agreement ?? agreementNote ?? missingText.not_stated,
  },
  { header: "当前阶段", kind: "text", width: 10, cell: ({ stage }) => stageText[stage] },
  { header: "阶段日期", kind: "text", cell: ({ stageOn }) => stageOn && formatDateRange(stageOn) },
  {
    header: "状况",
    kind: "text",
    width: 10,
    cell: ({ condition }) => (condition ? conditionText[condition] : conditionUnverifiedText),
  },
  { header: "形象进度（%）", kind: "number", cell: ({ percent }) => exactNumber(percent) },
  { header: "币种", kind: "text", width: 8, cell: ({ currency }) => currencyText[currency] },
  {
    header: "计划总投资（万）",
    kind: "number",
    width: 18,
    cell: ({ plannedInvestment }) => wan(plannedInvestment),
  },
  {
    header: "协议投资额（万）",
    kind: "number",
    width: 18,
    cell: ({ agreedInvestment }) => wan(agreedInvestment),
  },
  {
    header: "累计到位资金（万元）",
    kind: "number",
    width: 20,
    cell: ({ arrivedFunds }) => wan(arrivedFunds),
  },
  {
    header: "累计完成投资（万元）",
    kind: "number",
    width: 20,
    cell: ({ completedInvestment }) => wan(completedInvestment),
  },
  { header: "资金是否公开", kind: "text", cell: ({ isMoneyPublic }) => (isMoneyPublic ? "公开" : "内部") },
  { header: "最近时限", kind: "text", cell: ({ due }) => due && formatDateRange(due) },
  { header: "时限依据", kind: "text", cell: ({ dueBasis }) => dueBasis && basisText[dueBasis] },
  { header: "未解决问题（个）", kind: "number", cell: ({ openProblems }) => exactNumber(openProblems) },
  { header: "责任单位", kind: "text", width: 18, cell: ({ unit }) => unit ?? missingText.unassigned },
  { header: "责任人", kind: "text", cell: ({ person }) => person ?? missingText.unassigned },
  { header: "最近来源", kind: "day", cell: ({ sourcedOn }) => ({ day: sourcedOn }) },
  { header: "最近填报", kind: "text", cell: ({ reportedOn }) => reportedOn ?? missingText.not_reported },
];

const basisText = { stated: "来源写明", inferred: "推断" } as const;

/** The sheet of the selected projects. */
export function exportSheet(projects: AsyncIterable<ExportedProject>): Sheet {
  return {
    name: "项目",
    columns: columns.map(({ cell: _cell, width = 14, ...column }) => ({ width, ...column })),
    frozenColumns: 2,
    rows: rowsOf(projects),
  };
}

async function* rowsOf(projects: AsyncIterable<ExportedProject>): AsyncGenerator<CellValue[]> {
  for await (const project of projects) yield columns.map(({ cell }) => cell(project));
}
