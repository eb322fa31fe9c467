"use client";

import { type FormEvent, type ReactNode, useActionState, useMemo, useRef } from "react";
import { DraftConflict, type FieldWords } from "@/components/draft/draft-conflict";
import { DraftForm } from "@/components/draft/draft-form";
import { type DraftPage, openedPage } from "@/components/draft/draft-keeper";
import { DraftMarks, DraftNotices } from "@/components/draft/draft-parts";
import { formValues } from "@/components/draft/form-values";
import { pressedButton } from "@/components/draft/pressed-button";
import { SaveProblem } from "@/components/draft/save-mark";
import { useDraft } from "@/components/draft/use-draft";
import { useFormCheck } from "@/components/draft/use-form-check";
import { fieldName, valueName } from "@/components/staff/field-texts";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors } from "@/components/ui/form-errors";
import type { ActionState } from "@/lib/auth/action";
import { changesTo, type WrittenForm } from "@/lib/draft/draft-rules";
import { type GridScope, paths } from "@/lib/paths";
import { emptyFormState, keptValues } from "@/lib/result";
import { discardGridDraftAction, writeGridAction } from "@/lib/round/grid-actions";
import type { GridRow } from "@/lib/round/grid-queries";
import { answerRest, gridFieldOf } from "@/lib/round/grid-rules";
import { unchangedText } from "@/lib/text/report-text";
import { GridRowFields } from "./grid-row";

const nothingSent: ActionState<WrittenForm> = emptyFormState;
// There are as many rows as projects.
const noMoreRoom = () => {};

type Props = {
  heading: ReactNode;
  links: ReactNode;
  period: string;
  scope: GridScope;
  rows: readonly GridRow[];
  draft: DraftPage;
  /** What the check found, by input. */
  errors: Record<string, string>;
};

/** 批量填报: one row a project. Works without JavaScript; with it the draft saves itself. */
export function GridForm({ heading, links, period, scope, rows, draft, errors }: Props) {
  const [state, submit] = useActionState(writeGridAction, nothingSent);
  const form = useRef<HTMLFormElement>(null);
  const page = useMemo(() => openedPage(draft, state), [draft, state]);
  const { values } = page.opened;
  const { view, keeper } = useDraft({ form, page, makeRoom: noMoreRoom });
  const check = useFormCheck({ checked: paths.staffRoundGridCheck(period, scope) }, errors);

  const isSaved = view.save.kind === "rest" || view.save.kind === "saving";
  const address = { period: period.slice(0, 7), scope };
  const text = (name: string) => {
    const value = values[name];
    return { value: typeof value === "string" ? value : "", error: errors[name] };
  };
  const hasReadings = rows.some(({ commitments }) => commitments.length > 0);
  const named = new Map(rows.map((row) => [row.code, row]));
  const words: FieldWords = {
    nameOf: (field) => {
      const { code, part } = gridFieldOf(field) ?? {};
      const row = code && named.get(code);
      if (!row || !part) return field;
      return `${row.name}，${fieldName(part, { commitments: row.commitments, milestones: [] })}`;
    },
    wordsOf: valueName,
  };

  /** Without JavaScript, and before it runs, the form sends itself. */
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const found = keeper.current;
    if (!found) return;
    event.preventDefault();
    const intent = pressedButton(event)?.value ?? "check";
    const typed = formValues(event.currentTarget);
    if (intent === "rest") return found.fillIn(changesTo(answerRest(typed, rows), typed));
    if (intent === "choose") return found.settleConflicts(keptValues(new FormData(event.currentTarget)));
    void check.send(found.saver, intent);
  };

  return (
    <>
      <ErrorSummary
        errors={formErrors({ ...state, fieldErrors: errors }).map(({ fieldId, message }) => ({
          fieldId,
          message: fieldId ? `${words.nameOf(fieldId)}：${message}` : message,
        }))}
      />
      <div className="row between mt-1 mb-4">
        {heading}
        <div className="row">
          <DraftMarks
            view={view}
            keeper={keeper}
            discarding={{
              action: discardGridDraftAction,
              fields: address,
              page: paths.staffRoundGrid(period, scope),
            }}
            isReturned={false}
          />
          {links}
        </div>
      </div>
      <div className="stack mb-4 empty:hidden">
        <DraftNotices view={view} keeper={keeper} words={words} />
      </div>
      <DraftForm
        form={form}
        action={submit}
        keeper={keeper}
        view={view}
        page={page}
        address={address}
        onSubmit={onSubmit}
        onEnter={{ intent: "check", label: "检查" }}
      >
        <div className="panel form-body">
          <p className="soft">{`没有变化也要答：勾“${unchangedText}”。没勾也没填的，算没有填报。`}</p>
          <DraftConflict differences={view.conflicts} words={words} />
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
                  {hasReadings && <th scope="col">累计数</th>}
                  <th scope="col">本期进展</th>
                  <th scope="col">填报页</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <GridRowFields
                    key={row.code}
                    row={row}
                    period={period}
                    hasReadings={hasReadings}
                    text={text}
                  />
                ))}
              </tbody>
            </table>
          </section>
        </div>
        <div className="actions">
          <Button type="submit" name="intent" value="check" variant="go" busy={check.isSending}>
            检查
          </Button>
          <Button type="submit" name="intent" value="rest">
            其余都无变化
          </Button>
          <Button type="submit" name="intent" value="save" variant="bare">
            存草稿
          </Button>
          <SaveProblem view={view} />
          {isSaved && <span className="small faint">下一页检查一遍，再提交</span>}
        </div>
      </DraftForm>
    </>
  );
}
