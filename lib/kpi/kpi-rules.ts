import type { Stage } from "@/lib/project/project-rules";

/** A rate with all that must stand beside it. `ratio` is 0–1 and more; null (`--`) when it cannot be computed. */
export type Kpi<Amount extends number | bigint = number> = {
  numerator: Amount;
  denominator: Amount;
  ratio: number | null;
  formula: string;
  /** Projects left out because a figure is not known. */
  excluded: number;
  /** Projects that nobody has verified. */
  unverified: number;
};

/** Projects by current stage, each counted once; terminated ones stay in. */
export type StageCounts = Record<Stage, number>;

/** N, 累计签约. */
function signedTotal(counts: StageCounts): number {
  return counts.signed + counts.under_construction + counts.operating;
}

/** 开工率. Source: 通行口径. */
export function startRate(counts: StageCounts, unverified: number): Kpi {
  const started = counts.under_construction + counts.operating;
  return rate("开工率 =（在建 + 已投产）/ 累计签约", started, signedTotal(counts), { unverified });
}

/** 投产率. Source: 通行口径. */
export function operatingRate(counts: StageCounts, unverified: number): Kpi {
  return rate("投产率 = 已投产 / 累计签约", counts.operating, signedTotal(counts), { unverified });
}

/** 履约率: performing is verified as 前期, 在建 or 投产. No rate while no project is verified. */
export function fulfilmentRate(count: { total: number; performing: number; unverified: number }): Kpi {
  const formula = "履约率 = 核实为前期、在建或投产 / 累计签约";
  const kpi = rate(formula, count.performing, count.total, { unverified: count.unverified });
  return count.unverified < count.total ? kpi : { ...kpi, ratio: null };
}

/** What is known of both amounts together, and how many projects lack one of them. */
export type FundingSums = { agreedYuan: bigint; arrivedYuan: bigint; excluded: number; unverified: number };

/** 资金到位率, weighed by size, over the projects where both amounts are known. Above 1 is 续建, not an error. */
export function arrivalRate({ agreedYuan, arrivedYuan, ...left }: FundingSums): Kpi<bigint> {
  return rate("资金到位率 = 累计到位资金 / 协议投资额（两者都有的项目）", arrivedYuan, agreedYuan, left);
}

function rate<Amount extends number | bigint>(
  formula: string,
  numerator: Amount,
  denominator: Amount,
  { excluded = 0, unverified }: { excluded?: number; unverified: number },
): Kpi<Amount> {
  const ratio = Number(denominator) === 0 ? null : Number(numerator) / Number(denominator);
  return { numerator, denominator, ratio, formula, excluded, unverified };
}
