// SPDX-License-Identifier: EUPL-1.2
import type { Books } from "@monnaie-commune/sdk/ledger/books";
import { type Check, checkOf } from "@monnaie-commune/sdk/ledger/checks/check";
import type { ChainFigures } from "@monnaie-commune/sdk/ledger/checks/check-books";
import { checkLimits } from "@monnaie-commune/sdk/ledger/checks/check-limits";
import type { Rate } from "@monnaie-commune/sdk/demurrage";
import type { HeldRole } from "../../lib/held-roles.ts";

/** A programme as Issuance keeps it; amounts in cents, times in Unix seconds. */
export type Programme = {
  programmeId: bigint;
  purpose: number;
  opensAt: bigint;
  closesAt: bigint;
  budget: bigint;
  attested: bigint;
  committed: bigint;
  issued: bigint;
  decisionHash: `0x${string}`;
};

/** What the contracts answer at one block. */
export type Figures = Omit<ChainFigures, "programmes"> & {
  programmes: readonly Programme[];
  /** Of ordinary accounts, then of merchants'; the last may be announced only. */
  rates: readonly (readonly Rate[])[];
  rateCeilingBps: number;
  today: number;
  isIssuingClosed: boolean;
  /** How many of the holders the events name the access manager confirms. */
  confirmedHolders: number;
};

/** Everything the page shows, read and computed at one block. */
export type Audit = {
  block: number;
  /** Unix seconds of that block. */
  at: number;
  entries: number;
  books: Books;
  figures: Figures;
  roles: readonly HeldRole[];
  checks: readonly Check[];
};

/** The checks of the books, and those of the programmes and the roles. */
export function allChecks(bookChecks: readonly Check[], figures: Figures, roles: readonly HeldRole[]): Check[] {
  const holders = BigInt(roles.reduce((count, role) => count + role.holders.length, 0));
  return [
    ...bookChecks,
    ...checkLimits(figures.programmes),
    checkOf("rolesConfirmed", holders, BigInt(figures.confirmedHolders)),
  ];
}
