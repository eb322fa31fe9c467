import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { ProposalAside } from "@/components/register/proposal-aside";
import { ProposalHeading, ProposalNotes } from "@/components/register/proposal-heading";
import { RegisterForm } from "@/components/register/register-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { keptFormOf } from "@/lib/auth/form-keeper";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { findDraft } from "@/lib/draft/draft-queries";
import { parkedForm } from "@/lib/draft/draft-rules";
import { paths } from "@/lib/paths";
import { findProposal } from "@/lib/register-change/proposal-queries";
import { openProposalForm } from "@/lib/register-change/proposal-reading-queries";
import { proposalTitle, proposalTrail } from "@/lib/register-change/proposal-words";
import { formSubjects, proposalForm } from "@/lib/register-change/register-form-rules";
import { suggestNames } from "@/lib/register-change/register-names-queries";

export const metadata: Metadata = { title: "登记和变更" };

type Props = { params: Promise<{ subject: string; key: string }> };

export default async function RegisterItemPage({ params }: Props) {
  const { subject: named, key } = await params;
  const path = paths.staffRegisterItem(named, key);
  const viewer = await requirePageViewer("/staff/register/[subject]/[key]", path);
  const subject = formSubjects.find((known) => known === named);
  if (!subject) notFound();
  const name = proposalForm(subject, key);
  const parked = await findDraft(viewer, parkedForm(name));
  // What is shown goes on from what stood when it was typed.
  const begunAt = Number(parked?.input.baseVersion) || null;
  const proposal = await findProposal(viewer, { subject, key, begunAt });
  if (!proposal) notFound();
  const [{ opened, ...overtaken }, choices, kept] = await Promise.all([
    openProposalForm(proposal, parked),
    suggestNames(),
    keptFormOf(viewer, name),
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
        draft={{ opened, ...kept }}
        overtaken={overtaken}
        isReturned={returned !== null}
        returnedErrors={
          returned?.returnField ? { [returned.returnField]: `退回原因：${returned.returnReason}` } : {}
        }
        heading={<ProposalHeading proposal={proposal} />}
        notes={<ProposalNotes proposal={proposal} />}
        aside={<ProposalAside proposal={proposal} />}
      />
    </StaffFrame>
  );
}
