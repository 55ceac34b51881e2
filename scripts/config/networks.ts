// SPDX-License-Identifier: EUPL-1.2

/** How officers' scripts send and wait on a chain. */
export type NetworkRules = {
  /** Most a transaction offers for a unit of gas, in gwei; `--max-fee` changes it for one command. */
  maxFeeGwei: number;
  /** Blocks a command waits for, the one that holds the transaction included; `--depth` changes it. */
  confirmations: number;
  /**
   * When a block is final: when the node says so (its `finalized` tag), or where that is not asked for or not known, at a
   * depth in blocks, itself included. `--depth` asks for a depth.
   */
  finality: { byTag: boolean; depth: number };
  /** Milliseconds between two questions to the node. */
  pollEveryMs: number;
  /** Milliseconds before each time a question is asked again that was not answered. */
  retryAfterMs: readonly number[];
  /** Milliseconds or blocks after which a transaction that is not mined is offered again at a higher fee. */
  replaceAfterMs: number;
  replaceAfterBlocks: number;
  /** Milliseconds after which we stop waiting for a transaction; the next run goes on with it. */
  giveUpAfterMs: number;
};

const LIVE: NetworkRules = {
  maxFeeGwei: 100,
  confirmations: 2,
  finality: { byTag: true, depth: 64 },
  pollEveryMs: 3_000,
  retryAfterMs: [500, 1_000, 2_000, 4_000, 8_000, 8_000],
  replaceAfterMs: 45_000,
  replaceAfterBlocks: 3,
  giveUpAfterMs: 600_000,
};

/** By chain id. */
const RULES: Record<number, NetworkRules> = {
  // The development chain mines at once, and a block is final as soon as it is there.
  31337: {
    maxFeeGwei: 500,
    confirmations: 1,
    finality: { byTag: false, depth: 1 },
    pollEveryMs: 50,
    retryAfterMs: [50, 100, 200, 400, 800],
    replaceAfterMs: 1_500,
    replaceAfterBlocks: 3,
    giveUpAfterMs: 30_000,
  },
  // Sepolia: its coin costs nothing, and its fees jump.
  11155111: { ...LIVE, maxFeeGwei: 300 },
  // Gnosis Chiado: a few gwei on any ordinary day.
  10200: LIVE,
};

/** The rules of a chain; those for live chains when it is not known. */
export function rulesOf(chainId: number): NetworkRules {
  return RULES[chainId] ?? LIVE;
}
