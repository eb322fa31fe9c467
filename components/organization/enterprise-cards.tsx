import { CitationChips } from "@/components/source/citation-chips";
import { Missing } from "@/components/source/missing";
import { type KeyValue, KeyValues } from "@/components/ui/key-values";
import { formatDateRange } from "@/lib/format/date-words";
import { formatFigure } from "@/lib/format/figure";
import { formatStageCounts } from "@/lib/format/stage-counts";
import type { EnterpriseFacts } from "@/lib/organization/organization-dto";
import { paths } from "@/lib/paths";

type Props = { enterprises: readonly EnterpriseFacts[] };

/** Enterprises side by side: what each carries, where, and its own numbers. */
export function EnterpriseCards({ enterprises }: Props) {
  return (
    <div className="cols-3 ents">
      {enterprises.map((enterprise) => (
        <article key={enterprise.slug}>
          <h3 className="text-xl">
            <a href={paths.enterprise(enterprise.slug)}>{enterprise.shortName}</a>
          </h3>
          <p className="small soft">{description(enterprise)}</p>
          <KeyValues items={facts(enterprise)} />
        </article>
      ))}
    </div>
  );
}

function description({ name, shortName, description }: EnterpriseFacts): string {
  return [name === shortName ? null : `${name}。`, description].filter(Boolean).join("");
}

function facts(enterprise: EnterpriseFacts): KeyValue[] {
  const { projectCount, agreements, figures } = enterprise;
  return [
    { term: "项目", value: projectWords(enterprise) },
    ...(projectCount > 0
      ? [{ term: "落户地", value: placeWords(enterprise) ?? <Missing why="not_stated" /> }]
      : []),
    {
      term: "协议",
      value: agreements.map(({ code, callName }, index) => (
        <span key={code}>
          {index > 0 && "、"}
          <a href={paths.agreement(code)} title={callName}>
            {code}
          </a>
        </span>
      )),
    },
    ...(figures.length > 0 ? [{ term: "已报数字", value: <Figures figures={figures} /> }] : []),
  ];
}

/** "9 个，都已签约，其中 5 个与别的企业共同投资"; an enterprise without projects has signed only. */
export function projectWords({ projectCount, jointCount, stageCounts }: EnterpriseFacts): string {
  if (projectCount === 0) return "没有，只是签约方";
  const joint = jointCount > 0 ? `，其中 ${jointCount} 个共同投资` : "";
  return `${projectCount} 个，${formatStageCounts(stageCounts)}${joint}`;
}

/** "新蒲新区等"; null when no project's place is stated. */
export function placeWords({ places, hasProjectWithoutPlace }: EnterpriseFacts): string | null {
  if (places.length === 0) return null;
  return `${places.join("、")}${hasProjectWithoutPlace ? "等" : ""}`;
}

function Figures({ figures }: Pick<EnterpriseFacts, "figures">) {
  return (
    <>
      {figures.map((figure) => (
        <span key={`${figure.metric} ${figure.period?.to}`} className="block">
          {`${figure.period ? formatDateRange(figure.period) : ""}${figure.metric} ${formatFigure(figure)}`}
        </span>
      ))}
      <CitationChips citations={figures.flatMap(({ citations }) => citations)} />
    </>
  );
}
