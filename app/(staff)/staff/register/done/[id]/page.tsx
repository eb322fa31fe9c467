import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { HandedIn } from "@/components/register/handed-in";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { rowNumberIn } from "@/lib/format/row-number";
import { paths } from "@/lib/paths";
import { findHandedInChange } from "@/lib/register-change/register-change-queries";

export const metadata: Metadata = { title: "我的一份登记" };

type Props = { params: Promise<{ id: string }> };

export default async function RegisterDonePage({ params }: Props) {
  const { id } = await params;
  const path = paths.staffRegisterDone(Number(id));
  const viewer = await requirePageViewer("/staff/register/done/[id]", path);
  const number = rowNumberIn(id);
  const change = number === null ? null : await findHandedInChange(viewer, number);
  if (!change) notFound();
  return (
    <StaffFrame viewer={viewer} path={path} current="register">
      <Breadcrumbs trail={[{ label: "登记", href: paths.staffRegister() }]} current={`编号 ${change.id}`} />
      <HandedIn change={change} />
    </StaffFrame>
  );
}
