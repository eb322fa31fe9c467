import { ActionButton } from "@/components/ui/action-button";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { endOtherSessionsAction, endOwnSessionAction } from "@/lib/account/account-actions";
import type { OwnSession } from "@/lib/account/account-queries";
import { deviceText, unknownAddressText } from "@/lib/text/account-text";

/** Where the account is signed in, each with a button that ends it. */
export function OwnSessions({ sessions }: { sessions: readonly OwnSession[] }) {
  return (
    <div className="stack">
      <table className="t cards">
        <caption className="vh">已登录的设备</caption>
        <thead>
          <tr>
            <th scope="col">设备</th>
            <th scope="col">网络地址</th>
            <th scope="col">登录</th>
            <th scope="col">最近使用</th>
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </tbody>
      </table>
      {sessions.length > 1 && <ActionButton action={endOtherSessionsAction}>结束其他登录</ActionButton>}
    </div>
  );
}

function SessionRow({ session }: { session: OwnSession }) {
  const { id, isCurrent, openedAt, lastSeenAt, address, userAgent } = session;
  return (
    <tr>
      <RowHead>
        {deviceText(userAgent)}
        {isCurrent && "（本次）"}
      </RowHead>
      <Cell label="网络地址">{address ?? unknownAddressText}</Cell>
      <Cell label="登录">
        <time>{openedAt}</time>
      </Cell>
      <Cell label="最近使用">
        <time>{lastSeenAt}</time>
      </Cell>
      <Cell label="操作">
        {isCurrent ? (
          <span className="faint">退出请用页首的按钮</span>
        ) : (
          <ActionButton action={endOwnSessionAction} fields={{ sessionId: id }} size="sm">
            结束
            <span className="vh">{`${openedAt} 的登录`}</span>
          </ActionButton>
        )}
      </Cell>
    </tr>
  );
}
