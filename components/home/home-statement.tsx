import { RecordAndDay } from "@/components/layout/record-and-day";
import type { IsoDate } from "@/lib/format/date-range";
import type { Home } from "@/lib/home/home-dto";
import { homeKnowledge, homeMatrixTitle, homeStatement } from "@/lib/home/home-sentence";
import { paths } from "@/lib/paths";
import { HomeMatrix } from "./home-matrix";

/** The answer first: how many, where they stand, how old that knowledge is. */
export function HomeStatement({ home, day }: { home: Home; day: IsoDate }) {
  const { newestSourceOn, newestReportOn } = home;
  const knowledge = homeKnowledge(home, day);
  const title = homeMatrixTitle(home);
  return (
    <section className="sec" aria-labelledby="statement">
      <h2 className="stmt" id="statement">
        {homeStatement(home)}
      </h2>
      {knowledge && <p className="lead">{knowledge}</p>}
      <h3 className="mt-5">{title}</h3>
      <p className="small faint mb-4">按企业和阶段，单位：个。共同投资项目只计一次。</p>
      <HomeMatrix caption={`${title}：按企业和阶段统计的项目数`} home={home} />
      <div className="row between small mt-3">
        <span className="faint">
          <RecordAndDay sourcedOn={newestSourceOn} reportedOn={newestReportOn} day={day} />
        </span>
        <a href={paths.projects()}>查看全部项目</a>
      </div>
    </section>
  );
}
