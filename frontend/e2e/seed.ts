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
} as const;

/** The region began so many days ago. */
export const PAST_DAYS = 75;

/** Payments of one regular customer to the bakery: the page with a very long history. */
export const REGULAR_PAYMENTS = { count: 2_000, days: 20 } as const;

/** Shops of the register: those that can be paid, the suspended one, and the one whose record was altered. */
export const SHOPS = { approved: 12, suspended: 1, altered: 1 } as const;
