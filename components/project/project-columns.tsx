import type { ReactNode } from "react";
import { InferredDagger } from "@/components/source/inferred-slip";
import { Missing } from "@/components/source/missing";
import { SourceChip } from "@/components/source/source-chip";
import type { IsoDate } from "@/lib/format/date-range";
import { formatAmountIn } from "@/lib/format/money";
import { paths, registerChangeAnchor } from "@/lib/paths";
import type { ProjectItem } from "@/lib/project/project-dto";
import type { ProjectSort } from "@/lib/project/project-query";
import { newestRecordOn } from "@/lib/project/project-timeline";
import { ConditionTag } from "./condition-tag";
import { DueCell } from "./due-cell";
import { StageTag } from "./stage-tag";
import { TrackingTag } from "./tracking-tag";

export type ProjectColumn = {
  label: string;
  /** Of its numbers; stands in the header. */
  unit?: string;
  /** Its order when the header is followed for the first time. */
  sort?: ProjectSort;
  numeric?: boolean;
  /** Stays on the second line of a row on a phone. */
  secondLine?: boolean;
  isMissing?: (item: ProjectItem) => boolean;
  cell: (item: ProjectItem, day: IsoDate) => ReactNode;
};

/** After the code and the name, which every row has. */
export const projectColumns: readonly ProjectColumn[] = [
  { label: "企业", cell: (item) => <EnterpriseNames item={item} /> },
  { label: "落户地", isMissing: ({ place }) => place === null, cell: (item) => <PlaceName item={item} /> },
  {
    label: "当前阶段",
    sort: "stage",
    secondLine: true,
    cell: (item) => (
      <>
        <StageTag stage={item.stage} />
        <Dagger item={item} field="stage" />
      </>
    ),
  },
  {
    label: "状况",
    isMissing: ({ condition }) => condition === null,
    cell: ({ condition }) => <ConditionTag condition={condition} />,
  },
  {
    label: "形象进度",
    numeric: true,
    isMissing: ({ percent }) => percent === null,
    cell: ({ percent }) => (percent === null ? <Missing why="not_reported" /> : `${percent}%`),
  },
  {
    label: "计划总投资",
    unit: "亿元",
    numeric: true,
    isMissing: ({ plannedInvestment }) => plannedInvestment === null,
    cell: ({ plannedInvestment }) =>
      plannedInvestment ? formatAmountIn("亿", plannedInvestment.amount) : <Missing why="not_stated" />,
  },
  {
    label: "时限",
    sort: "due",
    secondLine: true,
    cell: (item, day) => <DueCell item={item} day={day} />,
  },
  {
    label: "最近记录",
    sort: "-record",
    secondLine: true,
    cell: (item) => <time className="nowrap">{newestRecordOn(item)}</time>,
  },
  {
    label: "跟踪",
    cell: ({ tracking }) =>
      tracking ? <TrackingTag tracking={tracking} /> : <Missing why="not_applicable" />,
  },
  {
    label: "出处",
    isMissing: ({ source, registerChangeId }) => source === null && registerChangeId === null,
    cell: (item) => <Origin item={item} />,
  },
];

function EnterpriseNames({ item }: { item: ProjectItem }) {
  return (
    <>
      {item.enterprises.map(({ shortName }) => shortName).join("、")}
      <Dagger item={item} field="enterprises" />
    </>
  );
}

function PlaceName({ item }: { item: ProjectItem }) {
  if (!item.place) return <Missing why="not_stated" />;
  return (
    <>
      {item.place.name}
      <Dagger item={item} field="place" />
    </>
  );
}

function Origin({ item: { code, source, registerChangeId } }: { item: ProjectItem }) {
  if (source) return <SourceChip {...source} />;
  if (registerChangeId === null) return <Missing why="not_stated" />;
  return (
    <a className="src" href={`${paths.project(code)}#${registerChangeAnchor(registerChangeId)}`}>
      登记
    </a>
  );
}

function Dagger({ item, field }: { item: ProjectItem; field: string }) {
  return item.inferred.includes(field) ? <InferredDagger /> : null;
}
