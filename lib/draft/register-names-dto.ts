import type { organizationKindText } from "@/lib/text/organization-text";

/** What stands in the register and can be named in a form. */
export type RegisterNames = {
  organizations: readonly {
    slug: string;
    name: string;
    shortName: string;
    kind: keyof typeof organizationKindText;
    aliases: readonly string[];
  }[];
  places: readonly { slug: string; name: string }[];
  agreements: readonly { code: string; title: string | null; callName: string }[];
};
