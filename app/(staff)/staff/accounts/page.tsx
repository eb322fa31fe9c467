import type { Metadata } from "next";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { AccountTable } from "@/components/account/account-table";
import { CreateAccountForm } from "@/components/account/create-account-form";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { listAccounts } from "@/lib/account/account-queries";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { can } from "@/lib/auth/policy";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "账号" };

type Props = { searchParams: Promise<{ changed?: string | string[] }> };

export default async function AccountsPage({ searchParams }: Props) {
  const path = paths.staffAccounts();
  const viewer = await requirePageViewer("/staff/accounts", path);
  const accounts = await listAccounts(viewer);
  const { changed } = await searchParams;
  const changedAccount = accounts.find(({ name }) => name === changed);
  return (
    <StaffFrame viewer={viewer} current="accounts" path={path}>
      <div className="stack">
        <h1>账号</h1>
        {changedAccount && (
          <Note tone="ok" role="status">
            {`账号 ${changedAccount.name} 的改动已保存。`}
          </Note>
        )}
        <Panel id="accounts" title="全部账号" note={`${accounts.length} 个`}>
          <AccountTable viewer={viewer} accounts={accounts} />
        </Panel>
        {can(viewer.role, "account:create") && (
          <Panel id="new" title="新建账号" className="max-w-xl">
            <CreateAccountForm />
          </Panel>
        )}
      </div>
    </StaffFrame>
  );
}
