// SPDX-License-Identifier: EUPL-1.2
import type { CellProblem } from "./check-cell.ts";

const FORMAT = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/u;
// 13 digits, with or without their key of two: sex, year, month, department (2A and 2B in Corsica), the rest.
const SOCIAL_SECURITY = /^[1-478][0-9]{2}(?:0[1-9]|1[0-2]|[2-9][0-9])[0-9][0-9AB][0-9]{6}(?:[0-9]{2})?$/u;

/** A payee's pseudonym: letters, digits, `.`, `_`, `/` and `-`, up to 64. Nothing that names a person by itself. */
export function checkPayeeId(value: string): CellProblem | undefined {
  if (value === "") return { code: "payeeMissing" };
  if (value.includes("@")) return { code: "payeeEmail" };
  if (SOCIAL_SECURITY.test(value)) return { code: "payeeSocialSecurity" };
  return FORMAT.test(value) ? undefined : { code: "payeeFormat" };
}

const BUDGET_LINE = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,31}$/u;

/** A line of the budget: letters, digits, `.`, `_`, `/` and `-`, up to 32. */
export function checkBudgetLine(value: string): CellProblem | undefined {
  if (value === "") return { code: "budgetLineMissing" };
  return BUDGET_LINE.test(value) ? undefined : { code: "budgetLineFormat" };
}
