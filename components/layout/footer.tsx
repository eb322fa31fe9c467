import { paths } from "@/lib/paths";
import { firstSourceText, noOperatorText } from "@/lib/text/site-text";
import { SourceAndDay } from "./source-and-day";

type Props = {
  /** Day of the newest source or report; null when there is none. */
  latestSourceOn: string | null;
  asOf: string;
};

export function PublicFooter({ latestSourceOn, asOf }: Props) {
  return (
    <footer className="foot">
      <div className="wrap">
        <div>
          <p>
            <b>{noOperatorText}</b>
          </p>
          <p>{firstSourceText}</p>
          <p className="faint">
            <SourceAndDay latestSourceOn={latestSourceOn} asOf={asOf} />
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
