import { Note } from "@/components/ui/note";
import type { ProjectParameter } from "@/lib/project/project-query";
import { projectParameterText } from "@/lib/text/project-query-text";

/** Which parts of the URL could not be read. Nothing when all could. */
export function IgnoredNote({ ignored }: { ignored: readonly ProjectParameter[] }) {
  if (ignored.length === 0) return null;
  const names = ignored.map((name) => projectParameterText[name]).join("、");
  return (
    <Note tone="warn" role="status">
      {`网址里的条件“${names}”不能识别，没有采用。请在下面重新选择。`}
    </Note>
  );
}
