import type { DateRange, IsoDate } from "@/lib/format/date-range";
import type { Citation } from "@/lib/source/citation-dto";
import type { promiseStandingText } from "@/lib/text/promise-text";
import type { AgreementPromise } from "./agreement-dto";

/** Promises that one place of one source makes for one deadline, and that stand alike. */
export type PromiseGroup = {
  due: DateRange | null;
  originalDue: DateRange | null;
  standing: keyof typeof promiseStandingText;
  actual: DateRange | null;
  isReported: boolean;
  isRevised: boolean;
  items: PromiseItem[];
  /** Quantities without a deadline of their own, such as how large the thing to build is. */
  scales: PromiseScale[];
  citations: Citation[];
};

/** One thing that is promised of one or several projects. */
export type PromiseItem = {
  title: string;
  projects: { code: string; name: string; isInferred: boolean }[];
  /** What the source leaves open, then why we read it so. */
  remarks: string[];
};

export type PromiseScale = {
  project: { code: string; name: string };
  indicator: string;
  target: number;
  unit: string;
  note: string | null;
};

// A reading of the last day only decides lateness, which public pages do not judge.
const shownFields = new Set(["title", "indicator", "planned", "due", "target"]);

/** Puts promises of the same deadline, place and standing together, in the order of the first of each. */
export function groupPromises(promises: readonly AgreementPromise[], day: IsoDate): PromiseGroup[] {
  const groups = new Map<string, PromiseGroup>();
  const undated: AgreementPromise[] = [];
  for (const promise of promises) {
    if (promise.due === null && promise.target !== null) undated.push(promise);
    else addTo(groups, promise, day);
  }
  for (const promise of undated) {
    const dated = [...groups.values()].find(
      (group) => group.due && speaksOf(group, promise.project.code) && sharesPlace(group, promise),
    );
    if (dated) dated.scales.push(scaleOf(promise));
    else addTo(groups, promise, day);
  }
  return [...groups.values()].sort((one, other) => lastDay(one).localeCompare(lastDay(other)));
}

/** Leaves out what has no deadline where the same project has promised something else with one. */
export function withoutUndatedDetails(promises: readonly AgreementPromise[]): AgreementPromise[] {
  const dated = new Set(promises.flatMap(({ due, project }) => (due ? [project.code] : [])));
  return promises.filter(({ due, target, project }) => due || target !== null || !dated.has(project.code));
}

function addTo(groups: Map<string, PromiseGroup>, promise: AgreementPromise, day: IsoDate): void {
  const { due, originalDue, actual, isReported, isRevised } = promise;
  const standing = standingOf(promise, day);
  const place = due ? placesOf(promise.citations) : "";
  const key = JSON.stringify([standing, isReported, isRevised, due, originalDue, actual, place]);
  const group = groups.get(key) ?? {
    due,
    originalDue,
    standing,
    actual,
    isReported,
    isRevised,
    items: [],
    scales: [],
    citations: [],
  };
  groups.set(key, group);
  group.citations.push(...promise.citations);
  if (due === null && promise.target !== null) group.scales.push(scaleOf(promise));
  else addItem(group, promise);
}

function addItem(group: PromiseGroup, promise: AgreementPromise): void {
  const reasons = promise.citations.flatMap(({ field, reason }) =>
    reason && shownFields.has(field) ? [reason] : [],
  );
  const isInferred = promise.citations.some(
    ({ field, basis }) => basis === "inferred" && (field === "title" || field === "indicator"),
  );
  let item = group.items.find(({ title }) => title === promise.title);
  if (!item) {
    item = { title: promise.title, projects: [], remarks: [] };
    group.items.push(item);
  }
  item.projects.push({ ...promise.project, isInferred });
  const remarks = [...item.remarks, ...(promise.note ? [promise.note] : []), ...reasons];
  item.remarks = [...new Set(remarks)].filter(
    (remark, _index, all) => !all.some((longer) => longer !== remark && longer.startsWith(remark)),
  );
}

function standingOf({ due, actual }: AgreementPromise, day: IsoDate): PromiseGroup["standing"] {
  if (actual) return "met";
  if (due === null) return "undated";
  return due.to < day ? "passed" : "ahead";
}

function scaleOf({ project, title, target, unit, note }: AgreementPromise): PromiseScale {
  return { project, indicator: title, target: target ?? 0, unit: unit ?? "", note };
}

function speaksOf(group: PromiseGroup, code: string): boolean {
  return group.items.some(({ projects }) => projects.some((project) => project.code === code));
}

function sharesPlace(group: PromiseGroup, promise: AgreementPromise): boolean {
  const places = group.citations.map(placeOf);
  return promise.citations.some((citation) => places.includes(placeOf(citation)));
}

function placesOf(citations: readonly Citation[]): string {
  return [...new Set(citations.map(placeOf))].sort().join();
}

function placeOf({ source, reportId, statusCheckId, registerChangeId }: Citation): string {
  return source
    ? `${source.slug}#${source.paragraph}`
    : JSON.stringify([reportId, statusCheckId, registerChangeId]);
}

function lastDay({ due }: PromiseGroup): string {
  return due?.to ?? "9999";
}
