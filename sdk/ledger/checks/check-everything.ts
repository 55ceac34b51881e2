// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { buildBooks } from "../books.ts";
import type { Journal } from "../journal.ts";
import type { ToldFigures } from "../read-figures.ts";
import { rolePeriods, type BlockTimes } from "../role-periods.ts";
import { checkActors, type Senders } from "./check-actors.ts";
import { checkBooks } from "./check-books.ts";
import { checkAccounts, rebuildAccounts, type ChainBalance } from "./check-decay.ts";
import { checkExits } from "./check-exits.ts";
import { checkLimits } from "./check-limits.ts";
import { checkProgrammes } from "./check-programmes.ts";
import { checkRates } from "./check-rates.ts";
import { checkAccess, checkRoles, type Access } from "./check-roles.ts";
import { checkRuns } from "./check-runs.ts";
import { CHECKS, checkOf, type Check, type CheckKey } from "./check.ts";

/** What the journal is held against. What is left out is not checked. */
export type Evidence = {
  figures: ToldFigures;
  /** UTC day of the journal's last block. */
  day: number;
  /** Of every account the journal names. */
  balances?: ReadonlyMap<Hex, ChainBalance>;
  accesses?: readonly Access[];
  senders?: Senders;
  times?: BlockTimes;
};

const ORDER = new Map(Object.keys(CHECKS).map((key, place) => [key as CheckKey, place]));

/** Checks in the order of a report. */
export function inReportOrder(checks: readonly Check[]): Check[] {
  return checks.toSorted((a, b) => (ORDER.get(a.key) ?? 0) - (ORDER.get(b.key) ?? 0));
}

/** Every check that the journal and what the contracts say at its last block allow. */
export function checkEverything(journal: Journal, evidence: Evidence): Check[] {
  const { figures, day, balances, accesses, senders, times } = evidence;
  const { acts, entries, contracts } = journal;
  const periods = rolePeriods(acts);
  const [ordinary, merchant] = figures.rates.map(([first]) => first?.yearlyRateBps ?? 0);
  const rebuilt = rebuildAccounts(journal, { ordinaryBps: ordinary ?? 0, merchantBps: merchant ?? 0 });
  return inReportOrder([
    checkOf("dayAgrees", BigInt(day), BigInt(figures.today)),
    ...checkBooks(buildBooks(entries, contracts.RegionalToken), figures),
    ...(balances === undefined
      ? [rebuilt.moments.check("fonteIsExact")]
      : checkAccounts(rebuilt, { ...figures, balances })),
    ...checkRates(acts, figures),
    ...checkRuns(acts, entries),
    ...checkProgrammes(acts, figures.programmes),
    ...checkLimits(figures.programmes),
    ...checkExits(journal, figures.cap),
    ...(accesses === undefined ? [] : [checkAccess(periods, accesses)]),
    ...checkActors(acts, { ...(times && { times }), ...(senders && { senders }) }, periods),
    ...checkRoles(acts, periods, contracts),
  ]);
}
