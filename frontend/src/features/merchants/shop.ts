// SPDX-License-Identifier: EUPL-1.2
import type { Language } from "@monnaie-commune/sdk/amounts";
import { CATEGORIES, type MerchantRecord } from "@monnaie-commune/sdk/merchants";
import type { Address } from "../../lib/runtime-config.ts";

export type ShopStatus = "applied" | "approved" | "suspended" | "left" | "refused";

/**
 * A shop as people see it. `record` is there only when its public record is held to the hash on the chain and the region has
 * approved the shop: a name that cannot be vouched for is not shown. `ownWords` is such a record before that, or after the
 * shop has left: for the shop itself and for who decides.
 */
export type Shop = {
  address: Address;
  status: ShopStatus;
  since: number;
  reasonCode: number;
  category: number;
  commune: string;
  record: MerchantRecord | undefined;
  ownWords?: MerchantRecord;
};

/** Approved by the region, with a record that matches the register. */
export function isVerified(shop: Shop): boolean {
  return shop.status === "approved" && shop.record !== undefined;
}

export function categoryName(code: number, language: Language): string {
  return CATEGORIES.find((category) => category.code === code)?.[language] ?? String(code);
}

const ACCENTS = /\p{Diacritic}/gu;

/** Letters without accents or case, so that "epicerie" finds "Épicerie". */
export function searchable(text: string): string {
  return text.normalize("NFD").replace(ACCENTS, "").toLowerCase().replace(/[’']/g, " ").trim();
}

/** Shops whose name, town, postcode or trade hold every word, those whose name starts with the text first. */
export function searchShops(shops: readonly Shop[], text: string, language: Language): Shop[] {
  const wanted = searchable(text);
  const words = wanted.split(/\s+/).filter(Boolean);
  const found = shops.filter(({ record, category }) => {
    if (!record) return false;
    const haystack = searchable(
      [record.name, record.town, record.postcode, categoryName(category, language)].join(" "),
    );
    return words.every((word) => haystack.includes(word));
  });
  const rank = ({ record }: Shop) => (wanted && searchable(record?.name ?? "").startsWith(wanted) ? 0 : 1);
  const name = ({ record }: Shop) => record?.name ?? "";
  return found.toSorted((one, other) => rank(one) - rank(other) || name(one).localeCompare(name(other), language));
}
