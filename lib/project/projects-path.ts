import { paths } from "@/lib/paths";
import { defaultProjectQuery, type ProjectQuery } from "./project-query";

/** The register's URL for a selection with some of it changed; a change leads back to the first page. */
export function projectsPath(query: ProjectQuery, change: Partial<ProjectQuery> = {}): string {
  const { pageSize: _, sort, ...filters } = { ...query, page: 1, ...change };
  return paths.projects({ ...filters, sort: sort === defaultProjectQuery.sort ? null : sort });
}
