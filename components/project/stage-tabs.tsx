import { type Tab, Tabs } from "@/components/ui/tabs";
import type { ProjectList } from "@/lib/project/project-list-queries";
import type { ProjectQuery } from "@/lib/project/project-query";
import { stages } from "@/lib/project/project-rules";
import { projectsPath } from "@/lib/project/projects-path";
import { stageText } from "@/lib/text/stage-text";
import { stageMarks } from "./stage-marks";

type Props = { query: ProjectQuery; counts: ProjectList["stageCounts"] };

/** The stages with their counts under the other filters. */
export function StageTabs({ query, counts }: Props) {
  const all: Tab = {
    label: "全部",
    count: stages.reduce((sum, stage) => sum + counts[stage], 0),
    href: projectsPath(query, { stage: null }),
    current: query.stage === null,
  };
  const byStage = stages.map(
    (stage): Tab => ({
      label: stageText[stage],
      count: counts[stage],
      href: projectsPath(query, { stage }),
      current: query.stage === stage,
      icon: stageMarks[stage].icon,
      className: stageMarks[stage].tagClass,
    }),
  );
  return (
    <div className="mt-5">
      <Tabs label="按当前阶段" tabs={[all, ...byStage]} />
    </div>
  );
}
