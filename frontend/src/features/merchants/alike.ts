// SPDX-License-Identifier: EUPL-1.2
import type { MerchantRecord } from "@monnaie-commune/sdk/merchants";
import { isSameAddress } from "../../lib/short-address.ts";
import { searchable, type Shop } from "./shop.ts";

/** A name without what people leave out or write differently. */
function bare(name: string): string {
  return searchable(name).replace(/[^a-z0-9]/g, "");
}

/** Records of approved shops of the same name: somebody may want to pass for them. */
export function alikeTo(name: string, account: string, shops: readonly Shop[]): MerchantRecord[] {
  return shops.flatMap(({ address, record }) =>
    record && !isSameAddress(address, account) && bare(record.name) === bare(name) ? [record] : [],
  );
}
