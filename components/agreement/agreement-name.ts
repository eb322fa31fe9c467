type Named = { title: string | null; callName: string };

/** Its title, or our words for it when no title is stated. */
export function agreementName({ title, callName }: Named): string {
  return title ?? callName;
}
