// SPDX-License-Identifier: EUPL-1.2

/**
 * Cents that have not moved since a day: the least the account held from then on.
 * @param lines Balances after each movement, oldest first.
 */
export function idleCents(
  lines: readonly { day: number; balance: bigint }[],
  sinceDay: number,
  heldNow: bigint,
): bigint {
  const before = lines.findLast(({ day }) => day < sinceDay)?.balance ?? 0n;
  const later = lines.filter(({ day }) => day >= sinceDay).map(({ balance }) => balance);
  return [before, ...later, heldNow].reduce((least, cents) => (cents < least ? cents : least));
}
