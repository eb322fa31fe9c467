import type { Metadata } from "next";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { OwnSessions } from "@/components/account/own-sessions";
import { PasswordForm } from "@/components/account/password-form";
import { SecondFactorPanel } from "@/components/account/second-factor-panel";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { listOwnSessions } from "@/lib/account/account-queries";
import { getOwnSecondFactor } from "@/lib/account/second-factor-queries";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { accountChanges, paths } from "@/lib/paths";
import { accountChangeText, passwordChangeDueText, secondFactorDueText } from "@/lib/text/account-text";
import { roleText } from "@/lib/text/role-text";

export const metadata: Metadata = { title: "我的账号" };

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export default async function OwnAccountPage({ searchParams }: Props) {
  const path = paths.staffAccount();
  const viewer = await requirePageViewer("/staff/account", path);
  const [sessions, secondFactor] = await Promise.all([listOwnSessions(viewer), getOwnSecondFactor(viewer)]);
  const { done } = await searchParams;
  const change = accountChanges.find((name) => name === done);
  return (
    <StaffFrame viewer={viewer} current="account" path={path}>
      <div className="stack">
        <h1>我的账号</h1>
        <p className="soft">{`${viewer.displayName}，用户名 ${viewer.name}，角色${roleText[viewer.role]}。`}</p>
        {viewer.mustChangePassword && <Note tone="warn">{passwordChangeDueText}</Note>}
        {!viewer.mustChangePassword && viewer.mustAddSecondFactor && (
          <Note tone="warn">{secondFactorDueText}</Note>
        )}
        {change && (
          <Note tone="ok" role="status">
            {accountChangeText[change]}
          </Note>
        )}
        <Panel id="password" title="修改密码" className="max-w-xl">
          <PasswordForm name={viewer.name} />
        </Panel>
        {!viewer.mustChangePassword && <SecondFactorPanel factor={secondFactor} />}
        <Panel id="sessions" title="已登录的设备" note="有不认识的，先结束它，再修改密码。">
          <OwnSessions sessions={sessions} />
        </Panel>
      </div>
    </StaffFrame>
  );
}
