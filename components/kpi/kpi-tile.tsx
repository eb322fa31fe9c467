import { Gauge } from "@/components/ui/gauge";

type Props = {
  name: string;
  /** The fraction, 1/14, or -- when it cannot be computed. */
  value: string;
  /** The same as a percentage, 7.14%; null beside --. */
  percent: string | null;
  /** 0–1 for the bar, null for hatching. */
  ratio: number | null;
  /** What is verified or left out. */
  coverage: string;
  formula: string;
};

/** One rate; every text comes formatted. */
export function KpiTile({ name, value, percent, ratio, coverage, formula }: Props) {
  return (
    <div className="panel kpi">
      <h3>{name}</h3>
      <div className="v">
        {value}
        {percent && <small>{percent}</small>}
      </div>
      <Gauge ratio={ratio} />
      <div className="f">{coverage}</div>
      <p className="r">{formula}</p>
    </div>
  );
}
