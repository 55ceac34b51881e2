// SPDX-License-Identifier: EUPL-1.2
import type { Shop } from "./shop.ts";

/** Some shops of different trades, those of a town first; the same ones every time. */
export function pickShops(shops: readonly Shop[], town: string, count: number): Shop[] {
  const isThere = ({ record }: Shop) => (record?.town === town ? 0 : 1);
  const sorted = shops.toSorted((one, other) => isThere(one) - isThere(other) || one.since - other.since);
  const trades = new Set<number>();
  const picked: Shop[] = [];
  for (const shop of sorted) {
    if (picked.length === count) break;
    if (trades.has(shop.category)) continue;
    trades.add(shop.category);
    picked.push(shop);
  }
  return picked;
}
