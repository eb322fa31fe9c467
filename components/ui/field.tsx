import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

export type FieldText = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and how to fix it; shown above the input. */
  error?: string | null;
  /** What the input is read as, below it: ＝ 1.20 亿元. */
  echo?: ReactNode;
  /** Marked 选填; what is not marked must be filled in. */
  optional?: boolean;
};

/** The attributes that tie an input to its hint, error and echo; the ids are those that `Field` writes. */
export function fieldWiring(id: string, { hint, error, echo }: Pick<FieldText, "hint" | "error" | "echo">) {
  return {
    id,
    "aria-describedby": classNames(
      Boolean(hint) && `${id}-hint`,
      error && `${id}-error`,
      Boolean(echo) && `${id}-echo`,
    ),
    "aria-invalid": error ? (true as const) : undefined,
  };
}

/** Label, hint, error, input, echo, in this order. Give the input `fieldWiring(id, …)`. */
export function Field(props: FieldText & { id: string; wide?: boolean; children: ReactNode }) {
  const { id, label, hint, error, echo, optional, wide, children } = props;
  return (
    <div className={classNames("field", error && "bad", wide && "wide")}>
      <label htmlFor={id}>
        {label}
        {optional && <OptionalMark />}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
      {echo && (
        <p className="echo" id={`${id}-echo`}>
          {echo}
        </p>
      )}
    </div>
  );
}

/** 选填, behind the label of what may stay empty. */
export function OptionalMark() {
  return (
    <>
      {" "}
      <span className="opt">选填</span>
    </>
  );
}

/** What stands between a label and its input; `fieldWiring` refers to the ids. */
export function HintAndError({ id, hint, error }: { id: string } & Pick<FieldText, "hint" | "error">) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="err" id={`${id}-error`}>
          <Icon name="bad" />
          <span>
            <span className="vh">错误：</span>
            {error}
          </span>
        </p>
      )}
    </>
  );
}
