// SPDX-License-Identifier: EUPL-1.2
import type { Case } from "./case.ts";
import { NODES, type NodeName } from "./nodes.ts";
import { type Behaviour, SENDING } from "./proxy.ts";
import type { Ended, Running } from "./script.ts";
import type { Machine } from "./machine.ts";

/** A kind of fault. */
export type Kind = {
  /** As `--kinds` names it. */
  name: string;
  /** What happens, in a few words. */
  what: string;
  nodes: readonly NodeName[];
  /**
   * Makes the fault at a random moment, holds what the scripts do against what is documented, and does what a person is
   * told to do. `npm run bonus -- run` must end with 0 after it.
   */
  play(c: Case): Promise<void>;
  /** The chain cannot go back to what it was: the next case needs another one. */
  spoils?: true;
};

export const BOTH = NODES;
export const ANVIL: readonly NodeName[] = ["anvil"];

/** Reacts to the nth question with a method; all others pass. */
export function at(method: string, nth: number, react: Behaviour): Behaviour {
  return async (call, pass) => (call.method === method && call.nth === nth ? await react(call, pass) : await pass());
}

/** Does something at the nth broadcast of a run, before or after the node gets it. */
export async function aroundBroadcast(
  c: Case,
  when: "before" | "after",
  nth: number,
  work: () => Promise<void>,
): Promise<Ended> {
  let isDone = false;
  c.world.proxy.behave(
    at(SENDING, nth, async (_, pass) => {
      isDone = true;
      if (when === "before") await work();
      const answer = await pass();
      if (when === "after") await work();
      return answer;
    }),
  );
  const ended = await c.startRun().ended;
  if (!isDone) throw new Error(`There were fewer than ${nth} broadcasts: ${ended.errors}`);
  return ended;
}

/** Starts a run, or another command, that the behaviour can end, and waits until it has. */
export async function runUntilKilled(
  c: Case,
  behaviour: (running: () => Running) => Behaviour,
  words?: readonly string[],
): Promise<void> {
  let running: Running | undefined;
  c.world.proxy.behave(
    behaviour(() => {
      if (running === undefined) throw new Error("It did not start yet");
      return running;
    }),
  );
  running = words === undefined ? c.startRun() : c.start(words);
  await c.expectKilled(await running.ended);
  c.world.proxy.behaveWell();
}

/** Runs on a machine that kills the process. */
export async function runOn(c: Case, machine: Machine): Promise<void> {
  await c.expectKilled(await c.startRun(machine).ended);
}
