import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { ChangeDiff } from "@/components/register/change-diff";
import { ChangePreview } from "@/components/register/change-preview";
import { DuplicateList } from "@/components/register/duplicate-list";
import { HandInProposal } from "@/components/register/hand-in-proposal";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { paths } from "@/lib/paths";
import { checkProposal } from "@/lib/register-change/proposal-check-queries";
import { findProposal } from "@/lib/register-change/proposal-queries";
import { proposalTitle, proposalTrail } from "@/lib/register-change/proposal-words";
import { formSubjects } from "@/lib/register-change/register-form-rules";
import { registerStepText } from "@/lib/text/register-text";

export const metadata: Metadata = { title: "提交前检查登记" };

type Props = { params: Promise<{ subject: string; key: string }> };

export default async function RegisterCheckPage({ params }: Props) {
  const { subject: named, key } = await params;
  const path = paths.staffRegisterCheck(named, key);
  const viewer = await requirePageViewer("/staff/register/[subject]/[key]/check", path);
  const subject = formSubjects.find((known) => known === named);
  const proposal = subject ? await findProposal(viewer, { subject, key }) : null;
  if (!subject || !proposal) notFound();
  const checked = await checkProposal(proposal);
  if (!checked) redirect(paths.staffRegisterItem(subject, key));
  const { title, grounds, rows, duplicates, draftVersion } = checked;
  const step = { subject, kind: grounds.kind };
  return (
    <StaffFrame viewer={viewer} path={path} current="register">
      <Breadcrumbs
        trail={[
          ...proposalTrail(subject),
          { label: proposalTitle(proposal), href: paths.staffRegisterItem(subject, key) },
        ]}
        current="提交前检查"
      />
      <div className="stack">
        <h1>提交前再看一遍</h1>
        <p className="soft">{`${registerStepText(step)}：${title}`}</p>
        <DuplicateList duplicates={duplicates} />
        {proposal.thing && <ChangeDiff rows={rows} />}
        <ChangePreview step={step} rows={rows} reason={grounds.reason} evidence={grounds.evidence} />
        <HandInProposal
          subject={subject}
          address={key}
          requestId={crypto.randomUUID()}
          draftVersion={draftVersion}
          needsReason={duplicates.some(({ isSame }) => isSame)}
        />
      </div>
    </StaffFrame>
  );
}
