// SPDX-License-Identifier: EUPL-1.2
import { measureBundle } from "../../frontend/scripts/bundle-budget.ts";
import { buildDapp, isDappStale } from "../lib/dapp.ts";
import type { Measure } from "./report.ts";

/** Script of the built dApp that a phone loads, in gzip kilobytes. Builds the dApp first when its sources are newer. */
export async function bundleMeasures(): Promise<Measure[]> {
  if (isDappStale()) await buildDapp();
  const { beforeFirstPaint, firstLoad } = measureBundle();
  return [
    { title: "script before the first paint", ...measured(beforeFirstPaint) },
    { title: "script of the first load, to one's balance on the home page", ...measured(firstLoad) },
  ];
}

function measured({ kilobytes, budget }: { kilobytes: number; budget: number }): Omit<Measure, "title"> {
  return { value: `${kilobytes.toFixed(1)} kB`, target: `${budget} kB`, isMet: kilobytes <= budget };
}
