// SPDX-License-Identifier: EUPL-1.2
import type { CellProblem } from "./check-cell.ts";

const REFERENCE = /^[\p{L}0-9][\p{L}0-9 ._/°-]{0,63}$/u;
const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/u;

/** The reference of the mandate: letters, digits, spaces, `.`, `_`, `/`, `°` and `-`, up to 64. */
export function checkConsentReference(value: string): CellProblem | undefined {
  if (value === "") return { code: "consentReferenceMissing" };
  return REFERENCE.test(value) ? undefined : { code: "consentReferenceFormat" };
}

/** The day of the mandate, as `2026-10-12`: a day there was, not after the day of the plan. */
export function checkConsentDate(value: string, planDate: string): CellProblem | undefined {
  if (value === "") return { code: "consentDateMissing" };
  const match = DATE.exec(value);
  if (match === null) return { code: "consentDateFormat" };
  if (!isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]))) return { code: "consentDateImpossible" };
  return value > planDate ? { code: "consentDateAfterPlan", parameters: { planDate } } : undefined;
}

/** Whether the Gregorian calendar has this day; years before 1900 are taken for typing errors. */
function isCalendarDay(year: number, month: number, day: number): boolean {
  if (year < 1900) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The share of the bonus to be paid in the currency: a whole percentage from 1 to 100. */
export function readShare(value: string): { share: number } | CellProblem {
  if (value === "") return { code: "shareMissing" };
  if (/^[0-9]+[.,][0-9]+$/u.test(value)) return { code: "shareDecimals" };
  if (!/^-?[0-9]{1,9}$/u.test(value)) return { code: "shareFormat" };
  const share = Number(value);
  return share >= 1 && share <= 100 ? { share } : { code: "shareRange" };
}
