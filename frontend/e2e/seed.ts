// SPDX-License-Identifier: EUPL-1.2
// What the tests know about the chain they run against; written by stack/past.ts.

/** Development accounts by index. All but the regular customer are the demonstration's identities. */
export const PEOPLE = {
  camille: 10,
  naima: 11,
  bakery: 12,
  bookshop: 13,
  regular: 14,
  officer: 3,
  approver: 5,
  treasurer: 2,
  registrar: 6,
} as const;

/** The region began so many days ago. */
export const PAST_DAYS = 75;

/** Payments of one regular customer to the bakery: the page with a very long history. */
export const REGULAR_PAYMENTS = { count: 2_000, days: 20 } as const;

/** Shops of the register: those that can be paid, the suspended one, and the one whose record was altered. */
export const SHOPS = { approved: 12, suspended: 1, altered: 1 } as const;

/** Letters of each run below, all for the same cents; one of the open run was cancelled. */
export const LETTERS = { count: 16, cents: 100_00n, cancelled: 15 } as const;

/** Runs of letters, numbered from 2 on: 1 is the bonus. */
export const LETTER_RUNS = [
  { name: "open", deadlineInDays: 60, isOpened: true },
  { name: "over", deadlineInDays: -5, isOpened: true },
  { name: "closed", deadlineInDays: 60, isOpened: true },
  { name: "notYet", deadlineInDays: 60, isOpened: false },
] as const;

/**
 * Shops the council funds, by their place in the register, with the days their convention has held when the region begins
 * and the subsidy they were voted, in cents, of which they get the share they accept.
 */
export const STRUCTURES = [
  { shop: 10, siret: "73282932000074", heldForDays: 60, acceptedShareBps: 4_000, subsidy: 500_00n },
  { shop: 11, siret: "55208131766522", heldForDays: 0, acceptedShareBps: 2_500, subsidy: 0n },
] as const;
