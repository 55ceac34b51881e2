// SPDX-License-Identifier: EUPL-1.2
// Money that moved, and between whom it moved at that time: what every figure is made from.
import { getAddress, type Hex } from "viem";
import type { Act } from "../acts.ts";
import type { Entry } from "../entries.ts";
import type { Journal } from "../journal.ts";

/**
 * Whose an account is. A shop is in the register, from its approval until it leaves; a person is whoever is not. The rest
 * are the system's own: the till of what melted, and the accounts in which money waits for letters and for euros.
 */
export type Owner = "person" | "shop" | "commons" | "claims" | "exits";

/** An account as it stood when money moved; `trade` is a shop's code of the public list. */
export type Party = { account: Hex; owner: Owner; trade?: number };

/** What happened to money: an entry of the ledger between its parties, or a shop that joined or left the register. */
export type Movement =
  | { kind: "money"; day: number; entry: Entry; from?: Party; to?: Party }
  | { kind: "register"; day: number; before: Party; after: Party };

/** What went from one user to another: neither end is the system's, and the two are not the same account. */
export type Payment = { day: number; cents: bigint; from: Party; to: Party };

/** Whether an account is one of people or shops, where money circulates. */
export function isUsers({ owner }: Party): boolean {
  return owner === "person" || owner === "shop";
}

/** The payment a movement is; nothing when it is none, or one of 0. */
export function paymentOf(movement: Movement): Payment | undefined {
  if (movement.kind !== "money" || movement.entry.kind !== "payment") return undefined;
  const { day, entry, from, to } = movement;
  if (from === undefined || to === undefined || !isUsers(from) || !isUsers(to)) return undefined;
  return entry.cents === 0n || from.account === to.account ? undefined : { day, cents: entry.cents, from, to };
}

/** Follows the register of shops: whose an account is at a time. */
class Register {
  readonly #parties = new Map<Hex, Party>();
  readonly #trades = new Map<Hex, number>();

  constructor(own: { commons: Hex; claims: Hex; exits: Hex }) {
    for (const owner of ["commons", "claims", "exits"] as const) {
      const account = getAddress(own[owner]);
      this.#parties.set(account, { account, owner });
    }
  }

  partyOf(account: Hex): Party {
    const known = this.#parties.get(account);
    if (known !== undefined) return known;
    const party: Party = { account, owner: "person" };
    this.#parties.set(account, party);
    return party;
  }

  /** What an act makes of an account, when it changes whose it is. */
  after(act: Act): { before: Party; after: Party } | undefined {
    if (act.event === "MerchantApplied" || act.event === "MerchantUpdated") {
      this.#trades.set(act.args.account, act.args.category);
      return this.partyOf(act.args.account).owner === "shop" ? this.#becomes(act.args.account, "shop") : undefined;
    }
    if (act.event === "MerchantApproved") return this.#becomes(act.args.account, "shop");
    if (act.event === "MerchantLeft") return this.#becomes(act.args.account, "person");
    return undefined;
  }

  #becomes(account: Hex, owner: "shop" | "person"): { before: Party; after: Party } | undefined {
    const before = this.partyOf(account);
    const trade = this.#trades.get(account);
    if (!isUsers(before) || (before.owner === owner && before.trade === trade)) return undefined;
    const after: Party = owner === "shop" && trade !== undefined ? { account, owner, trade } : { account, owner };
    this.#parties.set(account, after);
    return { before, after };
  }
}

/** Everything the journal tells of money and of the register, in the order of the chain. */
export function movementsOf({ contracts, entries, acts }: Journal): Movement[] {
  const { RegionalToken: commons, Issuance: claims, Redemptions: exits } = contracts;
  const register = new Register({ commons, claims, exits });
  const till = getAddress(commons);
  const movements: Movement[] = [];
  let next = 0;
  const playActs = (before: { block: number; logIndex: number }) => {
    for (let act = acts[next]; act !== undefined && precedes(act, before); act = acts[++next]) {
      const change = register.after(act);
      if (change !== undefined) movements.push({ kind: "register", day: act.day, ...change });
    }
  };
  for (const entry of entries) {
    playActs(entry);
    movements.push({ kind: "money", day: entry.day, entry, ...endsOf(entry, register, till) });
  }
  playActs({ block: Infinity, logIndex: 0 });
  return movements;
}

function precedes(a: { block: number; logIndex: number }, b: { block: number; logIndex: number }): boolean {
  return a.block < b.block || (a.block === b.block && a.logIndex < b.logIndex);
}

function endsOf(entry: Entry, register: Register, commons: Hex): { from?: Party; to?: Party } {
  switch (entry.kind) {
    case "issue":
      return { to: register.partyOf(entry.to) };
    case "burn":
      return { from: register.partyOf(entry.from) };
    case "fonte":
      return { from: register.partyOf(entry.from), to: register.partyOf(commons) };
    case "redemption":
      if (entry.step === "paid") return { from: register.partyOf(entry.from) };
      return { from: register.partyOf(entry.from), to: register.partyOf(entry.to) };
    case "claim":
    case "payment":
    case "collection":
      return { from: register.partyOf(entry.from), to: register.partyOf(entry.to) };
  }
}
