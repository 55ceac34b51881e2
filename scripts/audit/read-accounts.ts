// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import {
  FEC_ACCOUNTS,
  FecAccountsError,
  readFecAccounts,
  type FecAccounts,
} from "@monnaie-commune/sdk/ledger/files/fec-accounts";
import { Failure } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";

/**
 * The accounts for the file in the FEC format, from a file.
 * @throws Failure that says which account is wrong, and how.
 */
export function readAccounts(file: string): FecAccounts {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new Failure(1, "audit.noAccounts", { file }, { cause: error });
  }
  try {
    return readFecAccounts(text);
  } catch (error) {
    if (!(error instanceof FecAccountsError)) throw error;
    const known = Object.keys(FEC_ACCOUNTS).join(", ");
    const problem = t(`audit.accountProblems.${error.problem}`, { account: error.account, known });
    throw new Failure(1, "audit.badAccounts", { file, problem }, { cause: error });
  }
}
