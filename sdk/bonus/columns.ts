// SPDX-License-Identifier: EUPL-1.2
import type { ListPurpose } from "../purposes.ts";

const COMMON = ["payee_id", "wallet", "amount", "consent_reference", "consent_date", "share", "budget_line"] as const;

/** The columns of the file for each purpose. Their order in the file is free. */
export const COLUMNS = {
  bonus: COMMON,
  reward: [...COMMON, "act"],
  subsidy: COMMON,
} as const satisfies Record<ListPurpose, readonly string[]>;

/** A column of the file of some purpose. */
export type Column = (typeof COLUMNS)[ListPurpose][number];

/** Every column there is: what a file does not have is read as empty. */
export const ALL_COLUMNS: readonly Column[] = COLUMNS.reward;
