import { Cell, RowHead } from "@/components/ui/table-cell";
import type { ImportedChange } from "@/lib/import/import-review-queries";
import { paths } from "@/lib/paths";
import { changeKindText } from "@/lib/text/register-text";
import { ChangeList } from "./change-list";

/** What each change of an import would make of the register. */
export function ImportChangeTable({ changes }: { changes: readonly ImportedChange[] }) {
  return (
    <table className="t cards">
      <caption className="vh">待审核的变更</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">行</th>
          <th scope="col">类别</th>
          <th scope="col">变化</th>
          <th scope="col">逐份审核</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ id, row, title, code, kind, reason, changes: fields }) => (
          <tr key={id}>
            <RowHead>
              {title}
              {code && <span className="code block">{code}</span>}
            </RowHead>
            <Cell label="行" numeric>
              {row}
            </Cell>
            <Cell label="类别">{changeKindText[kind]}</Cell>
            <Cell label="变化">
              <ul className="grid gap-1">
                <ChangeList changes={fields} />
                {reason && <li className="soft">{`原因：${reason}`}</li>}
              </ul>
            </Cell>
            <Cell label="逐份审核">
              <a href={paths.staffReviewItem("change", id)}>
                单独看<span className="vh">{`：${title}`}</span>
              </a>
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
