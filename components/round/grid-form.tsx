"use client";

import { type ReactNode, useActionState, useRef } from "react";
import { DraftConflict } from "@/components/staff/draft-conflict";
import { useAutosave } from "@/components/staff/use-autosave";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors } from "@/components/ui/form-errors";
import { Icon } from "@/components/ui/icon";
import type { ActionState } from "@/lib/auth/action";
import type { WrittenForm } from "@/lib/draft/draft-rules";
import { formatInstant } from "@/lib/format/shanghai-time";
import type { GridScope } from "@/lib/paths";
import { emptyFormState, type KeptValues } from "@/lib/result";
import { writeGridAction } from "@/lib/round/grid-actions";
import type { GridRow } from "@/lib/round/grid-queries";
import { gridFieldOf } from "@/lib/round/grid-rules";
import { unchangedText } from "@/lib/text/report-text";
import { GridRowFields } from "./grid-row";

const nothingSent: ActionState<WrittenForm> = emptyFormState;
const partText = { unchanged: unchangedText, percent: "形象进度", summary: "本期进展" } as const;

type Props = {
  heading: ReactNode;
  period: string;
  scope: GridScope;
  rows: readonly GridRow[];
  /** What stands in the grid at first, `formId` included. */
  initial: { values: KeptValues; draftVersion: number | null; savedAt: string | null };
  /** What the check found, by input. */
  errors: Record<string, string>;
};

/** 批量填报: one row a project. Works without JavaScript; with it the draft saves itself. */
export function GridForm({ heading, period, scope, rows, initial, errors }: Props) {
  const [state, submit, isPending] = useActionState(writeGridAction, nothingSent);
  const form = useRef<HTMLFormElement>(null);
  const autosave = useAutosave(form, submit);
  const sent = Object.keys(state.values).length > 0 ? { ...initial, values: state.values } : initial;
  const { values, draftVersion, savedAt } = state.result ?? sent;
  const text = (name: string) => {
    const value = values[name];
    return { value: typeof value === "string" ? value : "", error: errors[name] };
  };
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  const nameOf = (field: string) => {
    const { code, part } = gridFieldOf(field) ?? {};
    return code && part ? `${names.get(code) ?? code}，${partText[part]}` : field;
  };
  return (
    <>
      <ErrorSummary
        errors={formErrors({ ...state, fieldErrors: errors }).map(({ fieldId, message }) => ({
          fieldId,
          message: fieldId ? `${nameOf(fieldId)}：${message}` : message,
        }))}
      />
      {heading}
      <form ref={form} action={submit} onInput={autosave.schedule} onSubmit={autosave.cancel} noValidate>
        <input type="hidden" name="period" value={period.slice(0, 7)} />
        <input type="hidden" name="scope" value={scope} />
        <input type="hidden" name="formId" value={String(values.formId ?? "")} />
        <input type="hidden" name="draftVersion" value={draftVersion ?? ""} />
        <div className="panel form-body">
          <div className="row between">
            <p className="soft">{`没有变化也要答：勾“${unchangedText}”。没勾也没填的，算没有填报。`}</p>
            <span className="save" role="status">
              {savedAt && (
                <>
                  <Icon name="ok" />
                  {`已保存 ${formatInstant(new Date(savedAt)).slice(11)}`}
                </>
              )}
            </span>
          </div>
          <DraftConflict differences={state.result?.differences ?? []} nameOf={nameOf} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
          <section className="scroll" tabIndex={0} aria-label="批量填报表">
            <table className="t cards dense gridform">
              <caption className="vh">每行一个项目</caption>
              <thead>
                <tr>
                  <th scope="col">项目</th>
                  <th scope="col">上期</th>
                  <th scope="col">{unchangedText}</th>
                  <th scope="col">形象进度</th>
                  <th scope="col">本期进展</th>
                  <th scope="col">填报页</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <GridRowFields key={row.code} row={row} period={period} text={text} />
                ))}
              </tbody>
            </table>
          </section>
        </div>
        <div className="actions">
          <Button type="submit" name="intent" value="check" variant="go" busy={isPending}>
            检查
          </Button>
          <Button type="submit" name="intent" value="rest">
            其余都无变化
          </Button>
          <Button type="submit" name="intent" value="save" variant="bare">
            存草稿
          </Button>
          <span className="small faint">下一页检查一遍，再提交</span>
        </div>
      </form>
    </>
  );
}
