"use client";

import { Choice } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { organizationKindText } from "@/lib/text/organization-text";
import type { RegisterFieldsProps } from "./register-fields-props";

const kinds = Object.entries(organizationKindText).map(([value, label]) => ({ value, label }));

/** What is typed in of an organization. */
export function OrganizationFields({ text }: RegisterFieldsProps) {
  const kind = text("kind");
  return (
    <>
      <TextInput {...text("name")} label="全称" hint="照执照或公章写，例如 深圳中兴通讯集团。" />
      <div className="cols-2 gap-5 items-start">
        <TextInput {...text("shortName")} label="简称" hint="列表和图里用；不填就用全称。" optional />
        <TextInput {...text("aliases")} label="别称" hint="材料里的其他叫法，用“、”隔开。" optional />
      </div>
      <Choice key={kind.defaultValue} {...kind} label="类别" options={kinds} />
      <Textarea
        {...text("description")}
        label="介绍"
        hint="用自己的话写材料里说明的事。公众会看到。"
        rows={3}
        optional
      />
    </>
  );
}
