import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { ConfirmForm } from "@/components/import/confirm-form";
import { PreviewNotes } from "@/components/import/preview-notes";
import { PreviewTable } from "@/components/import/preview-table";
import { VerdictTabs } from "@/components/import/verdict-tabs";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/pager";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { rowNumberIn } from "@/lib/format/row-number";
import { formatInstant } from "@/lib/format/shanghai-time";
import { importVerdicts } from "@/lib/import/import-dto";
import { findImport, type ImportPreview, rowsOfPage } from "@/lib/import/import-queries";
import { paths } from "@/lib/paths";
import { groundsValues } from "@/lib/register-change/proposal-schema";
import { importKindText } from "@/lib/text/import-text";

export const metadata: Metadata = { title: "导入预览" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<"show" | "page" | "done", string | string[] | undefined>>;
};

export default async function ImportPreviewPage({ params, searchParams }: Props) {
  const { id } = await params;
  const number = rowNumberIn(id) ?? 0;
  const path = paths.staffImportPreview(number);
  const viewer = await requirePageViewer("/staff/import/[id]", path);
  const said = await searchParams;
  const show = importVerdicts.find((verdict) => verdict === said.show) ?? null;
  const page = /^[1-9]\d{0,3}$/.test(String(said.page)) ? Number(said.page) : 1;
  const preview = await findImport(viewer, number, { show, page });
  if (!preview) notFound();
  const { counts, rows, kind } = preview;
  const shownCount = show ? counts[show] : Object.values(counts).reduce((sum, count) => sum + count, 0);
  const isRead = preview.state === "previewed" || preview.state === "confirmed";
  return (
    <StaffFrame viewer={viewer} path={path} current="import">
      <Breadcrumbs trail={[{ label: "导入", href: paths.staffImport() }]} current={preview.fileName} />
      <div className="stack">
        <h1>{kind ? `${importKindText[kind]}导入预览` : "导入预览"}</h1>
        <p className="soft">{`${preview.fileName}，${formatInstant(new Date(preview.uploadedAt))} 上传`}</p>
        <PreviewNotes preview={preview} done={said.done} />
        {isRead && (
          <div className="panel stack">
            <VerdictTabs id={number} counts={counts} show={show} />
            {counts.bad + preview.failed > 0 && (
              <LinkButton href={paths.staffImportBadRows(number)} size="sm">
                下载有错的行
              </LinkButton>
            )}
            <ConfirmForm
              id={number}
              newsCount={counts.new + counts.changed - preview.handedIn}
              badCount={counts.bad}
              grounds={groundsOf(preview)}
            >
              {rows.length === 0 ? (
                <EmptyState title="没有这一类的行。">选“全部”看所有的行。</EmptyState>
              ) : (
                <PreviewTable rows={rows} />
              )}
              <Pager
                page={page}
                pageCount={Math.ceil(shownCount / rowsOfPage)}
                href={(next) => paths.staffImportPreview(number, { show, page: next })}
              />
            </ConfirmForm>
          </div>
        )}
        <div className="row">
          <LinkButton href={paths.staffImport()}>{isRead ? "回到导入" : "重新上传"}</LinkButton>
        </div>
      </div>
    </StaffFrame>
  );
}

/** What the form asks of changes of the register: evidence, and a reason where something registered changes. */
function groundsOf({ kind, counts, evidence, reason, changeKind }: ImportPreview) {
  if (kind !== "register") return null;
  const values = evidence ? groundsValues({ kind: changeKind ?? "creation", reason, evidence }) : {};
  return { values, isNew: counts.changed === 0 };
}
