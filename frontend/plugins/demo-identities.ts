// SPDX-License-Identifier: EUPL-1.2
// The people of the demonstration. Their keys are the well-known development ones: worth nothing outside chain 31337.
import { mnemonicToAccount } from "viem/accounts";
import { toHex } from "viem";

const DEVELOPMENT_MNEMONIC = "test test test test test test test test test test test junk";

const PEOPLE = [
  {
    index: 10,
    name: { fr: "Camille", en: "Camille" },
    role: { fr: "Agente de la Région, a reçu une prime", en: "Region staff, was paid a bonus" },
  },
  {
    index: 11,
    name: { fr: "Naïma", en: "Naïma" },
    role: { fr: "Agente de la Région", en: "Region staff" },
  },
  {
    index: 12,
    name: { fr: "La Fournée du Mail", en: "La Fournée du Mail" },
    role: { fr: "Boulangerie à Orléans", en: "Bakery in Orléans" },
  },
  {
    index: 13,
    name: { fr: "Librairie des Halles", en: "Librairie des Halles" },
    role: { fr: "Librairie à Tours", en: "Bookshop in Tours" },
  },
  {
    index: 3,
    name: { fr: "Inès", en: "Inès" },
    role: { fr: "Prépare et verse les primes de la Région", en: "Prepares and pays the region’s bonuses" },
  },
  {
    index: 5,
    name: { fr: "Marc", en: "Marc" },
    role: { fr: "Approuve les versements de la Région", en: "Approves what the region pays" },
  },
  {
    index: 2,
    name: { fr: "Sofia", en: "Sofia" },
    role: {
      fr: "Trésorière de la Région, vire les sorties en euros",
      en: "The region’s treasurer, pays exits to euros",
    },
  },
  {
    index: 6,
    name: { fr: "Odile", en: "Odile" },
    role: { fr: "Tient le registre des commerces", en: "Keeps the register of shops" },
  },
];

let made: ReturnType<typeof makeIdentities> | undefined;

function makeIdentities() {
  return PEOPLE.map(({ index, name, role }) => {
    const account = mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex: index });
    const key = account.getHdKey().privateKey;
    if (!key) throw new Error(`No key for development account ${index}`);
    return { address: account.address, key: toHex(key), name, role };
  });
}

export function demoIdentities() {
  made ??= makeIdentities();
  return made;
}
