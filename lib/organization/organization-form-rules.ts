import { textDiff } from "@/lib/format/field-diff";
import { issuesByField } from "@/lib/format/lenient-schema";
import {
  type OrganizationContent,
  organizationContent,
  organizationFormSchema,
} from "@/lib/organization/organization-schema";
import type { KeptValues } from "@/lib/result";
import { organizationKindText } from "@/lib/text/organization-text";

const names: Partial<Record<string, string>> = {
  name: "全称",
  shortName: "简称",
  kind: "类别",
  description: "介绍",
  aliases: "别称",
};

const fieldName = (field: string) => names[field] ?? field;

/** How an organization is typed in and read again. */
export const organizationForm = {
  read(values: KeptValues) {
    const parsed = organizationFormSchema.safeParse(values);
    return parsed.success
      ? { content: organizationContent(parsed.data) }
      : { errors: issuesByField(parsed.error) };
  },
  values: ({ name, shortName, kind, description, aliases }: OrganizationContent): KeptValues => ({
    name,
    shortName,
    kind,
    description: description ?? "",
    aliases: aliases.join("、"),
  }),
  fieldName,
  valueName: (field: string, value: string) => (field === "kind" ? kindName(value) : value),
  diff(before: OrganizationContent | null, after: OrganizationContent) {
    const wordsBefore = before && words(before);
    return Object.entries(words(after)).map(([field, text]) =>
      textDiff(field, fieldName(field), wordsBefore?.[field] ?? null, text),
    );
  },
};

const kindNames: Partial<Record<string, string>> = organizationKindText;
const kindName = (kind: string) => kindNames[kind] ?? kind;

function words(content: OrganizationContent): Record<string, string | null> {
  const { name, shortName, kind, description, aliases } = content;
  return {
    name,
    shortName,
    kind: organizationKindText[kind],
    description,
    aliases: aliases.join("、") || null,
  };
}
