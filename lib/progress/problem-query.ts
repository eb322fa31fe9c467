import { cleanText } from "@/lib/format/clean-text";
import { paths } from "@/lib/paths";
import { type ProblemCategory, problemCategories } from "@/lib/progress/progress-schema";

export const problemStates = ["open", "resolved", "all"] as const;
export type ProblemState = (typeof problemStates)[number];

/** Which problems of the list, and which part of them. Null means not filtered. */
export type ProblemQuery = {
  state: ProblemState;
  /** As written in the reports. */
  department: string | null;
  category: ProblemCategory | null;
  /** Code of a project. */
  project: string | null;
  page: number;
};

export type ProblemParameter = keyof ProblemQuery;

export const defaultProblemQuery: ProblemQuery = {
  state: "open",
  department: null,
  category: null,
  project: null,
  page: 1,
};

export const problemsPerPage = 50;
const mostPages = 10_000;
const mostLetters = 50;

/** Each returns undefined for a value that it refuses. */
const readers: { [Name in ProblemParameter]: (text: string) => ProblemQuery[Name] | undefined } = {
  state: (text) => problemStates.find((state) => state === text),
  department: readDepartment,
  category: (text) => problemCategories.find((category) => category === text),
  project: (text) => (/^P\d{4}-\d{2,5}$/.test(text) ? text : undefined),
  page: (text) => {
    const page = /^\d{1,5}$/.test(text) ? Number(text) : 0;
    return page >= 1 && page <= mostPages ? page : undefined;
  },
};

type Parameters = Partial<Record<string, string | string[]>>;

/** Reads a URL's parameters; a refused value leaves the default in force and its name in `ignored`. */
export function parseProblemQuery(params: Parameters): { query: ProblemQuery; ignored: ProblemParameter[] } {
  const query = { ...defaultProblemQuery };
  const names: readonly ProblemParameter[] = ["state", "department", "category", "project", "page"];
  const ignored = names.filter((name) => {
    const given = params[name];
    if (Array.isArray(given)) return true;
    const text = given?.trim() ?? "";
    return text !== "" && !accept(query, name, text);
  });
  return { query, ignored };
}

function accept<Name extends ProblemParameter>(query: ProblemQuery, name: Name, text: string): boolean {
  const value = readers[name](text);
  if (value === undefined) return false;
  query[name] = value;
  return true;
}

function readDepartment(text: string): string | undefined {
  const cleaned = cleanText(text);
  return "value" in cleaned && cleaned.value !== "" && cleaned.value.length <= mostLetters
    ? cleaned.value
    : undefined;
}

/** The list's URL for a selection with some of it changed; a change leads back to the first page. */
export function problemsPath(query: ProblemQuery, change: Partial<ProblemQuery> = {}): string {
  const { state, ...filters } = { ...query, page: 1, ...change };
  return paths.problems({ ...filters, state: state === defaultProblemQuery.state ? null : state });
}
