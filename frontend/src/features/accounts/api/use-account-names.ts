// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useContracts } from "../../../lib/contracts.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { isSameAddress, shortAddress } from "../../../lib/short-address.ts";
import { useStoredContacts } from "../../contacts/contact-store.ts";
import { useShops } from "../../merchants/api/use-shops.ts";

const ZERO = "0x0000000000000000000000000000000000000000";

export type AccountName = {
  name: string;
  detail?: string;
  kind: "shop" | "contact" | "person" | "commons" | "issuer" | "unknown";
};

/** What to call an address: a shop's sign, the name one gave it, a demonstration name, the commons, the region, or a short address. */
export function useAccountNames(): (address: string) => AccountName {
  const { t } = useTranslation("common");
  const { token } = useContracts();
  const { demoIdentities, region } = useRuntime();
  const language = useLanguage();
  const { data: shops } = useShops();
  const { contacts } = useStoredContacts();
  const byAddress = new Map(shops?.map((shop) => [shop.address.toLowerCase(), shop]));
  const byContact = new Map(contacts.map((contact) => [contact.address.toLowerCase(), contact]));
  return (address) => {
    if (isSameAddress(address, token.address)) return { name: t("names.commons"), kind: "commons" };
    if (isSameAddress(address, ZERO)) return { name: region.name[language], kind: "issuer" };
    const shop = byAddress.get(address.toLowerCase());
    if (shop?.record) return { name: shop.record.name, detail: shop.record.town, kind: "shop" };
    const contact = byContact.get(address.toLowerCase());
    if (contact) return { name: contact.name, kind: "contact" };
    const person = demoIdentities.find((identity) => isSameAddress(identity.address, address));
    if (person) return { name: person.name[language], kind: "person" };
    return { name: shortAddress(address), kind: "unknown" };
  };
}
