// SPDX-License-Identifier: EUPL-1.2
import type { Books, Check as BookCheck, ChainFigures } from "@monnaie-commune/sdk/ledger/books";
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

type CheckKey =
  BookCheck["key"] | "committedWithinAttested" | "attestedWithinBudget" | "issuedWithinCommitted" | "rolesConfirmed";

/** One thing that has to hold. `relation` is how `actual` has to stand to `expected`; amounts in cents unless a count. */
export type AuditCheck = {
  key: CheckKey;
  holds: boolean;
  expected: bigint;
  actual: bigint;
  relation: "equal" | "atMost" | "atLeast";
  isCount?: true;
  programmeId?: bigint;
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
  checks: readonly AuditCheck[];
};

function atMost(key: CheckKey, expected: bigint, actual: bigint, programmeId: bigint): AuditCheck {
  return { key, holds: actual <= expected, expected, actual, relation: "atMost", programmeId };
}

const RELATIONS: Partial<Record<CheckKey, AuditCheck["relation"]>> = {
  supplyWithinCap: "atMost",
  noAccountBelowZero: "atLeast",
  waitingIsThere: "atLeast",
  exitsWaitingAreThere: "atLeast",
  reserveCovers: "atLeast",
};

/** The checks of the books, and those of the programmes and the roles. */
export function allChecks(
  bookChecks: readonly BookCheck[],
  figures: Figures,
  roles: readonly HeldRole[],
): AuditCheck[] {
  const holders = BigInt(roles.reduce((count, role) => count + role.holders.length, 0));
  const confirmed = BigInt(figures.confirmedHolders);
  return [
    ...bookChecks.map((check): AuditCheck => ({ ...check, relation: RELATIONS[check.key] ?? "equal" })),
    ...figures.programmes.flatMap(({ programmeId, budget, attested, committed, issued }) => [
      atMost("attestedWithinBudget", budget, attested, programmeId),
      atMost("committedWithinAttested", attested, committed, programmeId),
      atMost("issuedWithinCommitted", committed, issued, programmeId),
    ]),
    {
      key: "rolesConfirmed",
      holds: holders === confirmed,
      expected: holders,
      actual: confirmed,
      relation: "equal",
      isCount: true,
    },
  ];
}
