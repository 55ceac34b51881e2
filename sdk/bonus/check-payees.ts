// SPDX-License-Identifier: EUPL-1.2
import type { ListPurpose } from "../purposes.ts";
import { readAct } from "./acts.ts";
import type { Column } from "./columns.ts";
import type { RuleCode, RuleError } from "./rules.ts";
import { safeText } from "./safe-text.ts";

/**
 * Holds each line against those before it: nobody is on the list twice, no wallet is two people's. Rewards are counted by
 * act, so there a person may have one line for each act, always with the same wallet.
 */
export function checkPayees(purpose: ListPurpose): (line: number, cells: Record<Column, string>) => RuleError[] {
  const payees = new Map<string, number>();
  const wallets = new Map<string, { line: number; payeeId: string }>();
  const walletOf = new Map<string, { line: number; wallet: string }>();

  return (line, cells) => {
    const { payee_id: payeeId } = cells;
    const wallet = cells.wallet.toLowerCase();
    const errors: RuleError[] = [];
    const refuse = (column: Column, code: RuleCode, firstLine: number) => {
      errors.push({ line, column, code, shown: safeText(cells[column]), parameters: { firstLine } });
    };
    if (payeeId !== "") {
      const key = purpose === "reward" ? `${payeeId}\n${actOf(cells.act)}` : payeeId;
      const firstLine = payees.get(key);
      if (firstLine === undefined) payees.set(key, line);
      else refuse("payee_id", "payeeTwice", firstLine);
    }
    if (wallet !== "") {
      const first = wallets.get(wallet);
      if (first === undefined) wallets.set(wallet, { line, payeeId });
      else if (purpose !== "reward" || first.payeeId !== payeeId) refuse("wallet", "walletTwice", first.line);
    }
    if (purpose === "reward" && payeeId !== "" && wallet !== "") {
      const first = walletOf.get(payeeId);
      if (first === undefined) walletOf.set(payeeId, { line, wallet });
      else if (first.wallet !== wallet) refuse("wallet", "payeeTwoWallets", first.line);
    }
    return errors;
  };
}

function actOf(word: string): string {
  const read = readAct(word);
  return "act" in read ? read.act : word;
}
