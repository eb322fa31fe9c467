"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors, keptText } from "@/components/ui/form-errors";
import { type Option, Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/auth/action";
import { emptyFormState } from "@/lib/result";

type Props<Result> = {
  action: FormAction<Result>;
  id: number;
  version: number;
  /** Fields that can be named in a return. */
  fields: readonly Option[];
  /** What goes with publishing: a box to tick. */
  withPublication?: ReactNode;
};

/** Publish or return; the reason of a return is shown to the author at the field. */
export function DecisionForm<Result>({ action, id, version, fields, withPublication }: Props<Result>) {
  const [state, submit, isPending] = useActionState(action, emptyFormState);
  const { fieldErrors } = state;
  const field = keptText(state, "field");
  return (
    <form action={submit} noValidate className="panel group/decision">
      <div className="stack">
        <ErrorSummary errors={formErrors(state)} />
        <h2 className="text-base">决定</h2>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <Choice
          name="decision"
          label="审核决定"
          hiddenLabel
          layout="stacked"
          defaultValue={keptText(state, "decision")}
          error={fieldErrors.decision}
          options={[
            { value: "publish", label: "发布，公众可见" },
            { value: "return", label: "退回修改" },
          ]}
        />
        {withPublication && (
          <div className="hidden group-has-[input[value=publish]:checked]/decision:block">
            {withPublication}
          </div>
        )}
        <div className="stack hidden group-has-[input[value=return]:checked]/decision:grid">
          <Select
            key={field}
            name="field"
            label="退回哪个字段"
            defaultValue={field}
            error={fieldErrors.field}
            options={fields}
          />
          <Textarea
            name="reason"
            label="退回原因"
            hint="会原样显示在该字段旁。"
            rows={3}
            defaultValue={keptText(state, "reason")}
            error={fieldErrors.reason}
          />
        </div>
        <Button type="submit" variant="go" wide busy={isPending}>
          提交决定
        </Button>
        <p className="small faint">填报人和审核人必须是两个人。决定会写入审计记录。</p>
      </div>
    </form>
  );
}

type WithdrawalProps<Result> = Pick<Props<Result>, "action" | "id" | "version"> & {
  /** What becomes of the record. */
  effect?: string;
};

const effectOnProject = "撤回后公众看不到，阶段和状况恢复到发布前的记录。";

/** Takes back what was published, with a reason. */
export function WithdrawalForm<Result>(props: WithdrawalProps<Result>) {
  const { action, id, version, effect = effectOnProject } = props;
  const [state, submit, isPending] = useActionState(action, emptyFormState);
  return (
    <form action={submit} noValidate className="panel">
      <div className="stack">
        <ErrorSummary errors={formErrors(state)} />
        <h2 className="text-base">撤回</h2>
        <p className="small soft">{effect}</p>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <Textarea
          name="reason"
          label="撤回原因"
          hint="会写入审计记录。"
          rows={3}
          defaultValue={keptText(state, "reason")}
          error={state.fieldErrors.reason}
        />
        <Button type="submit" wide busy={isPending}>
          撤回
        </Button>
      </div>
    </form>
  );
}
