import { Button } from "@/components/ui/button";
import { Field, fieldWiring } from "@/components/ui/field";
import { Panel } from "@/components/ui/panel";
import { paths } from "@/lib/paths";

type Props = { error: string | null };

/** Sends a workbook; nothing is handed in by it. */
export function UploadForm({ error }: Props) {
  const text = {
    label: "Excel 文件",
    hint: "只收 .xlsx，最大 10 MB、10,000 行。公式、宏、合并单元格和加密码的文件不收。",
    error,
  };
  return (
    <Panel id="upload" title="上传" note="先预览，确认后才提交审核">
      <form action={paths.workbookUploads()} method="post" encType="multipart/form-data" className="stack">
        <Field id="file" {...text}>
          <input
            {...fieldWiring("file", { ...text, echo: null })}
            className="input"
            type="file"
            name="file"
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            required
          />
        </Field>
        <div className="row">
          <Button type="submit" variant="go">
            上传并预览
          </Button>
        </div>
      </form>
    </Panel>
  );
}
