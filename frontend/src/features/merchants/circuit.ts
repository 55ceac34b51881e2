// SPDX-License-Identifier: EUPL-1.2
import type { FarShop } from "./directory.ts";

/** Who paid whom, both of them shops; amounts play no part. */
export type ShopPayment = { from: string; to: string };

/** How a shop takes part in the circuit, seen from another one. */
export type Part = {
  /** It has bought from the one who looks. */
  isCustomer: boolean;
  /** Other shops it has bought from: what one spends there goes on. */
  buysFrom: number;
};

export type Supplier = FarShop & Part;

const key = (address: string) => address.toLowerCase();

/** How each shop takes part, from what shops paid each other. */
export function circuitOf(payments: readonly ShopPayment[], own: string | undefined): (address: string) => Part {
  const sellers = new Map<string, Set<string>>();
  for (const { from, to } of payments) {
    if (key(from) === key(to)) continue;
    const known = sellers.get(key(from)) ?? new Set();
    sellers.set(key(from), known.add(key(to)));
  }
  return (address) => {
    const paid = sellers.get(key(address)) ?? new Set();
    return { isCustomer: own !== undefined && paid.has(key(own)), buysFrom: paid.size };
  };
}

/** One's own customers first, then those who buy from many shops, then the nearest. */
export function rankSuppliers(shops: readonly FarShop[], partOf: (address: string) => Part): Supplier[] {
  return shops
    .map((far): Supplier => ({ ...far, ...partOf(far.shop.address) }))
    .toSorted(
      (one, other) =>
        Number(other.isCustomer) - Number(one.isCustomer) ||
        Math.sign(other.buysFrom) - Math.sign(one.buysFrom) ||
        (one.km ?? Infinity) - (other.km ?? Infinity) ||
        other.buysFrom - one.buysFrom,
    );
}
