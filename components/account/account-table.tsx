import { ActionButton } from "@/components/ui/action-button";
import { Cell, RowHead } from "@/components/ui/table-cell";
import {
  disableAccountAction,
  enableAccountAction,
  endSessionsOfAction,
} from "@/lib/account/account-actions";
import type { AccountRow } from "@/lib/account/account-queries";
import { isAdministrable } from "@/lib/account/account-rules";
import { resetSecondFactorAction } from "@/lib/account/second-factor-actions";
import { can } from "@/lib/auth/policy";
import type { Viewer } from "@/lib/auth/viewer";
import { accountStateText } from "@/lib/text/account-text";
import { roleText } from "@/lib/text/role-text";
import { GrantRoleForm } from "./grant-role-form";
import { ResetPasswordButton } from "./reset-password-button";

type Props = { viewer: Pick<Viewer, "name" | "role">; accounts: readonly AccountRow[] };

/** All accounts, each with what the viewer may do to it. */
export function AccountTable({ viewer, accounts }: Props) {
  return (
    <table className="t cards">
      <caption className="vh">账号</caption>
      <thead>
        <tr>
          <th scope="col">用户名</th>
          <th scope="col">显示名称</th>
          <th scope="col">角色</th>
          <th scope="col">状态</th>
          <th scope="col">两步验证</th>
          <th scope="col">最近登录</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.name}>
            <RowHead>{account.name}</RowHead>
            <Cell label="显示名称">{account.displayName}</Cell>
            <Cell label="角色">{roleText[account.role]}</Cell>
            <Cell label="状态">{accountStateText[account.state]}</Cell>
            <Cell label="两步验证">{account.hasSecondFactor ? "已启用" : "未启用"}</Cell>
            <Cell label="最近登录">{account.lastSignInAt ?? "尚未登录"}</Cell>
            <Cell label="操作">
              <div className="row">
                {can(viewer.role, "account:disable") && <Administration account={account} />}
                {can(viewer.role, "account:grant-role") && <Security viewer={viewer} account={account} />}
              </div>
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Administration({ account: { name, role, state } }: { account: AccountRow }) {
  if (!isAdministrable(role)) return <span className="faint">由运维人员在服务器上管理</span>;
  if (state === "disabled") return <AccountButton action={enableAccountAction} name={name} verb="恢复" />;
  return (
    <>
      <ResetPasswordButton name={name} />
      <AccountButton action={disableAccountAction} name={name} verb="停用" />
    </>
  );
}

function Security({ viewer, account }: { viewer: Props["viewer"]; account: AccountRow }) {
  const { name, role, hasSecondFactor } = account;
  const isOther = name !== viewer.name;
  return (
    <>
      {isOther && <GrantRoleForm name={name} role={role} />}
      <AccountButton action={endSessionsOfAction} name={name} verb="结束登录" />
      {isOther && hasSecondFactor && (
        <AccountButton action={resetSecondFactorAction} name={name} verb="取消两步验证" />
      )}
    </>
  );
}

type AccountAction = typeof disableAccountAction;

function AccountButton({ action, name, verb }: { action: AccountAction; name: string; verb: string }) {
  return (
    <ActionButton action={action} fields={{ name }} size="sm">
      {verb}
      <span className="vh">{name}</span>
    </ActionButton>
  );
}
