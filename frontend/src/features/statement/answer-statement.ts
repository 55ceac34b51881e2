// SPDX-License-Identifier: EUPL-1.2
// What the page of an account asks of the ledger's worker.
import { monthsOf, type MonthOfAccount } from "@monnaie-commune/sdk/ledger/months";
import { groupFonte, statementOf, type Statement } from "@monnaie-commune/sdk/ledger/statements";
import { dayOf } from "@monnaie-commune/sdk/days";
import type { Address } from "../../lib/runtime-config.ts";
import type { Ledger } from "../../lib/ledger/ledger.ts";
import type { Period } from "./period.ts";

/** An account's lines in a period, neighbouring fonte lines made one; `since` is the day of the line before the first. */
export type AccountStatement = Statement & { since?: number };

export function accountStatement(
  { journal }: Ledger,
  { account, period }: { account: Address; period: Period },
): AccountStatement {
  const { entries, contracts } = journal;
  const statement = statementOf(entries, account, contracts.RegionalToken, period);
  const { firstDay } = period;
  const before =
    firstDay === undefined
      ? undefined
      : statementOf(entries, account, contracts.RegionalToken, { lastDay: firstDay - 1 }).lines.at(-1);
  return { ...statement, lines: groupFonte(statement.lines), ...(before && { since: before.day }) };
}

/** What each month came to for an account, up to the one of the last block; oldest first. */
export function accountMonths({ journal, at }: Ledger, { account }: { account: Address }): MonthOfAccount[] {
  return monthsOf(statementOf(journal.entries, account, journal.contracts.RegionalToken), dayOf(at));
}
