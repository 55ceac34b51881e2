// SPDX-License-Identifier: EUPL-1.2
import type { Act } from "../acts.ts";
import { Tally, type Check } from "./check.ts";
import type { ProgrammeFigures } from "./check-limits.ts";

type Sums = Omit<ProgrammeFigures, "programmeId">;
type Runs = Map<bigint, { programmeId: bigint; total: bigint }>;

/** What an act adds to the sums of its programme. */
function addedBy(act: Act, totalOf: (runId: bigint) => bigint): Partial<Sums> | undefined {
  if (act.event === "EurosAttested") return { attested: act.args.amount };
  if (act.event === "RunApproved") return { committed: totalOf(act.args.runId) };
  if (act.event === "RunCancelled") return { committed: -act.args.released };
  if (act.event === "ChunkPaid" || act.event === "ClaimsOpened") return { issued: act.args.amount };
  if (act.event === "ClaimCancelled" || act.event === "ClaimsClosed") {
    return { issued: -act.args.amount, committed: -act.args.amount };
  }
  return undefined;
}

function programmeOf({ args }: Act, runs: Runs): bigint | undefined {
  if ("programmeId" in args) return args.programmeId;
  return "runId" in args ? runs.get(args.runId)?.programmeId : undefined;
}

/**
 * Plays what was decided and done under each programme: at every moment issued <= approved <= attested <= budget, euros
 * of one transfer counted once, and in the end what the contract says of each, `figures`.
 */
export function checkProgrammes(acts: readonly Act[], figures: readonly ProgrammeFigures[]): Check[] {
  const programmes = new Map<bigint, Sums>();
  const runs: Runs = new Map();
  const orders = new Set<string>();
  const limits = new Tally();
  const once = new Tally();

  for (const act of acts) {
    if (act.event === "ProgrammeOpened") {
      const isNew = !programmes.has(act.args.programmeId);
      programmes.set(act.args.programmeId, { budget: act.args.budget, attested: 0n, committed: 0n, issued: 0n });
      limits.add(isNew, act);
      continue;
    }
    if (act.event === "RunProposed") runs.set(act.args.runId, act.args);
    if (act.event === "EurosAttested") {
      once.add(!orders.has(act.args.orderHash), act);
      orders.add(act.args.orderHash);
    }
    const added = addedBy(act, (runId) => runs.get(runId)?.total ?? 0n);
    if (added === undefined) continue;
    const sums = programmes.get(programmeOf(act, runs) ?? 0n);
    if (sums === undefined) {
      limits.add(false, act);
      continue;
    }
    for (const [sum, cents] of Object.entries(added) as [keyof Sums, bigint][]) sums[sum] += cents;
    limits.add(sums.issued <= sums.committed && sums.committed <= sums.attested && sums.attested <= sums.budget, act);
  }

  const told = new Tally();
  const nowhere = { block: 0, logIndex: 0, tx: "0x" } as const;
  for (const programmeId of new Set([...programmes.keys(), ...figures.map((figure) => figure.programmeId)])) {
    const own = programmes.get(programmeId);
    const said = figures.find((figure) => figure.programmeId === programmeId);
    for (const sum of ["budget", "attested", "committed", "issued"] as const) {
      const last = acts.findLast((act) => "programmeId" in act.args && act.args.programmeId === programmeId);
      told.add(own !== undefined && own[sum] === said?.[sum], last ?? nowhere);
    }
  }
  return [
    limits.check("programmesAlwaysWithinLimits"),
    told.check("programmesAsTold"),
    once.check("attestationsCountOnce"),
  ];
}
