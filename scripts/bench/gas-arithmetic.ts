// SPDX-License-Identifier: EUPL-1.2
import { gasOf, type BenchChain } from "./bench-chain.ts";
import type { GasFigure } from "./figures.ts";

const RATE_BPS = 600n;
const DAYS = [1n, 30n, 365n, 36_500n] as const;

/** What the decay factor alone costs: a call that computes it, less the same call that computes nothing. */
export async function arithmeticFigures({ math }: BenchChain): Promise<GasFigure[]> {
  const daily = await math.dailyExponent(RATE_BPS);
  const figures: GasFigure[] = [];
  await gasOf(math.keepInput(daily)); // from here on the slot holds something
  for (const days of DAYS) {
    const computed = await gasOf(math.keepFactor(daily * days));
    const echoed = await gasOf(math.keepInput(daily * days));
    figures.push({
      name: `DemurrageMath.factor_${days}d`,
      title: `decay factor for ${days.toLocaleString("en")} ${days === 1n ? "day" : "days"}, execution alone`,
      gas: computed - echoed,
      target: 1_000,
    });
  }
  return figures;
}
