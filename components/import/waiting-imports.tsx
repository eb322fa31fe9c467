import { TaskSection } from "@/components/staff/task-section";
import { LinkButton } from "@/components/ui/link-button";
import type { WaitingImport } from "@/lib/import/import-review-queries";
import { paths } from "@/lib/paths";

/** Imports that can be decided on as a whole. */
export function WaitingImports({ imports }: { imports: readonly WaitingImport[] }) {
  if (imports.length === 0) return null;
  return (
    <TaskSection id="imports" title="成批导入的">
      {imports.map(({ id, fileName, author, isOwn, waiting }) => (
        <li key={id} className="task">
          <div>
            <h3>{fileName}</h3>
            <p>{`${author}导入，${waiting} 项待审核`}</p>
          </div>
          <div />
          <div className="small soft">{isOwn ? "自己导入的" : ""}</div>
          <div className="act">
            <LinkButton href={paths.staffImportReview(id)} size="sm">
              一起审核
              <span className="vh">{fileName}</span>
            </LinkButton>
          </div>
        </li>
      ))}
    </TaskSection>
  );
}
