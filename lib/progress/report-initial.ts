import { type OpenedForm, openedForm, type StoredDraft, untouchedForm } from "@/lib/draft/draft-rules";
import type { IsoDate } from "@/lib/format/calendar-day";
import type { ReportFormDto } from "@/lib/progress/progress-queries";
import { formValues, type ProblemContent, problemValues } from "@/lib/progress/report-content";
import { problemField, problemRowCount } from "@/lib/progress/report-form-rules";
import type { KeptValues } from "@/lib/result";

type Opening = {
  /** What came after the last session had ended; null: nothing did. */
  parked: StoredDraft | null;
  /** The month that a new report is about. */
  period: IsoDate;
};

/** What the form shows at first: what was typed before, else what was returned or is corrected, and open problems. */
export function initialReport(form: ReportFormDto, { parked, period }: Opening): OpenedForm {
  const { draft, openProblems, corrected } = form;
  const handedIn = form.returned ?? corrected;
  const begun = handedIn ? formValues(handedIn) : emptyReport(period);
  const opened = openedForm(draft, parked) ?? untouchedForm(begun);
  // A correction is about what one report said, not about what is open since.
  if (corrected) return opened;
  return { ...opened, values: withOpenProblems(opened.values, openProblems) };
}

const emptyReport = (period: IsoDate): KeptValues => ({
  period: period.slice(0, 7),
  newStage: "",
  newCondition: "",
});

/** A problem goes from month to month until it is resolved, also where the draft is older than it. */
function withOpenProblems(values: KeptValues, open: readonly ProblemContent[]): KeptValues {
  const count = problemRowCount(values);
  const keys = Array.from({ length: count }, (_, row) => values[problemField(row, "key")]);
  const missing = open.filter(({ key }) => !keys.includes(key));
  return { ...values, ...problemValues(missing, count) };
}
