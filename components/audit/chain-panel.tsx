import { Panel } from "@/components/ui/panel";
import type { AuditPage } from "@/lib/audit/audit-dto";
import { VerifyChainButton } from "./verify-chain-button";

/** Checks that nobody touched the events, and says what the check alone cannot see. */
export function ChainPanel({ latest }: Pick<AuditPage, "latest">) {
  return (
    <Panel id="chain" title="链条核对" note={latest ? `最新是第 ${latest.number} 号` : "还没有事件"}>
      <p className="small soft mb-3">
        每条事件的哈希都包含前一条的哈希。有一条被改、被删、插入或调换，核对就说出第一处。
      </p>
      <VerifyChainButton />
      {latest && (
        <details className="twin">
          <summary>怎样发现末尾被删或全部重算</summary>
          <div className="small stack mt-2">
            <p>单看链条看不出来。请把现在的最后一条抄到系统以外：</p>
            <p>
              <code className="break-all">{`${latest.number}:${latest.hash}`}</code>
            </p>
            <p>以后请运维人员在服务器上带着它核对：</p>
            <p>
              <code className="break-all">npm run audit:verify -- --since 编号:哈希</code>
            </p>
          </div>
        </details>
      )}
    </Panel>
  );
}
