// SPDX-License-Identifier: EUPL-1.2
import type { Address } from "../../../lib/runtime-config.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";
import { useIdentity } from "../../accounts/api/use-identity.ts";
import { useStoredContacts } from "../../contacts/contact-store.ts";
import { useShops } from "../../merchants/api/use-shops.ts";
import { lookAlikeOf } from "../look-alike.ts";

/** Who is paid, whether people know them, and whom the address may have been made to look like. */
export function usePayee(address: Address) {
  const { data: shops, isPending } = useShops();
  const identity = useIdentity();
  const { contacts } = useStoredContacts();
  const nameOf = useAccountNames();
  const { name, kind } = nameOf(address);
  const shop = shops?.find((each) => each.address.toLowerCase() === address.toLowerCase());
  const isKnown = kind !== "unknown";
  const known = [
    ...(shops ?? []).map((each) => each.address),
    ...contacts.map((each) => each.address),
    ...(identity.status === "connected" ? [identity.address] : []),
  ].map((each) => ({ address: each, name: nameOf(each).name }));
  return { name, kind, shop, isPending, isKnown, twin: isKnown ? undefined : lookAlikeOf(address, known) };
}
