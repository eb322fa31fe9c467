import type { FormEvent, ReactNode, RefObject } from "react";
import type { DraftKeeper, DraftPage, DraftView } from "./draft-keeper";
import { DraftInputs } from "./draft-parts";

type Props = {
  form: RefObject<HTMLFormElement | null>;
  action: (data: FormData) => void;
  keeper: RefObject<DraftKeeper | null>;
  view: DraftView;
  page: DraftPage;
  /** What the form sends to say which one it is. */
  address: Record<string, string>;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  /** The button that Enter in a field presses. */
  onEnter: { intent: string; label: string };
  className?: string;
  children: ReactNode;
};

/** A form whose draft is kept. */
export function DraftForm({ form, action, keeper, view, page, address, onSubmit, ...props }: Props) {
  const { onEnter, className, children } = props;
  return (
    <form
      ref={form}
      action={action}
      onInput={() => keeper.current?.typed()}
      onSubmit={onSubmit}
      autoComplete="off"
      noValidate
      className={className}
    >
      {/* What Enter in a field does: the first button of a form answers it. */}
      <button type="submit" name="intent" value={onEnter.intent} hidden>
        {onEnter.label}
      </button>
      <DraftInputs view={view} page={page} address={address} />
      {children}
    </form>
  );
}
