/** Why an input is not accepted: a sentence for the user, in Chinese, that says how to fix it. */
export type Refusal<Field extends string = string> = { field: Field; message: string };

/** What came out of reading something a person typed. */
export type Parsed<Value> = { value: Value } | { refusal: string };
