import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { ProposalAside } from "@/components/register/proposal-aside";
import { ProposalHeading } from "@/components/register/proposal-heading";
import { RegisterForm } from "@/components/register/register-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { paths } from "@/lib/paths";
import { findProposal } from "@/lib/register-change/proposal-queries";
import { openProposalForm } from "@/lib/register-change/proposal-reading-queries";
import { proposalTitle, proposalTrail } from "@/lib/register-change/proposal-words";
import { formSubjects } from "@/lib/register-change/register-form-rules";
import { suggestNames } from "@/lib/register-change/register-names-queries";

export const metadata: Metadata = { title: "登记和变更" };

type Props = { params: Promise<{ subject: string; key: string }> };

export default async function RegisterItemPage({ params }: Props) {
  const { subject: named, key } = await params;
  const path = paths.staffRegisterItem(named, key);
  const viewer = await requirePageViewer("/staff/register/[subject]/[key]", path);
  const subject = formSubjects.find((known) => known === named);
  const proposal = subject ? await findProposal(viewer, { subject, key }) : null;
  if (!subject || !proposal) notFound();
  const [initial, choices] = await Promise.all([
    openProposalForm(proposal, crypto.randomUUID()),
    suggestNames(),
  ]);
  const { thing, returned } = proposal;
  return (
    <StaffFrame viewer={viewer} path={path} current="register">
      <Breadcrumbs trail={proposalTrail(subject)} current={proposalTitle(proposal)} />
      <RegisterForm
        subject={subject}
        address={key}
        isNew={thing === null}
        choices={choices}
        initial={initial}
        returnedErrors={
          returned?.returnField ? { [returned.returnField]: `退回原因：${returned.returnReason}` } : {}
        }
        heading={<ProposalHeading proposal={proposal} />}
        aside={<ProposalAside proposal={proposal} />}
      />
    </StaffFrame>
  );
}
