// SPDX-License-Identifier: EUPL-1.2
import type { Check } from "@monnaie-commune/sdk/ledger/checks/check";
import type { ProgrammeTold, ToldFigures } from "@monnaie-commune/sdk/ledger/read-figures";
import type { RolePeriod } from "@monnaie-commune/sdk/ledger/role-periods";
import { ALL_ROLES, roleIdOf, type AnyRole } from "@monnaie-commune/sdk/role-names";
import type { Address } from "../../lib/runtime-config.ts";
import type { AuditSums } from "./answer-audit.ts";

/** A programme as Issuance keeps it; amounts in cents, times in Unix seconds. */
export type Programme = ProgrammeTold;

/** What the contracts answer at one block. */
export type Figures = ToldFigures;

/** A role of the access manager and the accounts that hold it. */
export type HeldRole = { roleId: bigint; name: AnyRole; holders: Address[] };

/** Everything the page shows, read and computed at one block. */
export type Audit = {
  block: number;
  /** Unix seconds of that block. */
  at: number;
  lines: number;
  accounts: number;
  sums: AuditSums;
  figures: Figures;
  roles: readonly HeldRole[];
  checks: readonly Check[];
};

/** Who holds each role at the end of its periods. */
export function rolesHeld(periods: readonly RolePeriod[]): HeldRole[] {
  return ALL_ROLES.map((name) => ({
    name,
    roleId: roleIdOf(name),
    holders: periods
      .filter(({ roleId, taken }) => roleId === roleIdOf(name) && taken === undefined)
      .map(({ account }) => account),
  }));
}
