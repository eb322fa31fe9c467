import type { CommitmentContent } from "@/lib/commitment/commitment-register-schema";
import { rowField } from "@/lib/format/form-rows";
import { isSameRange, rowSetRefusals } from "@/lib/project/register-row-rules";
import type { Refusal } from "@/lib/refusal";

/** Whether a change moves target or deadline, or gives the first one. */
export function isMoved(before: CommitmentContent, after: CommitmentContent): boolean {
  return before.target !== after.target || !isSameRange(before.due, after.due);
}

/** Why these commitments may not be registered; what is promised moves only with a reason and never goes away. */
export function commitmentRefusals(
  rows: readonly CommitmentContent[],
  before: readonly CommitmentContent[],
): Refusal[] {
  return [
    ...rowSetRefusals(rows, before, {
      group: "commitment",
      noun: "承诺事项",
      nameOf: ({ indicator }) => indicator,
      namePart: "indicator",
    }),
    ...rows.flatMap((row, index) => {
      const known = before.find(({ ordinal }) => ordinal !== null && ordinal === row.ordinal);
      return known ? promiseRefusals(row, known, index) : newRefusals(row, index);
    }),
  ];
}

function promiseRefusals(row: CommitmentContent, known: CommitmentContent, index: number): Refusal[] {
  const refuse = (part: string, message: string) => [{ field: rowField("commitment", index, part), message }];
  if (known.unit !== null && row.unit !== known.unit) {
    return refuse("unit", `单位登记后不能改，原来是“${known.unit}”。单位有误，请另立一项，写明来由。`);
  }
  if (known.target !== null && row.target === null) {
    return refuse("target", "目标值可以改，不能删。要调整，请填新的目标值和原因。");
  }
  if (known.due !== null && row.due === null) {
    return refuse("due", "时限可以改，不能删。要推迟，请填新的时限和原因。");
  }
  const replaces =
    (known.target !== null && row.target !== known.target) ||
    (known.due !== null && !isSameRange(row.due, known.due));
  if (replaces) return row.reason === null ? refuse("reason", "目标值或时限改了，请写明原因。") : [];
  return row.reason === null ? [] : unneeded(index);
}

function newRefusals({ reason }: CommitmentContent, index: number): Refusal[] {
  return reason === null ? [] : unneeded(index);
}

function unneeded(index: number): Refusal[] {
  return [
    {
      field: rowField("commitment", index, "reason"),
      message: "目标值和时限都没有改，不用写原因。",
    },
  ];
}
