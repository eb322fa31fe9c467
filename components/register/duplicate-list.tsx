import { Icon } from "@/components/ui/icon";
import { paths } from "@/lib/paths";
import type { Duplicate } from "@/lib/register-change/duplicate-queries";
import { registerSubjectText } from "@/lib/text/register-text";

type Props = { duplicates: readonly Duplicate[]; mayReview?: boolean };

/** What in the register, or on its way into it, looks like this. Nothing when nothing does. */
export function DuplicateList({ duplicates, mayReview = false }: Props) {
  const [first] = duplicates;
  if (!first) return null;
  const isOneKind = duplicates.every(({ subject }) => subject === first.subject);
  const name = isOneKind ? registerSubjectText[first.subject] : "登记";
  return (
    <section className="check mt-4 first:mt-0" aria-labelledby="duplicates-title">
      <h2 className="text-base row" id="duplicates-title">
        <Icon name="warn" />
        {`有 ${duplicates.length} 个很像的${name}，先核对是不是同一个`}
      </h2>
      <ul>
        {duplicates.map((duplicate) => (
          <li key={`${duplicate.subject}${duplicate.key}${duplicate.changeId}${duplicate.why}`}>
            <DuplicateName duplicate={duplicate} mayReview={mayReview} />
            {`：${duplicate.why}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function DuplicateName({ duplicate, mayReview }: { duplicate: Duplicate; mayReview: boolean }) {
  const { subject, key, title, changeId } = duplicate;
  if (changeId !== null) {
    const words = `${title}（编号 ${changeId}，还没发布）`;
    return mayReview ? <a href={paths.staffReviewItem("change", changeId)}>{words}</a> : words;
  }
  const hasCode = subject === "agreement" || subject === "project";
  return (
    <>
      <a href={hrefOf(duplicate)}>{title}</a>
      {hasCode && <span className="code"> {key}</span>}
    </>
  );
}

function hrefOf({ subject, key, title }: Duplicate): string {
  if (subject === "agreement") return paths.agreement(key ?? "");
  return subject === "project" ? paths.project(key ?? "") : paths.staffRegister({ subject, q: title });
}
