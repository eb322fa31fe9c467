import type { IsoDate } from "@/lib/format/calendar-day";
import type { ReportFormDto } from "@/lib/progress/progress-queries";
import { carriedValues, formValues, problemValues } from "@/lib/progress/report-content";
import type { KeptValues } from "@/lib/result";

type Opening = {
  /** Made for this opening of the form: its own autosaves may overtake each other. */
  formId: string;
  period: IsoDate;
  /** The totals of the last report stand where nothing was typed. */
  carries: boolean;
};

/** What the form shows at first: the draft, else what was returned or is corrected, else the open problems. */
export function initialReport(form: ReportFormDto, { formId, period, carries }: Opening) {
  const { draft, returned, last, openProblems, corrected } = form;
  const empty: KeptValues = {
    period: period.slice(0, 7),
    newStage: "",
    newCondition: "",
    ...problemValues(openProblems),
  };
  const handedIn = returned ?? corrected;
  const typed = draft?.input ?? (handedIn ? formValues(handedIn) : empty);
  const carried = carries && last ? carriedValues(last) : {};
  const missing = Object.entries(carried).filter(([name]) => !typed[name]);
  const values: KeptValues = { ...typed, ...Object.fromEntries(missing), formId };
  return { values, draftVersion: draft?.version ?? null, savedAt: draft?.savedAt ?? null };
}
