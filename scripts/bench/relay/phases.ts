// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from "node:timers/promises";
import { setBaseFee } from "../../../test/faults/world.ts";
import { sendAtRate, type Sent } from "./load.ts";
import { proveFromChain, type Proof } from "./proof.ts";
import type { Maker } from "./requests.ts";
import { watchChain } from "./watch.ts";
import type { World } from "./world.ts";

/** A time of load, with or without something that goes wrong in it. */
export type Phase = { title: string; rate: number; seconds: number; fault?: (world: World) => Promise<void> };

export type Outcome = {
  phase: Phase;
  sent: readonly Sent[];
  proof: Proof;
  /** Milliseconds until the relay took a payment, ascending. */
  acceptance: readonly number[];
  /** Milliseconds from when a payment was due to when the chain had it, ascending. */
  written: readonly number[];
  /** Milliseconds from the last request to the last payment on the chain; undefined when one never came. */
  drained: number | undefined;
  standstill: number;
  /** Codes of refusals that no bad request explains. */
  unexpected: ReadonlyMap<string, number>;
};

const STALL_MS = 10_000;
const DRAIN_MS = 120_000;
const LOOK_MS = 200;
const RESTART_MS = 500;
const GWEI = 10n ** 9n;
const HIGHER = 5n;

export const killed = async ({ relay }: World): Promise<void> => {
  await relay.kill();
  await pause(RESTART_MS); // what restarts it notices first
  await relay.start();
};

export const stalled = async ({ gate }: World): Promise<void> => {
  gate.shut();
  await pause(STALL_MS);
  gate.open();
};

export const dearer = async ({ node }: World): Promise<void> => {
  const block = await node.chain.provider.getBlock("latest");
  await setBaseFee(node, (block?.baseFeePerGas ?? GWEI) * HIGHER);
};

export const reorganised = async ({ node }: World): Promise<void> => {
  await node.send("anvil_reorg", [2, []]);
};

/** Plays a phase, waits until all that was taken is written, and asks the chain. */
export async function play(world: World, maker: Maker, phase: Phase): Promise<Outcome> {
  const fromBlock = (await world.node.chain.provider.getBlockNumber()) + 1;
  const watch = watchChain(world);
  const taken = new Set<Sent>();
  const isWritten = ({ request: { body } }: Sent) => watch.writtenAt(body.from, body.nonce) !== undefined;
  watch.waiting = () => {
    for (const one of taken) if (isWritten(one)) taken.delete(one);
    return taken.size > 0;
  };
  const fault = phase.fault === undefined ? undefined : later(phase, world);
  const sent = await sendAtRate(world.relay.url, maker, phase, (one) => {
    if (one.request.sort === "valid") taken.add(one);
  });
  await fault;
  const lastAt = Math.max(...sent.map(({ dueAt }) => dueAt));
  const valid = sent.filter(({ request, id }) => request.sort === "valid" && id !== undefined);
  for (const until = performance.now() + DRAIN_MS; performance.now() < until && !valid.every(isWritten);)
    await pause(LOOK_MS);
  await watch.stop();
  const moments = valid.map(({ request: { body } }) => watch.writtenAt(body.from, body.nonce));
  return {
    phase,
    sent,
    proof: await proveFromChain(world, sent, fromBlock),
    acceptance: sorted(valid.map(({ answeredAt = Infinity, dueAt }) => answeredAt - dueAt)),
    written: sorted(valid.map(({ dueAt }, index) => (moments[index] ?? Infinity) - dueAt)),
    drained: moments.includes(undefined) ? undefined : Math.max(0, ...moments.map((at) => (at ?? 0) - lastAt)),
    standstill: watch.longestStandstill,
    unexpected: counted(
      sent.filter(({ request: { sort }, id }) => (sort === "valid" || sort === "sameAgain") && id === undefined),
    ),
  };
}

async function later({ seconds, fault }: Phase, world: World): Promise<void> {
  await pause((seconds * 1000) / 2);
  await fault?.(world);
}

function sorted(values: number[]): number[] {
  return values.toSorted((a, b) => a - b);
}

function counted(sent: readonly Sent[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code = "no answer" } of sent) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
