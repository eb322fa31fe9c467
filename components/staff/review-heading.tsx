import type { ReactNode } from "react";
import { EditorialSlip } from "@/components/progress/editorial-slip";
import { formatInstant } from "@/lib/format/shanghai-time";
import { paths } from "@/lib/paths";
import type { EditorialState } from "@/lib/project/editorial-rules";

type Props = {
  title: string;
  project: { code: string; name: string };
  about: ReactNode;
  state: EditorialState;
  author: string;
  submittedAt: string;
};

/** What is reviewed, who wrote it and when. */
export function ReviewHeading({ title, project, about, state, author, submittedAt }: Props) {
  return (
    <div className="row between mt-1 mb-4">
      <div>
        <h1>{title}</h1>
        <p className="soft">
          <a href={paths.project(project.code)}>{project.name}</a>{" "}
          <span className="code">{project.code}</span>，{about}
        </p>
      </div>
      <div className="row">
        <EditorialSlip state={state} />
        <span className="small faint">{`${author} ${formatInstant(new Date(submittedAt))} 提交`}</span>
      </div>
    </div>
  );
}
