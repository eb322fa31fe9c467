import type { RegisterContent, RegisterSubject } from "@/lib/register-change/register-change-rules";
import type { RegisterForm } from "@/lib/register-change/register-form-rules";

// A line for each kind that has a form: `project: form<ProjectContent>(projectForm)`.
const forms: Partial<Record<RegisterSubject, RegisterForm<RegisterContent>>> = {};

/** Null: that kind has no form yet. */
export function findRegisterForm(subject: RegisterSubject): RegisterForm<RegisterContent> | null {
  return forms[subject] ?? null;
}

/** Each form takes only content that its own schema has read, which the commands see to. */
export function form<Content>(own: RegisterForm<Content>): RegisterForm<RegisterContent> {
  return own as unknown as RegisterForm<RegisterContent>;
}
