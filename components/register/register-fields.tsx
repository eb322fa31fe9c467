"use client";

import type { ComponentType } from "react";
import type { FormSubject } from "@/lib/register-change/register-form-rules";
import { AgreementFields } from "./agreement-fields";
import { OrganizationFields } from "./organization-fields";
import { PlaceFields } from "./place-fields";
import { ProjectFields } from "./project-fields";
import type { RegisterFieldsProps } from "./register-fields-props";
import { StandingFields } from "./standing-fields";

const fieldsOf: Partial<Record<FormSubject, ComponentType<RegisterFieldsProps>>> = {
  agreement: AgreementFields,
  organization: OrganizationFields,
  place: PlaceFields,
  project: ProjectFields,
  standing: StandingFields,
};

/** The fields of one kind of thing. */
export function RegisterFields({ subject, ...props }: RegisterFieldsProps & { subject: FormSubject }) {
  const Fields = fieldsOf[subject];
  return Fields ? <Fields {...props} /> : null;
}
