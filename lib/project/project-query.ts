import { cleanText } from "../format/clean-text";
import { type Condition, conditions, type Stage, stages } from "./project-rules";

export const sortColumns = ["code", "name", "stage", "due", "record"] as const;
type SortColumn = (typeof sortColumns)[number];
export type ProjectSort = SortColumn | `-${SortColumn}`;

/** The same column the other way round. */
export function oppositeSort(sort: ProjectSort): ProjectSort {
  const column = sortColumns.find((name) => sort === `-${name}`);
  return column ?? `-${sortColumns.find((name) => sort === name) ?? "code"}`;
}

const conditionFilters = [...conditions, "unverified"] as const;
const dueFilters = ["past", "ahead", "none"] as const;

/** Which projects of the register, in which order, which part of them. Null means not filtered. */
export type ProjectQuery = {
  stage: Stage | null;
  condition: Condition | "unverified" | null;
  /** Slug of an organization; joint projects are included. */
  enterprise: string | null;
  /** Slug of a place, or `none` for projects whose place is not stated. */
  place: string | null;
  due: (typeof dueFilters)[number] | null;
  /** Cleaned words to search for. */
  q: string | null;
  sort: ProjectSort;
  page: number;
  pageSize: number;
};

export type ProjectParameter = keyof ProjectQuery;

export const defaultProjectQuery: ProjectQuery = {
  stage: null,
  condition: null,
  enterprise: null,
  place: null,
  due: null,
  q: null,
  sort: "code",
  page: 1,
  pageSize: 20,
};

/** On the API; `pageSize` is not a parameter of the page. */
export const projectParameters = [
  "stage",
  "condition",
  "enterprise",
  "place",
  "due",
  "q",
  "sort",
  "page",
  "pageSize",
] as const satisfies readonly ProjectParameter[];

/** Of an export, which has all pages in one. */
export const exportParameters = [
  "stage",
  "condition",
  "enterprise",
  "place",
  "due",
  "q",
  "sort",
] as const satisfies readonly ProjectParameter[];

const MAX_PAGE = 100_000;
const MAX_PAGE_SIZE = 100;
const MAX_SEARCH_LENGTH = 100;

/** Each returns undefined for a value that it refuses. */
const readers: { [Name in ProjectParameter]: (text: string) => ProjectQuery[Name] | undefined } = {
  stage: oneOf(stages),
  condition: oneOf(conditionFilters),
  enterprise: slug,
  place: slug,
  due: oneOf(dueFilters),
  q: searchWords,
  sort: oneOf(sortColumns.flatMap((column): ProjectSort[] => [column, `-${column}`])),
  page: wholeNumberUpTo(MAX_PAGE),
  pageSize: wholeNumberUpTo(MAX_PAGE_SIZE),
};

/**
 * Reads a URL's parameters. A refused value leaves the default in force and its name in `ignored`;
 * an empty one (a form's untouched field) means not given; unknown names fall away.
 */
export function parseProjectQuery(
  params: URLSearchParams,
  names: readonly ProjectParameter[] = projectParameters,
): { query: ProjectQuery; ignored: ProjectParameter[] } {
  const query = { ...defaultProjectQuery };
  const ignored = names.filter((name) => {
    const [text = "", ...repeated] = params.getAll(name).filter((value) => value.trim() !== "");
    return text !== "" && (repeated.length > 0 || !accept(query, name, text));
  });
  return { query, ignored };
}

function accept<Name extends ProjectParameter>(query: ProjectQuery, name: Name, text: string): boolean {
  const value = readers[name](text.trim());
  if (value === undefined) return false;
  query[name] = value;
  return true;
}

/** The parameters that differ from the defaults, in a fixed order: for links and for the key. */
export function projectQueryParams(query: ProjectQuery): [ProjectParameter, string][] {
  return projectParameters.flatMap((name): [ProjectParameter, string][] =>
    query[name] === defaultProjectQuery[name] ? [] : [[name, String(query[name])]],
  );
}

function oneOf<Value extends string>(values: readonly Value[]): (text: string) => Value | undefined {
  return (text) => values.find((value) => value === text);
}

function slug(text: string): string | undefined {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 60 ? text : undefined;
}

function wholeNumberUpTo(max: number): (text: string) => number | undefined {
  return (text) => {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    return value >= 1 && value <= max ? value : undefined;
  };
}

function searchWords(text: string): string | undefined {
  const cleaned = cleanText(text);
  const words = "value" in cleaned ? cleaned.value.replace(/\s+/gu, " ") : "";
  return words !== "" && [...words].length <= MAX_SEARCH_LENGTH ? words : undefined;
}
