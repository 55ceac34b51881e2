// SPDX-License-Identifier: EUPL-1.2
import { dayOf, isoDateOf, startOfDay } from "@monnaie-commune/sdk/days";
import type { Column } from "@monnaie-commune/sdk/bonus/columns";
import { id } from "ethers";
import { amountCell, listCsv } from "./csv.ts";
import { DEMO_IDENTITIES, type DemoIdentity } from "./identities.ts";
import { fictitiousAddress, randomFrom, type Random } from "./random.ts";

/** Staff of the region, and who of them asked for a part of the bonus in the currency: assumptions of the demo. */
export const STAFF_LINES = 3_500;
const OPTED_IN_PERCENT = 22;

/** Of those who opted in, how many have no wallet and get a letter. */
export const LETTERS = 40;

/** What everybody takes in the load test, so that 10,000 lines and even 100,000 stay below the demo region's cap. */
const loadTestSharePercent = (lines: number) => (lines <= 10_000 ? 20 : 2);

/** Parts of the staff, in percent, below these bonuses in euros: 300 for the median, from 100 to 1,200. */
const BONUS_QUANTILES: readonly (readonly [percent: number, euros: number])[] = [
  [0, 100],
  [25, 220],
  [50, 300],
  [75, 430],
  [90, 620],
  [99, 1_000],
  [100, 1_200],
];

/** Shares taken in the currency, in percent, as often as they stand here. */
const SHARES = [25, 25, 25, 25, 30, 30, 40, 40, 50, 50, 50, 50, 50, 50, 60, 60, 75, 75, 100, 100];

/** Lines of the region's budget: schools, offices, transport; as often as they stand here. */
const BUDGET_LINES = ["932-6488", "932-6488", "932-6488", "932-6488", "930-6488", "930-6488", "938-6488"];

/** Mandates are signed on 1 September and the 60 days after it. */
const MANDATE_DAYS = 60;

type StaffLine = Record<Exclude<Column, "act">, string>;

function bonusCents(random: Random): number {
  const position = random.between(0, 9_999) / 100;
  const upper = BONUS_QUANTILES.findIndex(([percent]) => percent > position);
  const [[fromPercent, from], [toPercent, to]] = [
    BONUS_QUANTILES[upper - 1] ?? [0, 100],
    BONUS_QUANTILES[upper] ?? [100, 1_200],
  ];
  const euros = from + ((to - from) * (position - fromPercent)) / (toPercent - fromPercent);
  return Math.round(euros * 20) * 5;
}

/** A pseudonym, the same every year: only the payroll office can tell whose it is. */
function payeeId(index: number): string {
  return `AG-${id(`monnaie-commune demo payee ${index}`).slice(2, 12).toUpperCase()}`;
}

function firstMandateDay(year: number): number {
  return dayOf(Date.UTC(year, 8, 1) / 1000);
}

/** The latest year whose mandates are all signed on a UTC day: the bonus to show on that day. */
export function latestBonusYear(day: number): number {
  const year = new Date(startOfDay(day) * 1000).getUTCFullYear();
  return firstMandateDay(year) + MANDATE_DAYS <= day ? year : year - 1;
}

function consent(year: number, index: number, random: Random): Pick<StaffLine, "consent_reference" | "consent_date"> {
  return {
    consent_reference: `MANDAT-${year}-${String(index + 1).padStart(5, "0")}`,
    consent_date: isoDateOf(firstMandateDay(year) + random.between(0, MANDATE_DAYS)),
  };
}

/** Places of the demo's own staff members, spread over the file. */
function identitiesByPlace(lines: number): Map<number, DemoIdentity> {
  const staff = DEMO_IDENTITIES.filter(({ bonus }) => bonus !== undefined);
  return new Map(staff.map((identity, i) => [Math.floor(((i + 1) * lines) / (staff.length + 1)), identity]));
}

/**
 * The file of a year-end bonus, `amount` being the whole bonus of a person in euros and `share` the percentage of it to
 * be paid in the currency. Who did not opt in has no wallet, consent or share.
 *
 * @param options.year Year of the bonus.
 * @param options.lines People in the file. Other than `STAFF_LINES` for the load test, in which everybody opted in.
 * @param options.letters People who opted in without a wallet; none in the load test when left out.
 */
export function demoStaffCsv(options: { year: number; lines?: number; letters?: number }): string {
  const { year, lines = STAFF_LINES, letters = lines === STAFF_LINES ? LETTERS : 0 } = options;
  const isLoadTest = lines !== STAFF_LINES;
  const random = randomFrom(`staff ${year} ${lines}`);
  const identities = identitiesByPlace(lines);
  const others = Array.from({ length: lines }, (_, index) => index).filter((index) => !identities.has(index));
  const optedInCount = isLoadTest ? lines : Math.round((lines * OPTED_IN_PERCENT) / 100);
  const optedIn = new Set(random.shuffled(others).slice(0, optedInCount - identities.size));

  const withoutWallet = new Set([...optedIn].slice(0, letters));

  const rows = Array.from({ length: lines }, (_, index): StaffLine => {
    const identity = identities.get(index);
    const amount = bonusCents(random);
    const share = random.pick(SHARES);
    const budget_line = random.pick(BUDGET_LINES);
    const agreed = consent(year, index, random);
    const payee_id = payeeId(index);
    if (identity?.bonus !== undefined) {
      const { amountCents, sharePercent } = identity.bonus;
      const own = { wallet: identity.address, amount: amountCell(amountCents), share: String(sharePercent) };
      return { payee_id, ...own, ...agreed, budget_line };
    }
    if (!optedIn.has(index)) {
      const none = { wallet: "", consent_reference: "", consent_date: "", share: "" };
      return { payee_id, ...none, amount: amountCell(amount), budget_line };
    }
    const wallet = withoutWallet.has(index) ? "" : fictitiousAddress(`staff ${index}`);
    const taken = String(isLoadTest ? loadTestSharePercent(lines) : share);
    return { payee_id, wallet, amount: amountCell(amount), share: taken, ...agreed, budget_line };
  });
  return listCsv("bonus", rows);
}
