// SPDX-License-Identifier: EUPL-1.2
import type { Address } from "../../../lib/runtime-config.ts";
import { isSameAddress } from "../../../lib/short-address.ts";
import { useShops } from "../../merchants/api/use-shops.ts";
import { MOST_CONTACTS, nameProblem, withContact, type Contact, type NameProblem } from "../contacts.ts";
import type { ContactFormat, Import, MergeRule } from "../contact-file.ts";
import { useStoredContacts, writeContacts } from "../contact-store.ts";

// Who only looks for a name needs no reader of files.
const files = () => import("../contact-file.ts");

/**
 * The contacts of this device, kept on it alone. What a shop is called is said by the register, whatever a contact says:
 * `useAccountNames` knows that; `nameOf` is the contact's own name.
 */
export function useContacts() {
  const { key, contacts } = useStoredContacts();
  const { data } = useShops();
  const shops: Contact[] =
    data?.flatMap(({ address, record }) => (record ? [{ address, name: record.name }] : [])) ?? [];

  const find = (address: string) => contacts.find((contact) => isSameAddress(contact.address, address));
  const problemWith = (address: Address, name: string): NameProblem | undefined => {
    if (!find(address) && contacts.length >= MOST_CONTACTS) return { code: "full" };
    return nameProblem(name, address, contacts, shops);
  };
  const save = (address: Address, name: string): NameProblem | undefined => {
    const problem = problemWith(address, name);
    if (problem === undefined) writeContacts(key, withContact(contacts, { address, name }));
    return problem;
  };

  return {
    contacts,
    nameOf: (address: string): string | undefined => find(address)?.name,
    problemWith,
    /** Both return why the name was not given; undefined when it was. */
    add: save,
    rename: save,
    remove: (address: Address) =>
      writeContacts(
        key,
        contacts.filter((contact) => contact !== find(address)),
      ),
    exportText: async (format: ContactFormat = "json") => (await files()).contactsFile(contacts, format),
    /** Reads a file into the contacts; changes nothing when any of it is wrong. */
    importText: async (text: string, rule: MergeRule = "keep"): Promise<Import> => {
      const result = (await files()).importContacts(text, contacts, shops, rule);
      if ("contacts" in result) writeContacts(key, result.contacts);
      return result;
    },
  };
}
