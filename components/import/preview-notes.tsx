import { ErrorSummary } from "@/components/ui/error-summary";
import { Note } from "@/components/ui/note";
import type { ImportPreview } from "@/lib/import/import-queries";
import { countSentence } from "@/lib/import/import-sentence";
import { paths } from "@/lib/paths";
import { importDoneText } from "@/lib/text/import-text";

type Props = { preview: ImportPreview; done: string | string[] | undefined };

/** What happened to the file, and what to look at before going on. */
export function PreviewNotes({ preview, done }: Props) {
  const { state, refusal, counts, unreadColumns, earlierId, handedIn, failed, pending } = preview;
  if (state === "refused") return <ErrorSummary errors={[{ fieldId: null, message: refusal ?? "" }]} />;
  if (state === "reading") {
    return <ErrorSummary errors={[{ fieldId: null, message: "上次没有读完。请重新上传这个文件。" }]} />;
  }
  const isDone = (name: string): name is keyof typeof importDoneText => Object.hasOwn(importDoneText, name);
  return (
    <>
      {typeof done === "string" && isDone(done) && (
        <Note tone="ok" role="status">
          {importDoneText[done]}
        </Note>
      )}
      {state === "confirmed" ? (
        <Note>
          {`已提交 ${handedIn} 行${failed > 0 ? `，${failed} 行没有收下，原因在该行` : ""}${pending > 0 ? `，还有 ${pending} 行勾选了没有提交，请再按“提交勾选的行”` : ""}。审核的结果在“我的任务”里看。`}
        </Note>
      ) : (
        <Note tone={counts.bad > 0 ? "warn" : "info"}>{`还没有提交。${countSentence(counts)}。`}</Note>
      )}
      {earlierId !== null && (
        <Note tone="warn">
          同样的文件提交过一次，<a href={paths.staffImportPreview(earlierId)}>看上次的结果</a>。
        </Note>
      )}
      {unreadColumns.length > 0 && <Note tone="warn">{`这些列没有导入：${unreadColumns.join("、")}。`}</Note>}
    </>
  );
}
