// SPDX-License-Identifier: EUPL-1.2
import { dayOf, isoDateOf } from "../days.ts";
import type { ListPurpose } from "../purposes.ts";
import type { CellProblem } from "./check-cell.ts";

/** A structure the council funds, as MerchantRegistry records it: basis points and Unix seconds; `until` is 0 while it holds. */
export type FundedStructure = { account: string; acceptedShareBps: number; since: number; until: number };

/** A line of a plan that pays something. */
type Paid = { line: number; wallet: string | null; consent: { share: number } | null };

/** Structures by their account in lower case. */
export type FundedStructures = ReadonlyMap<string, FundedStructure>;

export function structuresByAccount(structures: readonly FundedStructure[]): FundedStructures {
  return new Map(structures.map((structure) => [structure.account.toLowerCase(), structure]));
}

/** The public number of an establishment (SIRET): 14 digits, the last of which is the key of the others. */
export function checkSiret(value: string): CellProblem | undefined {
  if (value === "") return { code: "siretMissing" };
  if (!/^[0-9]{14}$/u.test(value)) return { code: "siretFormat" };
  return isSiret(value) ? undefined : { code: "siretKey" };
}

export function isSiret(value: string): boolean {
  return /^[0-9]{14}$/u.test(value) && !value.startsWith("000000000") && luhnSum(value) % 10 === 0;
}

/** Every second digit from the right doubled, the digits of the doubles added (ISO/IEC 7812-1). */
function luhnSum(digits: string): number {
  return [...digits].toReversed().reduce((sum, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}

/** Whether a convention of this account holds on the day of the plan. */
export function checkConvention(
  wallet: string,
  planDate: string,
  structures: FundedStructures,
): CellProblem | undefined {
  const structure = structures.get(wallet.toLowerCase());
  if (structure === undefined) return { code: "structureUnknown" };
  if (structure.until !== 0) return { code: "structureEnded", parameters: { date: isoDateOf(dayOf(structure.until)) } };
  const since = isoDateOf(dayOf(structure.since));
  return since > planDate ? { code: "structureNotYet", parameters: { date: since } } : undefined;
}

/**
 * The share a structure committed to accept bounds what it can be paid in the currency: it cannot be made to hold more of
 * it than it takes at its own till. Less is left to the convention's text, of which the chain has only the hash.
 */
export function checkAcceptedShare(
  share: number,
  wallet: string,
  structures: FundedStructures,
): CellProblem | undefined {
  const accepted = structures.get(wallet.toLowerCase())?.acceptedShareBps ?? 0;
  if (share * 100 <= accepted) return undefined;
  return { code: "structureShare", parameters: { accepted: accepted / 100 } };
}

/**
 * Numbers of the lines of a plan whose convention no longer carries them at a time in Unix seconds: it ended, or accepts
 * less than it did. None where the plan is no subsidy.
 */
export function brokenLines(
  { purpose, lines }: { purpose: ListPurpose; lines: readonly Paid[] },
  now: number,
  structures: readonly FundedStructure[],
): number[] {
  if (purpose !== "subsidy") return [];
  const day = isoDateOf(dayOf(now));
  const known = structuresByAccount(structures);
  const isBroken = ({ wallet, consent }: Paid) => {
    if (wallet === null || consent === null) return false;
    return (checkConvention(wallet, day, known) ?? checkAcceptedShare(consent.share, wallet, known)) !== undefined;
  };
  return lines.filter(isBroken).map(({ line }) => line);
}
