// SPDX-License-Identifier: EUPL-1.2
// The structures' figures from the journal: their conventions and the purposes of programmes are acts in it.
import { startOfDay } from "../days.ts";
import type { Act } from "../ledger/acts.ts";
import type { Journal } from "../ledger/journal.ts";
import { PURPOSES } from "../purposes.ts";
import { structureFigures, type Convention, type StructureFigures } from "./structures.ts";

/** Every convention that was ever recorded, as it stands; `until` is the beginning of the day it ended on. */
export function conventionsIn(acts: readonly Act[]): Convention[] {
  const conventions = new Map<string, Convention>();
  for (const act of acts) {
    if (act.event === "StructureRecorded") {
      const { account, acceptedShareBps, since, conventionHash } = act.args;
      conventions.set(account, { account, acceptedShareBps, since: Number(since), until: 0, conventionHash });
    } else if (act.event === "StructureEnded") {
      const ended = conventions.get(act.args.account);
      if (ended !== undefined) conventions.set(act.args.account, { ...ended, until: startOfDay(act.day) });
    }
  }
  return [...conventions.values()];
}

/** The programmes that were opened for subsidies. */
export function subsidyProgrammesIn(acts: readonly Act[]): Set<bigint> {
  return new Set(
    acts.flatMap((act) =>
      act.event === "ProgrammeOpened" && PURPOSES[act.args.purpose] === "subsidy" ? [act.args.programmeId] : [],
    ),
  );
}

/**
 * What every funded structure did with the currency.
 * @param at Unix seconds of the journal's last block.
 */
export function structuresOf({ entries, acts }: Journal, at: number): StructureFigures[] {
  const subsidies = subsidyProgrammesIn(acts);
  return structureFigures(conventionsIn(acts), entries, (id) => subsidies.has(id), at);
}
