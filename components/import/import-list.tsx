import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { formatInstant } from "@/lib/format/shanghai-time";
import type { ListedImport } from "@/lib/import/import-queries";
import { countSentence } from "@/lib/import/import-sentence";
import { paths } from "@/lib/paths";
import { importKindText } from "@/lib/text/import-text";

/** One's own uploads of the last days. */
export function ImportList({ imports }: { imports: readonly ListedImport[] }) {
  return (
    <Panel id="imports" title="我上传的" note="保留 7 天；有待审核的，审完再清除">
      {imports.length === 0 ? (
        <EmptyState title="还没有上传过。">上传的文件和逐行结果会列在这里。</EmptyState>
      ) : (
        <table className="t cards">
          <caption className="vh">我上传的文件</caption>
          <thead>
            <tr>
              <th scope="col">文件</th>
              <th scope="col">类别</th>
              <th scope="col">上传时间</th>
              <th scope="col">结果</th>
            </tr>
          </thead>
          <tbody>
            {imports.map((item) => (
              <tr key={item.id}>
                <RowHead>
                  <a href={paths.staffImportPreview(item.id)}>{item.fileName}</a>
                </RowHead>
                <Cell label="类别">{item.kind ? importKindText[item.kind] : "没有识别"}</Cell>
                <Cell label="上传时间">{formatInstant(new Date(item.uploadedAt))}</Cell>
                <Cell label="结果">{resultOf(item)}</Cell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function resultOf({ state, counts, handedIn }: ListedImport): string {
  if (state === "reading") return "没有读完";
  if (state === "refused") return "没有收下";
  if (state === "confirmed") return `已提交 ${handedIn} 行`;
  return countSentence(counts);
}
