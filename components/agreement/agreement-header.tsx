import { PrintButton } from "@/components/layout/print-button";
import { RecordAndDay } from "@/components/layout/record-and-day";
import { TrackingTag } from "@/components/project/tracking-tag";
import type { PublicAgreement } from "@/lib/agreement/agreement-dto";
import { agreementSentence } from "@/lib/agreement/agreement-sentence";
import type { IsoDate } from "@/lib/format/date-range";
import { tracking } from "@/lib/project/tracking-rules";
import { agreementKindText } from "@/lib/text/agreement-text";
import { agreementName } from "./agreement-name";

/** Name, one sentence, what kind it is and how old the knowledge of it is. */
export function AgreementHeader({ agreement, day }: { agreement: PublicAgreement; day: IsoDate }) {
  const { code, title, kind, summary, projects, sourcedOn } = agreement;
  const reported = projects.flatMap(({ reportedOn }) => reportedOn ?? []).sort();
  return (
    <header className="stack mt-2">
      <div>
        <span className="code">{code}</span>
        <h1 className="title">{agreementName(agreement)}</h1>
        {!title && <p className="small faint">协议名称来源未载明，这是本站的叫法。</p>}
      </div>
      <p className="lead">{agreementSentence(agreement)}</p>
      <p className="soft measure">{summary}</p>
      <div className="row between">
        <div className="row gap-wide">
          {kind && <span>{agreementKindText[kind]}</span>}
          {reported.length > 0 && <span>{`${reported.length}/${projects.length} 个项目有填报或核实`}</span>}
          {reported.length === 0 && projects.length > 0 && (
            <TrackingTag tracking={tracking(day, { newestRecordOn: null, newestSourceOn: sourcedOn })} />
          )}
          <span className="small faint">
            <RecordAndDay sourcedOn={sourcedOn} reportedOn={reported.at(-1) ?? null} day={day} />
          </span>
        </div>
        <PrintButton />
      </div>
    </header>
  );
}
