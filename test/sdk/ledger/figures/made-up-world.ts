// SPDX-License-Identifier: EUPL-1.2
import type { Act, JournalContracts } from "@monnaie-commune/sdk/ledger/acts";
import type { Entry } from "@monnaie-commune/sdk/ledger/entries";
import type { Journal } from "@monnaie-commune/sdk/ledger/journal";
import { isoDateOf } from "@monnaie-commune/sdk/days";
import type { Hex } from "viem";
import { account, contracts, NOBODY } from "../made-up.ts";

const HASH: Hex = `0x${"12".repeat(32)}`;

/** 2026-01-01. */
export const JANUARY = 20_454;

if (isoDateOf(JANUARY) !== "2026-01-01") throw new Error("January begins on another day");

const ADDRESSES: JournalContracts = {
  AccessManager: account(0xac_ce),
  RegionalToken: contracts.token,
  MerchantRegistry: account(0x5e_90),
  Issuance: contracts.issuance,
  Redemptions: contracts.redemptions,
};

/** A journal written by hand, a block for every line. Days count from the first of January 2026, amounts are cents. */
export class World {
  readonly entries: Entry[] = [];
  readonly acts: Act[] = [];
  #block = 0;
  #requestId = 0n;

  get journal(): Journal {
    return { contracts: ADDRESSES, entries: this.entries, acts: this.acts, toBlock: this.#block };
  }

  shop(day: number, shop: Hex, category: number): void {
    const args = { account: shop, category, commune: "0x3435323334", recordHash: HASH, recordURI: "" } as const;
    this.#act(day, "MerchantRegistry", "MerchantApplied", args);
    this.#act(day, "MerchantRegistry", "MerchantApproved", { account: shop, registrar: account(0x6e) });
  }

  leaves(day: number, shop: Hex): void {
    this.#act(day, "MerchantRegistry", "MerchantLeft", { account: shop });
  }

  programme(day: number, programmeId: bigint, budget: bigint, attested: bigint): void {
    const opened = { programmeId, purpose: 0, decisionHash: HASH, budget, opensAt: 0n, closesAt: 1n };
    this.#act(day, "Issuance", "ProgrammeOpened", opened);
    const euros = { programmeId, orderHash: HASH, treasurer: account(0x7e), amount: attested };
    this.#act(day, "Issuance", "EurosAttested", euros);
  }

  issue(day: number, to: Hex, cents: bigint, programmeId = 1n): void {
    const story = { runId: 1n, programmeId, decisionHash: HASH, chunkIndex: 0n, proposer: NOBODY, approver: NOBODY };
    this.entries.push({ kind: "issue", to, cents, story, ...this.#place(day) });
  }

  pay(day: number, from: Hex, to: Hex, cents: bigint): void {
    this.entries.push({ kind: "payment", from, to, cents, ...this.#place(day) });
  }

  melt(day: number, from: Hex, cents: bigint): void {
    this.entries.push({ kind: "fonte", from, cents, ...this.#place(day) });
  }

  spend(day: number, to: Hex, cents: bigint): void {
    this.entries.push({ kind: "collection", from: contracts.token, to, cents, ...this.#place(day) });
  }

  /** Euros asked for and paid, less a fee for commons; or given back. */
  exit(day: number, shop: Hex, cents: bigint, end: { fee: bigint } | "cancelled"): void {
    const requestId = ++this.#requestId;
    const move = (step: "requested" | "cancelled" | "paid" | "fee", from: Hex, to: Hex, part: bigint) =>
      this.entries.push({ kind: "redemption", step, from, to, cents: part, requestId, shop, ...this.#place(day) });
    move("requested", shop, contracts.redemptions, cents);
    if (end === "cancelled") {
      move("cancelled", contracts.redemptions, shop, cents);
      return;
    }
    move("paid", contracts.redemptions, NOBODY, cents - end.fee);
    move("fee", contracts.redemptions, contracts.token, end.fee);
  }

  #place(day: number) {
    return { day: JANUARY + day, block: ++this.#block, logIndex: 0, tx: HASH };
  }

  #act<Event extends Act["event"]>(
    day: number,
    contract: Act["contract"],
    event: Event,
    args: Extract<Act, { event: Event }>["args"],
  ): void {
    this.acts.push({ kind: "act", contract, event, args, ...this.#place(day) } as Act);
  }
}
