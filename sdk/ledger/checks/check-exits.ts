// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import type { Act, ActNamed } from "../acts.ts";
import type { Entry } from "../entries.ts";
import { linesOf, type Journal } from "../journal.ts";
import { checkOf, Tally, type Check, type Culprit } from "./check.ts";

type Request = { shop: Hex; amount: bigint; fee: bigint };

const keyOf = ({ tx, requestId }: { tx: Hex; requestId: bigint }) => `${tx} ${requestId}`;

/** What was destroyed, and what went to the commons, for each request that was paid. */
function movedByExit(entries: readonly Entry[]): Map<string, { paid: bigint; fee: bigint }> {
  const moved = new Map<string, { paid: bigint; fee: bigint }>();
  for (const entry of entries) {
    if (entry.kind !== "redemption" || (entry.step !== "paid" && entry.step !== "fee")) continue;
    const sums = moved.get(keyOf(entry)) ?? { paid: 0n, fee: 0n };
    sums[entry.step] += entry.cents;
    moved.set(keyOf(entry), sums);
  }
  return moved;
}

/** Whether an exit was asked for, is what was asked for, and whether that much was destroyed and given. */
function isAsAsked(act: ActNamed<"RedemptionPaid">, request?: Request, moved?: { paid: bigint; fee: bigint }): boolean {
  const { redeemed, fee, shop } = act.args;
  if (request === undefined || moved === undefined) return false;
  const isAsked = request.shop === shop && request.amount === redeemed + fee && request.fee === fee;
  return isAsked && moved.paid === redeemed && moved.fee === fee;
}

/** Every exit was asked for and paid once, by a transfer of euros of its own; nothing else was destroyed but what nobody claimed. */
function checkOrders(acts: readonly Act[], entries: readonly Entry[]): Check[] {
  const waiting = new Map<bigint, Request>();
  const orders = new Set<Hex>();
  const moved = movedByExit(entries);
  const paid = new Tally();
  for (const act of acts) {
    if (act.event === "RedemptionRequested") waiting.set(act.args.requestId, act.args);
    if (act.event === "RedemptionCancelled" || act.event === "RedemptionRefused") waiting.delete(act.args.requestId);
    if (act.event !== "RedemptionPaid") continue;
    const { requestId, orderHash } = act.args;
    const isRight = isAsAsked(act, waiting.get(requestId), moved.get(keyOf({ tx: act.tx, requestId })));
    paid.add(isRight && !orders.has(orderHash), act);
    orders.add(orderHash);
    waiting.delete(requestId);
  }
  const stray = entries.filter((entry) => entry.kind === "burn" && entry.reason === undefined);
  const [culprit] = stray.map(({ block, logIndex, tx, ...entry }) => ({
    block,
    logIndex,
    tx,
    ...("from" in entry && { account: entry.from }),
  }));
  const cents = stray.reduce((sum, entry) => sum + entry.cents, 0n);
  return [checkOf("everyBurnExplained", 0n, cents, culprit && { culprit }), paid.check("exitsPaidOnce")];
}

/** Supply against cap and reserve after every event: the tightest moment, or the first that breaks it. */
function checkMoments(journal: Journal, cap: bigint): Check[] {
  let supply = 0n;
  let reserve = 0n;
  let highest = 0n;
  let tightest: { supply: bigint; reserve: bigint } | undefined;
  let aboveCap: Culprit | undefined;
  let uncovered: Culprit | undefined;
  for (const line of linesOf(journal)) {
    if (line.kind === "issue") supply += line.cents;
    else if (line.kind === "burn") supply -= line.cents;
    else if (line.kind === "redemption" && line.step === "paid") {
      supply -= line.cents;
      reserve -= line.cents;
    } else if (line.kind === "act" && line.event === "EurosAttested") reserve += line.args.amount;
    else continue;
    const at = { block: line.block, logIndex: line.logIndex, tx: line.tx };
    if (supply > highest) highest = supply;
    if (supply > cap) aboveCap ??= at;
    if (reserve < supply) uncovered ??= at;
    // What is there before anything is issued covers nothing.
    if (supply === 0n) continue;
    if (tightest === undefined || reserve - supply < tightest.reserve - tightest.supply) tightest = { supply, reserve };
  }
  return [
    checkOf("supplyAlwaysWithinCap", cap, highest, aboveCap && { culprit: aboveCap }),
    checkOf(
      "reserveAlwaysCovered",
      tightest?.supply ?? 0n,
      tightest?.reserve ?? 0n,
      uncovered && { culprit: uncovered },
    ),
  ];
}

export function checkExits(journal: Journal, cap: bigint): Check[] {
  return [...checkOrders(journal.acts, journal.entries), ...checkMoments(journal, cap)];
}
