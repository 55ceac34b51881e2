// SPDX-License-Identifier: EUPL-1.2
import { BIDI, CONTROL, INVISIBLE } from "@monnaie-commune/sdk/bonus/safe-text";
import { appearance, mixesAlphabets } from "@monnaie-commune/sdk/look-alikes";
import type { Address } from "../../lib/runtime-config.ts";
import { isSameAddress } from "../../lib/short-address.ts";

/** A person or an account somebody gave a name to; the address with its checksum. */
export type Contact = { address: Address; name: string };

export const LONGEST_NAME = 40;
export const MOST_CONTACTS = 500;

/** Why a name cannot be given. `taken` and `shop`: it could be taken for that of another contact, or of a shop. */
export type NameProblem = {
  code: "empty" | "long" | "direction" | "invisible" | "control" | "mixed" | "taken" | "shop" | "full";
  /** The name it could be taken for. */
  other?: string;
};

/** A name as it is kept: composed letters, no spaces around it and single ones within. */
export function tidyName(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/gu, " ");
}

function namesake(name: string, address: Address, named: readonly Contact[]): Contact | undefined {
  const looks = appearance(name);
  return named.find((other) => !isSameAddress(other.address, address) && appearance(other.name) === looks);
}

/** What is wrong with a name for an account, among the contacts there are and the shops of the register. */
export function nameProblem(
  text: string,
  address: Address,
  contacts: readonly Contact[],
  shops: readonly Contact[],
): NameProblem | undefined {
  if (BIDI.test(text)) return { code: "direction" };
  if (INVISIBLE.test(text)) return { code: "invisible" };
  if (CONTROL.test(text)) return { code: "control" };
  const name = tidyName(text);
  if (name === "" || appearance(name) === "") return { code: "empty" };
  if (name.length > LONGEST_NAME) return { code: "long" };
  if (mixesAlphabets(name)) return { code: "mixed" };
  const shop = namesake(name, address, shops);
  if (shop) return { code: "shop", other: shop.name };
  const other = namesake(name, address, contacts);
  if (other) return { code: "taken", other: other.name };
  return undefined;
}

/** The contacts with one named so, whether it was among them or not; in the order of names. */
export function withContact(contacts: readonly Contact[], { address, name }: Contact): Contact[] {
  const others = contacts.filter((contact) => !isSameAddress(contact.address, address));
  return sortContacts([...others, { address, name: tidyName(name) }]);
}

export function sortContacts(contacts: readonly Contact[]): Contact[] {
  return contacts.toSorted((one, other) => one.name.localeCompare(other.name, "fr"));
}
