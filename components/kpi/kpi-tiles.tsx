import { formatAmountIn } from "@/lib/format/money";
import { formatFraction, formatPercent, noRate } from "@/lib/format/number";
import type { MoneyKpi, PublicStats } from "@/lib/kpi/kpi-dto";
import type { Kpi } from "@/lib/kpi/kpi-rules";
import { KpiTile } from "./kpi-tile";

/** The four rates, each with its fraction, its coverage and its formula. */
export function KpiTiles({ total, kpis }: Pick<PublicStats, "total" | "kpis">) {
  return (
    <section aria-labelledby="kpis-title">
      <h2 className="vh" id="kpis-title">
        关键指标
      </h2>
      <div className="kpis">
        <CountTile name="开工率" kpi={kpis.startRate} />
        <CountTile name="投产率" kpi={kpis.operatingRate} />
        <CountTile name="履约率" kpi={kpis.fulfilmentRate} />
        <MoneyTile name="资金到位率" kpi={kpis.arrivalRate} total={total} />
      </div>
    </section>
  );
}

function CountTile({ name, kpi }: { name: string; kpi: Kpi }) {
  const { numerator, denominator, ratio, unverified } = kpi;
  return (
    <KpiTile
      name={name}
      value={ratio === null ? noRate : formatFraction(numerator, denominator)}
      percent={ratio === null ? null : formatPercent(ratio)}
      ratio={ratio}
      coverage={`已核实 ${formatFraction(denominator - unverified, denominator)}`}
      formula={formulaOf(name, kpi)}
    />
  );
}

function MoneyTile({ name, kpi, total }: { name: string; kpi: MoneyKpi; total: number }) {
  const { numerator, denominator, ratio, excluded } = kpi;
  const isKnown = ratio !== null && numerator !== null && denominator !== null;
  const left = excluded > 0 ? `。${excluded} 个项目金额不全，未计入` : "";
  const above = ratio !== null && ratio > 1 ? "。超过 100% 是续建" : "";
  return (
    <KpiTile
      name={name}
      value={
        isKnown
          ? `${formatAmountIn("亿", numerator.amount)}/${formatAmountIn("亿", denominator.amount)}`
          : noRate
      }
      percent={isKnown ? formatPercent(ratio) : null}
      ratio={ratio}
      coverage={`${isKnown ? "亿元，" : ""}金额 ${formatFraction(total - excluded, total)}`}
      formula={`${formulaOf(name, kpi)}${left}${above}`}
    />
  );
}

/** The name stands above it already. */
function formulaOf(name: string, { formula }: { formula: string }): string {
  return formula.replace(`${name} =`, "").trim();
}
