import type { ReactNode } from "react";
import { LightTag } from "@/components/project/light-tag";
import { TrackingTag } from "@/components/project/tracking-tag";
import type { InternalDashboard, LitProject } from "@/lib/kpi/internal-dto";
import { type LightReason, lightRuleVersion } from "@/lib/milestone/light-rules";
import { paths } from "@/lib/paths";

type Props = Pick<InternalDashboard, "lights" | "lapsed"> & { lapsedCount: number };

const columns: readonly (readonly LightReason[])[] = [
  ["very_late", "late"],
  ["on_time"],
  ["unverified", "paused", "no_deadline"],
  ["nothing_open", "terminated"],
];

/** Every project under its light, the worst first; 断报 is a mark of its own. */
export function LightBoard({ lights, lapsed, lapsedCount }: Props) {
  return (
    <section className="panel board gap-3" aria-labelledby="lights-title">
      <div className="panel-h m-0">
        <h2 id="lights-title">节点灯</h2>
        <p>{`红黄绿灯只看有没有过时限；没有填报另记“断报”。默认规则第 ${lightRuleVersion} 版`}</p>
      </div>
      <div className="cols-4 gap-5">
        {columns.map((reasons, index) => (
          <div key={reasons.join()} className="grid gap-4 content-start">
            {shownReasons(reasons, lights).map((reason) => (
              <BoardList key={reason} tag={<LightTag reason={reason} />} count={lights[reason].count}>
                {lights[reason].projects.map((project) => (
                  <BoardItem key={project.code} project={project} note={noteOf(reason, project)} />
                ))}
              </BoardList>
            ))}
            {index === columns.length - 1 && lapsedCount > 0 && (
              <BoardList tag={<TrackingTag tracking="lapsed" />} count={lapsedCount}>
                {lapsed.map((project) => (
                  <BoardItem key={project.code} project={project} note={`最近 ${project.lastRecordOn}`} />
                ))}
              </BoardList>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

/** Each column keeps its first list, so that a 0 is read as well; empty ones below it are left out. */
function shownReasons(reasons: readonly LightReason[], lights: InternalDashboard["lights"]) {
  const filled = reasons.filter((reason) => lights[reason].count > 0);
  return filled.length > 0 ? filled : reasons.slice(0, 1);
}

function noteOf(reason: LightReason, { overdueDays, dueOn }: LitProject): string | null {
  if (reason === "late" || reason === "very_late") return `滞后 ${overdueDays} 天`;
  return reason === "on_time" && dueOn ? `至 ${dueOn}` : null;
}

function BoardList({ tag, count, children }: { tag: ReactNode; count: number; children: ReactNode }) {
  return (
    <div>
      <h3>
        {tag}
        <span className="big">{count}</span>
      </h3>
      {count > 0 && <ul>{children}</ul>}
    </div>
  );
}

function BoardItem({ project, note }: { project: { code: string; shortName: string }; note: string | null }) {
  return (
    <li>
      <a href={paths.project(project.code)}>{project.shortName}</a>
      {note && <span className="faint">{note}</span>}
    </li>
  );
}
