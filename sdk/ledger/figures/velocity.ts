// SPDX-License-Identifier: EUPL-1.2

const DAYS_A_YEAR = 365n;
const HUNDREDTHS = 100n;

/**
 * How many times a year the money in circulation changed hands, at the pace of some days, in hundredths: payments over
 * what people and shops held on average. Nothing when nobody held anything.
 */
export function velocity(paidCents: bigint, circulatingCents: bigint, days: number): number | undefined {
  if (circulatingCents <= 0n || days <= 0) return undefined;
  return Number((paidCents * DAYS_A_YEAR * HUNDREDTHS) / (circulatingCents * BigInt(days)));
}
