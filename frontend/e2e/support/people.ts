// SPDX-License-Identifier: EUPL-1.2
import type { Page } from "@playwright/test";
import { toHex, type Hex } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { PEOPLE } from "../seed.ts";

const DEVELOPMENT_MNEMONIC = "test test test test test test test test test test test junk";

export type PersonName = keyof typeof PEOPLE;

export function person(name: PersonName): { address: Hex; key: Hex } {
  const account = mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex: PEOPLE[name] });
  const key = account.getHdKey().privateKey;
  if (!key) throw new Error(`No key for ${name}`);
  return { address: account.address, key: toHex(key) };
}

/** Opens every page from now on as one of the demonstration's identities, as somebody who chose it before. */
export async function beDemo(page: Page, name: Exclude<PersonName, "regular">): Promise<void> {
  await page.addInitScript((address) => {
    localStorage.setItem("mc.demo-identity", address);
    localStorage.setItem("wagmi.recentConnectorId", JSON.stringify(`demo:${address}`));
  }, person(name).address);
}
