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

/** What is wrong with given accounts: their file, an account no one knows, or what one is called. */
export type FecAccountsProblem = "noJson" | "unknown" | "incomplete" | "number" | "label";

const SENTENCES: Record<FecAccountsProblem, string> = {
  noJson: "The accounts are not JSON",
  unknown: `It is none of ${Object.keys(FEC_ACCOUNTS).join(", ")}`,
  incomplete: "It needs a number and a label, both as texts",
  number: "Its number does not begin with three digits, followed by digits or letters only",
  label: "Its label is not of 1 to 100 ASCII characters",
};

export class FecAccountsError extends Error {
  override readonly name = "FecAccountsError";
  readonly problem: FecAccountsProblem;
  /** The account it is about; empty for the file as a whole. */
  readonly account: string;

  constructor(problem: FecAccountsProblem, account = "", options?: ErrorOptions) {
    super(account === "" ? SENTENCES[problem] : `Account ${account}: ${SENTENCES[problem]}`, options);
    this.problem = problem;
    this.account = account;
  }
}

/** @throws FecAccountsError for an account whose number or name no such file may hold. */
export function checkFecAccounts(accounts: FecAccounts): void {
  for (const [key, { number, label }] of Object.entries(accounts)) {
    if (!NUMBER.test(number)) throw new FecAccountsError("number", key);
    if (!LABEL.test(label)) throw new FecAccountsError("label", key);
  }
}

/**
 * The accounts of a JSON file: `{ "reserve": { "number": "512200", "label": "Banque" } }`; those it leaves out are the
 * proposed ones.
 * @throws FecAccountsError
 */
export function readFecAccounts(json: string): FecAccounts {
  const accounts = { ...FEC_ACCOUNTS };
  for (const [key, account] of Object.entries(parsed(json))) {
    if (!isKey(key)) throw new FecAccountsError("unknown", key);
    const { number, label } = (account ?? {}) as Record<string, unknown>;
    if (typeof number !== "string" || typeof label !== "string") throw new FecAccountsError("incomplete", key);
    accounts[key] = { number, label };
  }
  checkFecAccounts(accounts);
  return accounts;
}

function parsed(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    throw new FecAccountsError("noJson", "", { cause: error });
  }
  throw new FecAccountsError("noJson");
}

function isKey(key: string): key is FecAccountKey {
  return Object.hasOwn(FEC_ACCOUNTS, key);
}
