import { textDiff } from "@/lib/format/field-diff";
import { issuesByField } from "@/lib/format/lenient-schema";
import { type PlaceContent, placeFormSchema } from "@/lib/place/place-schema";
import type { KeptValues } from "@/lib/result";

/** How a place is typed in and read again. */
export const placeForm = {
  read(values: KeptValues) {
    const parsed = placeFormSchema.safeParse(values);
    return parsed.success ? { content: parsed.data } : { errors: issuesByField(parsed.error) };
  },
  values: ({ name }: PlaceContent): KeptValues => ({ name }),
  fieldName: (field: string) => (field === "name" ? "名称" : field),
  diff: (before: PlaceContent | null, after: PlaceContent) => [
    textDiff("name", "名称", before?.name ?? null, after.name),
  ],
};
