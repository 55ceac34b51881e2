// SPDX-License-Identifier: EUPL-1.2
import { isoDateOf, dayOf } from "@monnaie-commune/sdk/days";
import { plainAmount, spreadsheetCsv } from "@monnaie-commune/sdk/bonus/report-files";
import { REFUSAL_REASONS } from "@monnaie-commune/sdk/exits/reasons";
import { transferReference } from "@monnaie-commune/sdk/exits/request";
import { Failure } from "../lib/failure.ts";
import { language, t } from "../lib/messages.ts";
import type { BankAccounts } from "./bank-accounts.ts";
import type { NamedRequest } from "./read.ts";

/**
 * What the bank is to transfer, a line for each waiting request; with the shops' bank accounts where they are given.
 * @throws Failure when a shop that waits is not among them.
 */
export function bankCsv(waiting: readonly NamedRequest[], symbol: string, accounts?: BankAccounts): string {
  const columns = ["request", "shop", "account", ...(accounts ? ["iban"] : []), "euros", "transferReference"];
  const rows = waiting.map(({ requestId, name, shop, amount, fee }) => {
    const iban = accounts?.get(shop);
    if (accounts !== undefined && iban === undefined) throw new Failure(1, "exits.noIban", { name, shop });
    return [
      requestId.toString(),
      name,
      shop,
      ...(iban === undefined ? [] : [iban]),
      plainAmount(amount - fee),
      transferReference(symbol, requestId),
    ];
  });
  return spreadsheetCsv([columns.map((column) => t(`exits.columns.${column}`)), ...rows]);
}

/** Every request with what became of it. */
export function reportCsv(requests: readonly NamedRequest[]): string {
  const columns = [
    "request",
    "shop",
    "account",
    "day",
    "state",
    "settled",
    "amount",
    "fee",
    "euros",
    "reason",
    "order",
  ];
  const date = (unixSeconds: number) => (unixSeconds === 0 ? "" : isoDateOf(dayOf(unixSeconds)));
  const reason = (code: number) => REFUSAL_REASONS.find((one) => one.code === code)?.[language()] ?? "";
  const rows = requests.map((request) => [
    request.requestId.toString(),
    request.name,
    request.shop,
    date(request.requestedAt),
    t(`exits.state.${request.state}`),
    date(request.settledAt),
    plainAmount(request.amount),
    plainAmount(request.fee),
    plainAmount(request.amount - request.fee),
    reason(request.reasonCode),
    request.state === "paid" ? request.orderHash : "",
  ]);
  return spreadsheetCsv([columns.map((column) => t(`exits.columns.${column}`)), ...rows]);
}
