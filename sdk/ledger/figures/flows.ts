// SPDX-License-Identifier: EUPL-1.2
import { Cell } from "./cells.ts";
import { paymentOf, type Movement, type Payment } from "./movements.ts";

/** The ways money takes between people and shops. */
export const FLOWS = ["personToShop", "shopToShop", "shopToPerson", "personToPerson"] as const;
export type Flow = (typeof FLOWS)[number];

/** What happened in a period: payments and how they went, in cents, and how many accounts took part. */
export type Flows = {
  paid: bigint;
  payments: number;
  byWay: Map<Flow, Cell>;
  /** By the trade of the shop that was paid. */
  toTrade: Map<number, Cell>;
  activePeople: number;
  activeShops: number;
  /** Came into being; ceased to be because nobody claimed it. */
  issued: bigint;
  returned: bigint;
  /** Left for euros, and was kept of it as a fee for commons. */
  exited: bigint;
  fees: bigint;
  /** Melted into the till, and was taken out of it for commons. */
  fonte: bigint;
  spent: bigint;
};

export function wayOf({ from, to }: Payment): Flow {
  if (from.owner === "shop") return to.owner === "shop" ? "shopToShop" : "shopToPerson";
  return to.owner === "shop" ? "personToShop" : "personToPerson";
}

/** Adds up some movements. */
export function flowsOf(movements: readonly Movement[]): Flows {
  const active = { person: new Set<string>(), shop: new Set<string>() };
  const flows: Flows = {
    paid: 0n,
    payments: 0,
    byWay: new Map(FLOWS.map((flow) => [flow, new Cell()])),
    toTrade: new Map(),
    activePeople: 0,
    activeShops: 0,
    issued: 0n,
    returned: 0n,
    exited: 0n,
    fees: 0n,
    fonte: 0n,
    spent: 0n,
  };
  for (const movement of movements) {
    addEntry(flows, movement);
    const payment = paymentOf(movement);
    if (payment === undefined) continue;
    addPayment(flows, payment);
    for (const { owner, account } of [payment.from, payment.to]) {
      active[owner === "shop" ? "shop" : "person"].add(account);
    }
  }
  return { ...flows, activePeople: active.person.size, activeShops: active.shop.size };
}

function addEntry(flows: Flows, movement: Movement): void {
  if (movement.kind !== "money") return;
  const { entry } = movement;
  const { cents } = entry;
  if (entry.kind === "issue") flows.issued += cents;
  if (entry.kind === "burn") flows.returned += cents;
  if (entry.kind === "fonte") flows.fonte += cents;
  if (entry.kind === "collection") flows.spent += cents;
  if (entry.kind === "redemption" && entry.step === "paid") flows.exited += cents;
  if (entry.kind === "redemption" && entry.step === "fee") flows.fees += cents;
}

function addPayment(flows: Flows, payment: Payment): void {
  const { cents, from, to } = payment;
  flows.paid += cents;
  flows.payments++;
  flows.byWay.get(wayOf(payment))?.add(cents, from, to);
  if (to.trade === undefined) return;
  const cell = flows.toTrade.get(to.trade) ?? new Cell();
  cell.add(cents, from, to);
  flows.toTrade.set(to.trade, cell);
}
