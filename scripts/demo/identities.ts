// SPDX-License-Identifier: EUPL-1.2
import { HDNodeWallet, Mnemonic } from "ethers";

const DEVELOPMENT_MNEMONIC = "test test test test test test test test test test test junk";

/**
 * An invented person or shop whom anyone may play on the development chain, where keys are public.
 * @property bonus Whole bonus in cents and the share of it, in percent, taken in the currency.
 * @property shop Name of the shop in shops.csv.
 */
export type DemoIdentity = {
  index: number;
  address: `0x${string}`;
  bonus?: { amountCents: number; sharePercent: number };
  shop?: string;
};

function addressOf(index: number): `0x${string}` {
  const path = `m/44'/60'/0'/0/${index}`;
  return HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(DEVELOPMENT_MNEMONIC), path).address as `0x${string}`;
}

/** Camille and Naïma work for the region; La Fournée du Mail and the Librairie des Halles take the currency. */
export const DEMO_IDENTITIES: readonly DemoIdentity[] = [
  { index: 10, address: addressOf(10), bonus: { amountCents: 500_00, sharePercent: 50 } },
  { index: 11, address: addressOf(11), bonus: { amountCents: 400_00, sharePercent: 45 } },
  { index: 12, address: addressOf(12), shop: "La Fournée du Mail" },
  { index: 13, address: addressOf(13), shop: "Librairie des Halles" },
];
