// SPDX-License-Identifier: EUPL-1.2
import { PURPOSES, type Purpose } from "../../purposes.ts";
import type { Journal } from "../journal.ts";

/** A council's decision and what became of it, in cents; `returned` is what nobody claimed. */
export type ProgrammeFigures = {
  programmeId: bigint;
  purpose: Purpose | undefined;
  budget: bigint;
  attested: bigint;
  issued: bigint;
  returned: bigint;
};

/** Every programme that was opened, as the journal tells it. */
export function programmesIn({ acts, entries }: Journal): ProgrammeFigures[] {
  const programmes = new Map<bigint, ProgrammeFigures>();
  for (const act of acts) {
    if (act.event === "ProgrammeOpened") {
      const { programmeId, budget } = act.args;
      const purpose = PURPOSES[act.args.purpose];
      programmes.set(programmeId, { programmeId, purpose, budget, attested: 0n, issued: 0n, returned: 0n });
    }
    if (act.event === "EurosAttested") {
      const programme = programmes.get(act.args.programmeId);
      if (programme !== undefined) programme.attested += act.args.amount;
    }
  }
  for (const entry of entries) {
    if (entry.kind !== "issue" && entry.kind !== "burn") continue;
    const programme = entry.story && programmes.get(entry.story.programmeId);
    if (programme === undefined) continue;
    if (entry.kind === "issue") programme.issued += entry.cents;
    else programme.returned += entry.cents;
  }
  return [...programmes.values()];
}
