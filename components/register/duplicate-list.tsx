import { Icon } from "@/components/ui/icon";
import { paths } from "@/lib/paths";
import type { Duplicate } from "@/lib/register-change/duplicate-queries";
import { registerSubjectText } from "@/lib/text/register-text";

type Props = { duplicates: readonly Duplicate[]; mayReview?: boolean };

/** What in the register, or on its way into it, looks like this. Nothing when nothing does. */
export function DuplicateList({ duplicates, mayReview = false }: Props) {
  const [first] = duplicates;
  if (!first) return null;
  const name = registerSubjectText[first.subject];
  return (
    <section className="check mt-0" aria-labelledby="duplicates-title">
      <h2 className="text-base row" id="duplicates-title">
        <Icon name="warn" />
        {`有 ${duplicates.length} 个很像的${name}，先核对是不是同一个`}
      </h2>
      <ul>
        {duplicates.map((duplicate) => (
          <li key={`${duplicate.key}${duplicate.changeId}`}>
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
  const href =
    subject === "agreement" ? paths.agreement(key ?? "") : paths.staffRegister({ subject, q: title });
  return (
    <>
      <a href={href}>{title}</a>
      {subject === "agreement" && <span className="code"> {key}</span>}
    </>
  );
}
