// SPDX-License-Identifier: EUPL-1.2
import { type Case, openCase, PAID, TooLate } from "./case.ts";
import type { Kind } from "./kind.ts";
import type { NodeName } from "./nodes.ts";
import { closeOtherChain } from "./other-chain.ts";
import { createWorld, type World } from "./world.ts";

/** One kind of fault at one random moment, which the seed decides. */
export type Assignment = { kind: Kind; node: NodeName; number: number; seed: string };

/** How a case came out; `late` counts the moments that did not come before the script had ended. */
export type Result = {
  assignment: Assignment;
  problem?: string;
  codes: readonly string[];
  late: number;
  seconds: number;
};

export type CampaignOptions = {
  kinds: readonly Kind[];
  nodes: readonly NodeName[];
  times: number;
  seed: string;
  /** This case of each kind alone. */
  only?: number | undefined;
};

const MOST_HASTE = 8;

/** One in so many runs that ended well is started again. */
const ONCE_MORE = 4;

/** The cases of a campaign: those of a kind take turns on the nodes it can be made on. */
export function assignments({ kinds, nodes, times, seed, only }: CampaignOptions): Assignment[] {
  return kinds.flatMap((kind) => {
    const usable = nodes.filter((node) => kind.nodes.includes(node));
    const numbers = Array.from({ length: times }, (_, i) => i + 1).filter((n) => only === undefined || n === only);
    return numbers.flatMap((number) => {
      const node = usable[(number - 1) % usable.length];
      return node === undefined ? [] : [{ kind, node, number, seed: `${seed} ${kind.name} ${number}` }];
    });
  });
}

/** Plays cases on so many worlds at once; tells of each as it ends. Never throws for a case that fails. */
export async function play(
  cases: readonly Assignment[],
  workers: number,
  onResult: (result: Result) => void,
): Promise<void> {
  const waiting = [...cases];
  try {
    // All of them end before what they share is closed, also when one fails.
    const ends = await Promise.allSettled(Array.from({ length: Math.min(workers, cases.length) }, work));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  } finally {
    await closeOtherChain();
  }

  async function work(): Promise<void> {
    const worlds = new Map<NodeName, World>();
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { kind, node } = next;
        const world = worlds.get(node) ?? (await createWorld(node));
        worlds.set(node, world);
        const result = await playCase(world, next);
        if (result.problem !== undefined || kind.spoils === true) {
          worlds.delete(node);
          await world.close();
        }
        onResult(result);
      }
    } finally {
      for (const world of worlds.values()) await world.close();
    }
  }
}

async function playCase(world: World, assignment: Assignment): Promise<Result> {
  const { kind, seed } = assignment;
  const startedAt = performance.now();
  let codes: readonly string[] = [];
  const resultOf = (late: number, problem?: string): Result => {
    const seconds = (performance.now() - startedAt) / 1_000;
    return { assignment, codes, late, seconds, ...(problem === undefined ? {} : { problem }) };
  };
  for (let haste = 0; haste < MOST_HASTE; haste++) {
    let c: Case | undefined;
    try {
      c = await openCase(world, seed, haste);
      await kind.play(c);
      world.proxy.behaveWell();
      // Once more changes nothing: that is tried now and then.
      if (!c.isPaid || c.random.between(1, ONCE_MORE) === 1) await c.expectEnd(await c.startRun().ended, ...PAID);
      await c.expectWhole();
      codes = c.codes;
      return resultOf(haste);
    } catch (error) {
      if (error instanceof TooLate) continue;
      codes = c?.codes ?? [];
      const trail = world.proxy.trail.slice(-12).join("\n  ");
      return resultOf(haste, `${error instanceof Error ? error.message : String(error)}\n  ${trail}`);
    } finally {
      c?.close();
    }
  }
  return resultOf(MOST_HASTE, "The moment never came before the script had ended");
}
