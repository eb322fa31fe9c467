import { EditorialSlip } from "@/components/progress/editorial-slip";
import { LinkButton } from "@/components/ui/link-button";
import { formatInstant } from "@/lib/format/shanghai-time";
import { paths } from "@/lib/paths";
import type { OwnChange } from "@/lib/register-change/register-list-queries";
import { registerStepText } from "@/lib/text/register-text";

/** What somebody registered or changed, and how far it is. Nothing when there is none. */
export function OwnChanges({ changes }: { changes: readonly OwnChange[] }) {
  if (changes.length === 0) return null;
  return (
    <section className="panel mb-4" id="own" aria-labelledby="own-title">
      <h2 className="text-base" id="own-title">
        我的登记和变更
      </h2>
      <ul>
        {changes.map((change) => (
          <li key={change.id} className="task">
            <div>
              <h3>{change.title}</h3>
              <p>
                {`编号 ${change.id}，${registerStepText(change)}`}
                {change.state === "returned" && (
                  <span className="soft block">{`退回原因：${change.returnReason}`}</span>
                )}
              </p>
            </div>
            <div>
              <EditorialSlip state={change.state} />
            </div>
            <div className="small soft">{formatInstant(new Date(change.at))}</div>
            <div className="act">
              <Way change={change} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Way({ change: { id, title, state, subject, kind, key } }: { change: OwnChange }) {
  if (state === "returned") {
    const address = kind === "creation" ? id : (key ?? id);
    return (
      <LinkButton href={paths.staffRegisterItem(subject, address)} size="sm" variant="go">
        修改
        <span className="vh">{title}</span>
      </LinkButton>
    );
  }
  return (
    <LinkButton href={paths.staffRegisterDone(id)} size="sm">
      查看
      <span className="vh">{title}</span>
    </LinkButton>
  );
}
