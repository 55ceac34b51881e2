// SPDX-License-Identifier: EUPL-1.2
import type { Chain } from "./network.ts";

/** What can no longer be taken back: all up to `block`. */
export type Finality = {
  block: number;
  /** Blocks that make one final, itself included; undefined when the chain says so itself. */
  depth?: number;
};

/** The last final block: what the node calls so where the rules go by it and the node can, else the one deep enough. */
export async function finalityOf({ provider, rules }: Chain): Promise<Finality> {
  if (rules.finality.byTag) {
    const block = await finalizedBlock(provider);
    if (block !== undefined) return { block };
  }
  const { depth } = rules.finality;
  return { block: (await provider.getBlockNumber()) - depth + 1, depth };
}

async function finalizedBlock(provider: Chain["provider"]): Promise<number | undefined> {
  try {
    const block = (await provider.send("eth_getBlockByNumber", ["finalized", false])) as { number: string } | null;
    return block === null ? undefined : Number(BigInt(block.number));
  } catch (error) {
    // An old node does not know the word; one that cannot be reached is another matter.
    if (isUnknownTag(error)) return undefined;
    throw error;
  }
}

function isUnknownTag(error: unknown): boolean {
  return (
    error instanceof Error &&
    /finalized|block ?tag|invalid (?:argument|params|block)|unknown block/iu.test(error.message)
  );
}
