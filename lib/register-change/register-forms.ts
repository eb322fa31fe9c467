import { agreementForm } from "@/lib/agreement/agreement-form-rules";
import type { AgreementContent } from "@/lib/agreement/agreement-schema";
import { organizationForm } from "@/lib/organization/organization-form-rules";
import type { OrganizationContent } from "@/lib/organization/organization-schema";
import { placeForm } from "@/lib/place/place-form-rules";
import type { PlaceContent } from "@/lib/place/place-schema";
import { standingForm } from "@/lib/project/standing-form-rules";
import type { StandingContent } from "@/lib/project/standing-schema";
import type { WholeProject } from "@/lib/register-change/project-content-schema";
import { projectForm } from "@/lib/register-change/project-form";
import type { RegisterContent, RegisterSubject } from "@/lib/register-change/register-change-rules";
import type { RegisterForm } from "@/lib/register-change/register-form-rules";

const forms: Partial<Record<RegisterSubject, RegisterForm<RegisterContent>>> = {
  agreement: form<AgreementContent>(agreementForm),
  organization: form<OrganizationContent>(organizationForm),
  place: form<PlaceContent>(placeForm),
  project: form<WholeProject>(projectForm),
  standing: form<StandingContent>(standingForm),
};

/** Null: that kind has no form yet. */
export function findRegisterForm(subject: RegisterSubject): RegisterForm<RegisterContent> | null {
  return forms[subject] ?? null;
}

/** Each form takes only content that its own schema has read, which the commands see to. */
function form<Content>(own: RegisterForm<Content>): RegisterForm<RegisterContent> {
  return own as unknown as RegisterForm<RegisterContent>;
}
