// SPDX-License-Identifier: EUPL-1.2
import type { StaffLine } from "./check-line.ts";
import type { RuleError } from "./rules.ts";

/** What can still be issued, in cents: under the programme's budget, for the euros attested to it, below the cap. */
export type Limits = { budget: bigint; attested: bigint; cap: bigint };

/** Checks what all the lines come to. Attested euros never pass the budget, so only the first of the two is told. */
export function checkTotals(lines: readonly StaffLine[], limits: Limits | undefined): RuleError[] {
  const total = lines.reduce((sum, { units }) => sum + units, 0n);
  if (total === 0n) return [refuse("nobodyOptedIn", {})];
  if (limits === undefined) return [];
  const { budget, attested, cap } = limits;
  const errors: RuleError[] = [];
  if (total > budget) errors.push(refuse("overBudget", { total, available: budget, excess: total - budget }));
  else if (total > attested)
    errors.push(refuse("overAttested", { total, available: attested, excess: total - attested }));
  if (total > cap) errors.push(refuse("overCap", { total, available: cap, excess: total - cap }));
  return errors;
}

function refuse(code: RuleError["code"], parameters: RuleError["parameters"]): RuleError {
  return { line: undefined, column: "amount", code, shown: "", parameters };
}
