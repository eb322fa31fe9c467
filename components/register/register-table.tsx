import type { ReactNode } from "react";
import { EditorialSlip } from "@/components/progress/editorial-slip";
import { LinkButton } from "@/components/ui/link-button";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { formatDateRange } from "@/lib/format/date-words";
import { paths } from "@/lib/paths";
import type { ListedSubject } from "@/lib/register-change/register-form-rules";
import type { RegisterRow } from "@/lib/register-change/register-list-queries";
import { missingText } from "@/lib/text/missing-text";
import { organizationKindText } from "@/lib/text/organization-text";
import { registerSubjectText } from "@/lib/text/register-text";

type Column = { label: string; numeric?: boolean; cell: (row: RegisterRow) => ReactNode };

const code: Column = { label: "编号", cell: ({ key }) => <span className="code">{key}</span> };
const projects: Column = { label: "项目", numeric: true, cell: ({ projectCount }) => projectCount };

const columns: Record<ListedSubject, { before: Column[]; after: Column[] }> = {
  project: {
    before: [code],
    after: [{ label: "投资企业", cell: ({ names }) => names.join("、") || missingText.not_stated }],
  },
  agreement: {
    before: [code],
    after: [
      { label: "签约方", cell: ({ names }) => names.join("、") },
      {
        label: "签订日期",
        cell: ({ signed }) => (signed ? formatDateRange(signed) : missingText.not_stated),
      },
      projects,
    ],
  },
  organization: {
    before: [],
    after: [{ label: "类别", cell: ({ kind }) => kind && organizationKindText[kind] }, projects],
  },
  place: { before: [], after: [projects] },
};

type Props = {
  subject: ListedSubject;
  items: readonly RegisterRow[];
  /** The viewer may propose changes, and this kind has a form. */
  mayEdit: boolean;
  mayReview: boolean;
};

/** A page of the staff's list of the register. */
export function RegisterTable({ subject, items, mayEdit, mayReview }: Props) {
  const { before, after } = columns[subject];
  const hasOpen = items.some(({ open }) => open !== null);
  return (
    <table className="t cards">
      <caption className="vh">{`已登记的${registerSubjectText[subject]}`}</caption>
      <thead>
        <tr>
          {before.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
          <th scope="col">名称</th>
          {after.map(({ label, numeric }) => (
            <th key={label} scope="col" className={numeric ? "n" : undefined}>
              {label}
            </th>
          ))}
          {hasOpen && <th scope="col">待办的变更</th>}
          {mayEdit && (
            <th scope="col">
              <span className="vh">操作</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <tr key={row.key}>
            {before.map((column) => (
              <ColumnCell key={column.label} column={column} row={row} />
            ))}
            <RowHead>
              <Title subject={subject} row={row} />
            </RowHead>
            {after.map((column) => (
              <ColumnCell key={column.label} column={column} row={row} />
            ))}
            {hasOpen && (
              <Cell label="待办的变更">
                <OpenChange open={row.open} mayReview={mayReview} />
              </Cell>
            )}
            {mayEdit && (
              <Cell label="操作">
                <LinkButton href={paths.staffRegisterItem(subject, row.key)} size="sm" icon="pen">
                  修改
                  <span className="vh">{row.title}</span>
                </LinkButton>
              </Cell>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ColumnCell({ column: { label, numeric, cell }, row }: { column: Column; row: RegisterRow }) {
  return (
    <Cell label={label} numeric={numeric}>
      {cell(row)}
    </Cell>
  );
}

function Title({ subject, row: { key, title, kind } }: { subject: ListedSubject; row: RegisterRow }) {
  if (subject === "project") return <a href={paths.staffProject(key)}>{title}</a>;
  if (subject === "agreement") return <a href={paths.agreement(key)}>{title}</a>;
  return kind === "enterprise" ? <a href={paths.enterprise(key)}>{title}</a> : title;
}

function OpenChange({ open, mayReview }: { open: RegisterRow["open"]; mayReview: boolean }) {
  if (!open) return <span className="faint">没有</span>;
  const { id, state, author, isOwn } = open;
  const who = isOwn ? "我" : author;
  return (
    <>
      <EditorialSlip state={state} />{" "}
      <span className="small soft">
        {mayReview ? (
          <a href={paths.staffReviewItem("change", id)}>{`${who}，编号 ${id}`}</a>
        ) : (
          `${who}，编号 ${id}`
        )}
      </span>
    </>
  );
}
