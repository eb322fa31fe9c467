import type { RegisterNames } from "@/lib/draft/register-names-dto";
import type { KeptValues } from "@/lib/result";

/** What the fields of every kind of register form are given. */
export type RegisterFieldsProps = {
  /** Name, text and error of an input of one value. */
  text: (name: string) => { name: string; defaultValue: string; error?: string };
  values: KeptValues;
  errors: Record<string, string>;
  /** Suggestions, at most a few hundred of each; what is not among them can be typed by its whole name. */
  choices: RegisterNames;
  /** It is not registered yet. */
  isNew: boolean;
};
