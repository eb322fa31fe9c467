import type { Sheet } from "@/lib/excel/workbook-sheet";
import type { IsoDate } from "@/lib/format/calendar-day";
import { formatNumber } from "@/lib/format/number";
import type { ExportSelection } from "@/lib/project/project-export-queries";
import type { ProjectParameter, ProjectQuery } from "@/lib/project/project-query";
import { conditionText, conditionUnverifiedText } from "@/lib/text/condition-text";
import { missingText } from "@/lib/text/missing-text";
import { dueFilterText, projectParameterText, projectSortText } from "@/lib/text/project-query-text";
import { stageText } from "@/lib/text/stage-text";

type Exported = {
  selection: ExportSelection;
  query: ProjectQuery;
  /** Parameters whose value made no sense. */
  ignored: readonly ProjectParameter[];
  day: IsoDate;
  isDemo: boolean;
};

/** What was selected, from when it is, and how to read it. */
export function exportNoteSheet({ selection, query, ignored, day, isDemo }: Exported): Sheet {
  const facts: [string, string][] = [
    ...(isDemo ? [["注意", "演示数据，不是真实情况。"] as [string, string]] : []),
    ["项目", `${formatNumber(selection.ids.length)} 个`],
    ["筛选", filterWords(query)],
    ...(ignored.length > 0
      ? [
          ["没有采用", `${ignored.map((name) => projectParameterText[name]).join("、")} 的值不能识别。`] as [
            string,
            string,
          ],
        ]
      : []),
    ["排序", projectSortText[query.sort]],
    ["统计日", day],
    ["最近来源", selection.sourcedOn ?? "没有"],
    ["最近填报", selection.reportedOn ?? missingText.not_reported],
    [
      "金额",
      "计划总投资、协议投资额以币种的万为单位，到位资金、完成投资以万元为单位；空着的是来源未载明或尚未填报，不是 0。",
    ],
    ["内部资料", "资金、问题、责任人没有全部公开，请勿外传。"],
  ];
  return {
    name: "说明",
    columns: [
      { header: "项", width: 14, kind: "text" },
      { header: "内容", width: 90, kind: "text" },
    ],
    rows: facts,
  };
}

function filterWords({ stage, condition, enterprise, place, due, q }: ProjectQuery): string {
  const chosen = {
    stage: stage && stageText[stage],
    condition: condition && (condition === "unverified" ? conditionUnverifiedText : conditionText[condition]),
    enterprise,
    place: place === "none" ? missingText.not_stated : place,
    due: due && dueFilterText[due],
    q: q && `“${q}”`,
  } satisfies Partial<Record<ProjectParameter, string | null>>;
  const words = Object.entries(chosen).flatMap(([name, value]) =>
    value ? [`${projectParameterText[name as keyof typeof chosen]}：${value}`] : [],
  );
  return words.length === 0 ? "全部项目" : words.join("；");
}
