import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { type FieldText, fieldWiring, HintAndError, OptionalMark } from "./field";
import { Icon } from "./icon";
import type { IconName } from "./icon-symbols";

export type ChoiceOption = { value: string; label: string; icon?: IconName; note?: string };

type Props = Omit<FieldText, "echo"> & {
  name: string;
  options: readonly ChoiceOption[];
  defaultValue?: string;
  /** `ways`: five across, each with its note. `stacked`: one below the other. */
  layout?: "ways" | "stacked";
  hiddenLabel?: boolean;
};

/** A radio group. The first radio has the id `name`, so that an error summary can link to it. */
export function Choice(props: Props) {
  const { name, label, hint, error, optional, options, defaultValue, layout, hiddenLabel } = props;
  const wiring = fieldWiring(name, { hint, error });
  const fieldset = (
    <fieldset aria-describedby={wiring["aria-describedby"]}>
      <legend className={classNames(hiddenLabel && "vh")}>
        {label}
        {optional && <OptionalMark />}
      </legend>
      <HintAndError id={name} hint={hint} error={error} />
      <div className={classNames("choice", layout === "ways" && "ways", layout === "stacked" && "grid")}>
        {options.map((option, index) => (
          <Radio
            key={option.value}
            input={{
              id: `${name}${index === 0 ? "" : `-${option.value}`}`,
              name,
              value: option.value,
              defaultChecked: option.value === defaultValue,
            }}
            option={option}
          />
        ))}
      </div>
    </fieldset>
  );
  return error ? <div className="field bad">{fieldset}</div> : fieldset;
}

function Radio({ input, option }: { input: ComponentProps<"input">; option: ChoiceOption }) {
  const face = (
    <>
      {option.icon && <Icon name={option.icon} />}
      {option.label}
    </>
  );
  if (!option.note) {
    return (
      <label>
        <input type="radio" {...input} />
        {face}
      </label>
    );
  }
  return (
    <label>
      <span>
        <input type="radio" {...input} />
        {face}
      </span>
      <small>{option.note}</small>
    </label>
  );
}
