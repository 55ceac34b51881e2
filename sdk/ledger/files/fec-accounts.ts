// SPDX-License-Identifier: EUPL-1.2

/** What the money of a region is, for those who keep accounts. */
export type FecAccountKey = "reserve" | "unissued" | "holders" | "till" | "claims" | "exits" | "unexplained";

/** A number and a name in the chart of accounts of whoever uses the file. */
export type FecAccounts = Record<FecAccountKey, { number: string; label: string }>;

/**
 * A proposal after the French general chart of accounts, seen from the issuer: the euros deposited on one side, what is
 * owed for them on the other. Whoever uses the file puts in the numbers of their own chart. In ASCII, which is the same in
 * every character set the law allows.
 */
export const FEC_ACCOUNTS: FecAccounts = {
  reserve: { number: "512100", label: "Fonds de reserve en euros" },
  unissued: { number: "467100", label: "Euros attestes, unites a emettre" },
  holders: { number: "467200", label: "Unites en circulation" },
  till: { number: "467300", label: "Caisse de la fonte, pour les communs" },
  claims: { number: "467400", label: "Unites a retirer par lettre" },
  exits: { number: "467500", label: "Unites en attente d'euros" },
  unexplained: { number: "471000", label: "Operations sans decision connue" },
};

const NUMBER = /^\d{3}[0-9A-Za-z]*$/u;
const LABEL = /^[ -~]{1,100}$/u;

/** @throws Error that names the account whose number or name no such file may hold. */
export function checkFecAccounts(accounts: FecAccounts): void {
  for (const [key, { number, label }] of Object.entries(accounts)) {
    if (!NUMBER.test(number)) throw new Error(`Account ${key}: ${number} does not begin with three digits`);
    if (!LABEL.test(label)) throw new Error(`Account ${key}: its name has to be 1 to 100 ASCII characters`);
  }
}

/**
 * The accounts of a JSON file: `{ "reserve": { "number": "512200", "label": "Banque" } }`; those it leaves out are the
 * proposed ones.
 * @throws Error that names what is wrong with it.
 */
export function readFecAccounts(json: string): FecAccounts {
  const given = JSON.parse(json) as Record<string, unknown>;
  const accounts = { ...FEC_ACCOUNTS };
  for (const [key, account] of Object.entries(given)) {
    if (!isKey(key)) throw new Error(`No account is called ${key}: there are ${Object.keys(FEC_ACCOUNTS).join(", ")}`);
    const { number, label } = (account ?? {}) as Record<string, unknown>;
    if (typeof number !== "string" || typeof label !== "string") {
      throw new Error(`Account ${key}: it needs a number and a label, both as texts`);
    }
    accounts[key] = { number, label };
  }
  checkFecAccounts(accounts);
  return accounts;
}

function isKey(key: string): key is FecAccountKey {
  return Object.hasOwn(FEC_ACCOUNTS, key);
}
