// SPDX-License-Identifier: EUPL-1.2
import { checkOf, type Check } from "./check.ts";

/** What a programme may issue, is covered for, has promised and has issued, in cents. */
export type ProgrammeFigures = {
  programmeId: bigint;
  budget: bigint;
  attested: bigint;
  committed: bigint;
  issued: bigint;
};

/** Issued, approved, attested, budget: each within the next, as the contract tells them. */
export function checkLimits(programmes: readonly ProgrammeFigures[]): Check[] {
  return programmes.flatMap(({ programmeId, budget, attested, committed, issued }) => [
    checkOf("attestedWithinBudget", budget, attested, { programmeId }),
    checkOf("committedWithinAttested", attested, committed, { programmeId }),
    checkOf("issuedWithinCommitted", committed, issued, { programmeId }),
  ]);
}
