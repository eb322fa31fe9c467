import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";
import type { ProjectQuery } from "@/lib/project/project-query";
import { projectsPath } from "@/lib/project/projects-path";
import { projectParameterText } from "@/lib/text/project-query-text";

const filters = ["q", "stage", "enterprise", "place", "due", "condition"] as const;

/** Nothing fits: each condition can be left out, or all of them. */
export function NoMatch({ query }: { query: ProjectQuery }) {
  const given = filters.filter((name) => query[name] !== null);
  return (
    <EmptyState title="没有符合条件的项目">
      <p>
        {query.q ? "试试少选一个条件，或换一个词：名称、编号、拼音、首字母都可以。" : "试试少选一个条件。"}
      </p>
      <ul className="row">
        {given.map((name) => (
          <li key={name}>
            <a href={projectsPath(query, { [name]: null })}>
              {name === "q" ? `去掉“${query.q}”` : `去掉${projectParameterText[name]}`}
            </a>
          </li>
        ))}
        <li>
          <a href={paths.projects()}>看全部项目</a>
        </li>
      </ul>
    </EmptyState>
  );
}
