import type { IsoDate } from "@/lib/format/date-range";
import { paths } from "@/lib/paths";
import { firstSourceText, noOperatorText } from "@/lib/text/site-text";
import { RecordAndDay } from "./record-and-day";

type Props = { sourcedOn: IsoDate | null; reportedOn: IsoDate | null; day: IsoDate };

/** Who stands behind a public page, and how old its knowledge is. */
export function PublicFooter(record: Props) {
  return (
    <footer className="foot">
      <div className="wrap">
        <div>
          <p>
            <b>{noOperatorText}</b>
          </p>
          <p>{firstSourceText}</p>
          <p className="faint">
            <RecordAndDay {...record} />
          </p>
        </div>
        <ul>
          <li>
            <a href={paths.sources()}>数据来源</a>
          </li>
          <li>
            <a href={paths.about()}>关于本站</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}

/** The one-line footer of officials' and staff pages. `children` names the rules in use. */
export function WorkFooter({ children }: { children?: React.ReactNode }) {
  return (
    <footer className="foot">
      <div className="wrap">
        <p className="faint">
          {noOperatorText}
          {children}
        </p>
      </div>
    </footer>
  );
}
