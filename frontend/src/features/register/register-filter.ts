// SPDX-License-Identifier: EUPL-1.2
import { parseAmount } from "@monnaie-commune/sdk/amounts";
import { dayOf } from "@monnaie-commune/sdk/days";
import type { LineFilter } from "@monnaie-commune/sdk/ledger/find-lines";
import { parseAddress } from "../../lib/address.ts";
import type { Address } from "../../lib/runtime-config.ts";
import { searchable } from "../merchants/shop.ts";
import { TOPIC_NAMES, type RegisterLink } from "./register-link.ts";

/** An account that has a name here. */
export type NamedAccount = { address: Address; name: string };

/** The accounts a text stands for: an address, or every known account whose name holds each of its words. */
export function accountsNamed(text: string, known: readonly NamedAccount[]): Address[] {
  const typed = parseAddress(text);
  if (typed !== undefined) return [typed];
  const words = searchable(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return known.flatMap(({ address, name }) => {
    const haystack = searchable(name);
    return words.every((word) => haystack.includes(word)) ? [address] : [];
  });
}

/** The cents an amount in the address stands for; nothing where it is none. */
export function centsOfText(text: string | undefined): bigint | undefined {
  const parsed = text === undefined ? undefined : parseAmount(text);
  return parsed?.ok ? parsed.cents : undefined;
}

export function dayOfDate(date: string): number {
  return dayOf(Date.parse(`${date}T00:00:00Z`) / 1000);
}

/** What the register's address asks for. */
export function filterOf(link: RegisterLink, known: readonly NamedAccount[]): LineFilter {
  const { nature, programme, compte, du, au, min, max } = link;
  const [least, most] = [centsOfText(min), centsOfText(max)];
  return {
    ...(nature !== undefined && { topic: TOPIC_NAMES[nature] }),
    ...(programme !== undefined && { programmeId: BigInt(programme) }),
    ...(compte !== undefined && { accounts: accountsNamed(compte, known) }),
    ...(du !== undefined && { firstDay: dayOfDate(du) }),
    ...(au !== undefined && { lastDay: dayOfDate(au) }),
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
  };
}
