// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { REFUSAL_REASONS } from "@monnaie-commune/sdk/exits/reasons";
import { findCode } from "@monnaie-commune/sdk/public-list";
import { type InRegion, onChain } from "../bonus/command-helpers.ts";
import { signatory } from "../bonus/signatory.ts";
import { Failure } from "../lib/failure.ts";
import { language, t } from "../lib/messages.ts";
import { loadRegion } from "../lib/region-file.ts";
import { done, heading, line, table } from "../lib/terminal.ts";
import { writeWhole } from "../lib/write-whole.ts";
import { readBankAccounts } from "./bank-accounts.ts";
import { bankCsv, reportCsv } from "./files.ts";
import { type Exits, readExits } from "./read.ts";
import { confirmExit, orderHashOf, refuseExit, type Settled } from "./settle.ts";

export async function list(options: InRegion & { csv?: string; accounts?: string }): Promise<void> {
  const region = loadRegion(options.region);
  const accounts = options.accounts === undefined ? undefined : readBankAccounts(read(options.accounts));
  await onChain(options, async (chain) => {
    const { requests } = await readExits({ chain, region: region.slug });
    const waiting = requests.filter(({ state }) => state === "waiting");
    heading(t("exits.list.title", { region: region.name[language()], network: chain.name }));
    if (waiting.length === 0) line(t("exits.list.none"));
    else {
      table([
        ["request", "day", "shop", "amount", "fee", "euros"].map((column) => t(`exits.columns.${column}`)),
        ...waiting.map(({ requestId, requestedAt, name, amount, fee }) => [
          requestId.toString(),
          dayOf(requestedAt),
          name,
          ...[amount, fee, amount - fee].map((cents) => formatAmount(cents, language())),
        ]),
      ]);
      line();
      line(t("exits.list.total", { count: waiting.length, amount: sumOf(waiting) }));
    }
    if (options.csv === undefined) return;
    writeWhole(options.csv, bankCsv(waiting, region.currency.symbol, accounts));
    done(t("exits.list.written", { file: options.csv }));
  });
}

type SettleOptions = InRegion & { dryRun?: true };

export async function confirm(
  request: string,
  options: SettleOptions & { order?: string; reference?: string },
): Promise<void> {
  const orderHash = orderHashOf(options);
  await settle(options, async (place) => await confirmExit({ ...place, request, orderHash }), "confirm");
}

export async function refuse(request: string, options: SettleOptions & { reason: string }): Promise<void> {
  const reason = findCode(REFUSAL_REASONS, options.reason);
  if (reason === undefined) throw new Failure(1, "exits.noReason", { given: options.reason });
  await settle(options, async (place) => await refuseExit({ ...place, request, reasonCode: reason.code }), "refuse");
}

async function settle(
  options: SettleOptions,
  work: (
    place: Pick<Parameters<typeof confirmExit>[0], "chain" | "region" | "treasurer" | "dryRun">,
  ) => Promise<Settled>,
  verb: "confirm" | "refuse",
): Promise<void> {
  const { slug } = loadRegion(options.region);
  await onChain(options, async (chain) => {
    const treasurer = await signatory(chain, "treasurer", options);
    const { request, outcome } = await work({ chain, region: slug, treasurer, dryRun: options.dryRun });
    const values = {
      request: request.requestId,
      name: request.name,
      amount: formatAmount(request.amount, language()),
      euros: formatAmount(request.amount - request.fee, language()),
    };
    done(t(`exits.${verb}.${outcome}`, values));
  });
}

export async function report(options: InRegion & { csv?: string }): Promise<void> {
  const region = loadRegion(options.region);
  await onChain(options, async (chain) => {
    const exits = await readExits({ chain, region: region.slug });
    printReport(exits);
    if (options.csv !== undefined) {
      writeWhole(options.csv, reportCsv(exits.requests));
      done(t("exits.list.written", { file: options.csv }));
    }
    if (exits.reserve < exits.totalSupply) throw new Failure(3, "exits.reserveShort");
    done(t("exits.report.covered"));
  });
}

function printReport({ requests, block, reserve, totalSupply }: Exits): void {
  heading(t("exits.report.title", { block }));
  const states = ["waiting", "paid", "cancelled", "refused"] as const;
  table(
    states.map((state) => {
      const of = requests.filter((request) => request.state === state);
      return [t(`exits.state.${state}`), String(of.length), sumOf(of)];
    }),
  );
  const paid = requests.filter(({ state }) => state === "paid");
  const fees = paid.reduce((sum, { fee }) => sum + fee, 0n);
  const euros = paid.reduce((sum, { amount }) => sum + amount, 0n) - fees;
  heading(t("exits.report.reserve"));
  table([
    [t("exits.report.paid"), formatAmount(euros, language())],
    [t("exits.report.fees"), formatAmount(fees, language())],
    [t("exits.report.inReserve"), formatAmount(reserve, language())],
    [t("exits.report.circulating"), formatAmount(totalSupply, language())],
  ]);
}

function sumOf(requests: readonly { amount: bigint }[]): string {
  return formatAmount(
    requests.reduce((sum, { amount }) => sum + amount, 0n),
    language(),
  );
}

function dayOf(unixSeconds: number): string {
  return new Date(unixSeconds * 1_000).toISOString().slice(0, 10);
}

function read(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Failure(1, "exits.noFile", { file: path }, { cause: error });
  }
}
