import { z } from "zod";
import { required, textField } from "@/lib/format/lenient-schema";

export const organizationKinds = ["government", "zone", "enterprise"] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** What the register says of an organization, as a change proposes it. */
export const organizationContentSchema = z.object({
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(organizationKinds),
  /** Null: nothing is stated. */
  description: z.string().nullable(),
  /** Other names under which sources speak of it. */
  aliases: z.array(z.string()),
});
export type OrganizationContent = z.output<typeof organizationContentSchema>;

/** The same as typed into the form; aliases are parted by 、 or a new line. */
export const organizationFormSchema = z.object({
  name: required(textField(100), "请写全称，例如 遵义市人民政府。"),
  shortName: textField(30),
  kind: z.enum(organizationKinds, { error: "请选类别。" }),
  description: textField(500),
  aliases: textField(300),
});

/** What the form says; a short name that was left out is the name. */
export function organizationContent(form: z.output<typeof organizationFormSchema>): OrganizationContent {
  const aliases = (form.aliases ?? "").split(/[、，,;；\n]/).map((alias) => alias.trim());
  return {
    ...form,
    shortName: form.shortName ?? form.name,
    aliases: [...new Set(aliases.filter((alias) => alias !== ""))],
  };
}
