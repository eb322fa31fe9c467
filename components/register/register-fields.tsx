"use client";

import type { ComponentType } from "react";
import type { FormSubject } from "@/lib/register-change/register-form-rules";
import { AgreementFields } from "./agreement-fields";
import { OrganizationFields } from "./organization-fields";
import { PlaceFields } from "./place-fields";
import type { RegisterFieldsProps } from "./register-fields-props";
import { StandingFields } from "./standing-fields";

// A line for each kind that has a form: `project: ProjectFields`.
const fieldsOf: Partial<Record<FormSubject, ComponentType<RegisterFieldsProps>>> = {
  agreement: AgreementFields,
  organization: OrganizationFields,
  place: PlaceFields,
  standing: StandingFields,
};

/** The fields of one kind of thing. */
export function RegisterFields({ subject, ...props }: RegisterFieldsProps & { subject: FormSubject }) {
  const Fields = fieldsOf[subject];
  return Fields ? <Fields {...props} /> : null;
}
