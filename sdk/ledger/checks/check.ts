// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import type { ContractName } from "../../deployments.ts";

/** What the two numbers of a check count. */
export type CheckUnit = "cents" | "count" | "days";

/** How `actual` has to stand to `expected`. */
export type CheckRelation = "equal" | "atMost" | "atLeast";

type CheckKind = { group: CheckGroup; relation: CheckRelation; unit: CheckUnit };

/** What the checks are about, in the order in which a report tells them. */
export const CHECK_GROUPS = ["register", "balances", "fonte", "issuing", "exits", "roles", "code"] as const;

export type CheckGroup = (typeof CHECK_GROUPS)[number];

const kind = (group: CheckGroup, relation: CheckRelation, unit: CheckUnit): CheckKind => ({ group, relation, unit });

/** Everything that is checked, in the order of a report. The sentence of each is `rules.<key>` in sdk/i18n/checks. */
export const CHECKS = {
  dayAgrees: kind("register", "equal", "days"),
  actsInReceipts: kind("register", "equal", "count"),
  balancesMakeSupply: kind("balances", "equal", "cents"),
  issuedLessBurnedIsSupply: kind("balances", "equal", "cents"),
  supplyWithinCap: kind("balances", "atMost", "cents"),
  supplyAlwaysWithinCap: kind("balances", "atMost", "cents"),
  noAccountBelowZero: kind("balances", "atLeast", "cents"),
  settledBalancesAgree: kind("balances", "equal", "count"),
  liveBalancesAgree: kind("balances", "equal", "count"),
  liveAndDueMakeSupply: kind("balances", "equal", "cents"),
  tillAgrees: kind("balances", "equal", "cents"),
  fonteIsExact: kind("fonte", "equal", "count"),
  ratesAgree: kind("fonte", "equal", "count"),
  ratesAnnouncedInTime: kind("fonte", "equal", "count"),
  ratesWithinCeiling: kind("fonte", "equal", "count"),
  everyIssueExplained: kind("issuing", "equal", "cents"),
  runsByTwoPersons: kind("issuing", "equal", "count"),
  chunksOfApprovedRuns: kind("issuing", "equal", "count"),
  chunkSumsAgree: kind("issuing", "equal", "count"),
  attestationsCountOnce: kind("issuing", "equal", "count"),
  programmesAlwaysWithinLimits: kind("issuing", "equal", "count"),
  programmesAsTold: kind("issuing", "equal", "count"),
  waitingIsThere: kind("issuing", "atLeast", "cents"),
  programmeAgrees: kind("issuing", "equal", "cents"),
  attestedWithinBudget: kind("issuing", "atMost", "cents"),
  committedWithinAttested: kind("issuing", "atMost", "cents"),
  issuedWithinCommitted: kind("issuing", "atMost", "cents"),
  everyBurnExplained: kind("exits", "equal", "cents"),
  exitsPaidOnce: kind("exits", "equal", "count"),
  redeemedAgrees: kind("exits", "equal", "cents"),
  exitsWaitingAgree: kind("exits", "equal", "cents"),
  exitsWaitingAreThere: kind("exits", "atLeast", "cents"),
  reserveCovers: kind("exits", "atLeast", "cents"),
  reserveAlwaysCovered: kind("exits", "atLeast", "cents"),
  reserveBeyondIsUnissued: kind("exits", "equal", "cents"),
  rolesConfirmed: kind("roles", "equal", "count"),
  namedActorsHadRole: kind("roles", "equal", "count"),
  sendersHadRole: kind("roles", "equal", "count"),
  contractRolesAgree: kind("roles", "equal", "count"),
  functionRolesAgree: kind("roles", "equal", "count"),
  roleLabelsAgree: kind("roles", "equal", "count"),
  codeAgrees: kind("code", "equal", "count"),
  constantsAgree: kind("code", "equal", "count"),
  deploymentAgrees: kind("code", "equal", "count"),
} as const satisfies Record<string, CheckKind>;

export type CheckKey = keyof typeof CHECKS;

/** The first event with which a check goes wrong, and the account it is about, where it is about one. */
export type Culprit = { block: number; logIndex: number; tx: Hex; account?: Hex };

/** Of what in particular a check speaks, where there are several, and what went wrong first. */
export type CheckDetails = { programmeId?: bigint; contract?: ContractName; culprit?: Culprit };

/** One thing that has to hold: `actual`, which was rebuilt, against `expected`. */
export type Check = CheckDetails & {
  key: CheckKey;
  holds: boolean;
  relation: CheckRelation;
  unit: CheckUnit;
  expected: bigint;
  actual: bigint;
};

const HOLDS: Record<CheckRelation, (expected: bigint, actual: bigint) => boolean> = {
  equal: (expected, actual) => actual === expected,
  atMost: (expected, actual) => actual <= expected,
  atLeast: (expected, actual) => actual >= expected,
};

export function checkOf(key: CheckKey, expected: bigint, actual: bigint, details: CheckDetails = {}): Check {
  const { relation, unit } = CHECKS[key];
  return { key, holds: HOLDS[relation](expected, actual), relation, unit, expected, actual, ...details };
}

/** Counts what was looked at, and what of it is as it should be; remembers the first that is not. */
export class Tally {
  #seen = 0n;
  #right = 0n;
  #culprit: Culprit | undefined;

  /** @param account The account it is about, where it is about one. */
  add(isRight: boolean, at: Omit<Culprit, "account">, account?: Hex): void {
    this.#seen++;
    if (isRight) this.#right++;
    else {
      const { block, logIndex, tx } = at;
      this.#culprit ??= { block, logIndex, tx, ...(account !== undefined && { account }) };
    }
  }

  /** A check of a count: all of them have to be right. */
  check(key: CheckKey, details: CheckDetails = {}): Check {
    return checkOf(key, this.#seen, this.#right, { ...details, ...(this.#culprit && { culprit: this.#culprit }) });
  }
}
