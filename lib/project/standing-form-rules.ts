import { formatDateRange } from "@/lib/format/date-words";
import { type DiffRow, textDiff } from "@/lib/format/field-diff";
import { issuesByField } from "@/lib/format/lenient-schema";
import { recordKey } from "@/lib/project/standing-correction-rules";
import {
  type ConditionRecord,
  type StandingContent,
  standingContentSchema,
  standingFormSchema,
} from "@/lib/project/standing-schema";
import type { KeptValues } from "@/lib/result";
import { conditionText } from "@/lib/text/condition-text";

const names: Partial<Record<string, string>> = {
  signedOn: "签约日期",
  startedOn: "开工日期",
  startedEvidence: "开工的依据",
  operatingOn: "投产日期",
  operatingEvidence: "投产的依据",
  directReason: "没有开工记录的原因",
  conditions: "状况记录",
};

/** The input that carries a record of a condition, and the tick that strikes it out. */
export const conditionRecordField = (row: number) => `condition-${row}-record`;
export const conditionVoidField = (row: number) => `condition-${row}-void`;
const recordName = /^condition-(\d{1,3})-record$/;

/** How what is recorded of a project's stages and conditions is typed in and read again. */
export const standingForm = {
  read(values: KeptValues) {
    const parsed = standingFormSchema.safeParse(values);
    if (!parsed.success) return { errors: issuesByField(parsed.error) };
    const conditions = keptRecords(values);
    if (conditions === null) return { errors: { conditions: "页面已过期，请刷新后再填。" } };
    return { content: { ...parsed.data, conditions } };
  },
  values(content: StandingContent): KeptValues {
    const dateText = (range: StandingContent["signedOn"]) => (range ? formatDateRange(range) : "");
    return {
      signedOn: dateText(content.signedOn),
      startedOn: dateText(content.startedOn),
      startedEvidence: content.startedEvidence ?? "",
      operatingOn: dateText(content.operatingOn),
      operatingEvidence: content.operatingEvidence ?? "",
      directReason: content.directReason ?? "",
      ...Object.fromEntries(
        content.conditions.map((record, row) => [conditionRecordField(row), JSON.stringify(record)]),
      ),
    };
  },
  fieldName: (field: string) => names[field] ?? (field.startsWith("condition-") ? "状况记录" : field),
  diff(before: StandingContent | null, after: StandingContent): DiffRow[] {
    const was = before ? this.values(before) : {};
    const is = this.values(after);
    const text = (value: KeptValues[string] | undefined) =>
      typeof value === "string" && value ? value : null;
    const plain = Object.keys(names)
      .filter((field) => field !== "conditions")
      .map((field) => textDiff(field, names[field] ?? field, text(was[field]), text(is[field])));
    const kept = after.conditions.map(recordKey);
    const records = (before ?? after).conditions.map((record, row) => {
      const words = recordWords(record);
      const isKept = kept.includes(recordKey(record));
      return textDiff(conditionVoidField(row), "状况记录", words, isKept ? words : "作废");
    });
    return [...plain, ...records];
  },
};

/** "暂停，2016-05-10，原因：…" */
export function recordWords({ condition, on, reason }: ConditionRecord): string {
  return [conditionText[condition], formatDateRange(on), reason && `原因：${reason}`]
    .filter(Boolean)
    .join("，");
}

/** The records of conditions that a form carries. */
export function recordsOf(values: KeptValues): { row: number; record: ConditionRecord | null }[] {
  return Object.entries(values)
    .flatMap(([name, value]) => {
      const [, row] = recordName.exec(name) ?? [];
      return row === undefined ? [] : [{ row: Number(row), record: readRecord(value) }];
    })
    .sort((a, b) => a.row - b.row);
}

function keptRecords(values: KeptValues): ConditionRecord[] | null {
  const records = recordsOf(values).filter(({ row }) => values[conditionVoidField(row)] !== "yes");
  const kept = records.flatMap(({ record }) => (record ? [record] : []));
  return kept.length === records.length ? kept : null;
}

function readRecord(value: KeptValues[string]): ConditionRecord | null {
  try {
    const parsed = standingContentSchema.shape.conditions.element.safeParse(JSON.parse(String(value)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
