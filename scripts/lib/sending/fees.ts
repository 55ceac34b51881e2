// SPDX-License-Identifier: EUPL-1.2
import { formatUnits, parseUnits, type Provider } from "ethers";
import { Failure } from "../failure.ts";
import type { Chain } from "../network.ts";

/** Wei per unit of gas. */
export type Fees = { maxFeePerGas: bigint; maxPriorityFeePerGas: bigint };

/** Nodes take a replacement from 10 % more on; an eighth leaves room for their rounding. */
const RAISE_DIVISOR = 8n;

/** What a new transaction offers: what the node proposes, never above the ceiling. */
export async function firstFees(chain: Chain): Promise<Fees> {
  const ceiling = ceilingOf(chain);
  const [asked, baseFee] = await Promise.all([proposedFees(chain.provider), baseFeeOf(chain)]);
  if (baseFee > ceiling) throw aboveCeiling(chain, baseFee);
  return within(asked, ceiling);
}

/**
 * What a replacement offers: an eighth more for both fees, or what the node proposes by now if that is higher.
 * Undefined when the ceiling leaves no room for a replacement nodes would take.
 */
export async function raisedFees(chain: Chain, old: Fees): Promise<Fees | undefined> {
  const ceiling = ceilingOf(chain);
  const asked = await proposedFees(chain.provider);
  const fee = raised(old.maxFeePerGas);
  const tip = raised(old.maxPriorityFeePerGas);
  if (fee > ceiling) return undefined;
  const wanted = {
    maxFeePerGas: max(fee, asked.maxFeePerGas),
    maxPriorityFeePerGas: max(tip, asked.maxPriorityFeePerGas),
  };
  return within(wanted, ceiling);
}

/** Wei a block takes for a unit of gas: the next one's where the node tells, else the last one's. */
export async function baseFeeOf({ provider }: Chain): Promise<bigint> {
  for (const tag of ["pending", "latest"]) {
    const block = (await provider.send("eth_getBlockByNumber", [tag, false])) as { baseFeePerGas?: string } | null;
    if (typeof block?.baseFeePerGas === "string") return BigInt(block.baseFeePerGas);
  }
  return 0n;
}

/** The network asks for more than we may offer: somebody has to decide whether to wait or to pay. */
export function aboveCeiling(chain: Chain, baseFee: bigint): Failure {
  const { maxFeeGwei } = chain.rules;
  return new Failure(3, "sending.feeCeiling", { network: chain.name, asked: inGwei(baseFee), ceiling: maxFeeGwei });
}

async function proposedFees(provider: Provider): Promise<Fees> {
  const { maxFeePerGas, maxPriorityFeePerGas, gasPrice } = await provider.getFeeData();
  if (maxFeePerGas !== null && maxPriorityFeePerGas !== null) return { maxFeePerGas, maxPriorityFeePerGas };
  const price = gasPrice ?? 0n;
  return { maxFeePerGas: price, maxPriorityFeePerGas: price };
}

function within({ maxFeePerGas, maxPriorityFeePerGas }: Fees, ceiling: bigint): Fees {
  const fee = maxFeePerGas < ceiling ? maxFeePerGas : ceiling;
  return { maxFeePerGas: fee, maxPriorityFeePerGas: maxPriorityFeePerGas < fee ? maxPriorityFeePerGas : fee };
}

function ceilingOf({ rules }: Chain): bigint {
  return parseUnits(String(rules.maxFeeGwei), "gwei");
}

/** Never a wei below the eighth, and always more than before: nodes want that of a tip of 0 too. */
function raised(fee: bigint): bigint {
  return fee + fee / RAISE_DIVISOR + 1n;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** Rounded up to a hundredth: what is named as asked for is never less than that. */
function inGwei(wei: bigint): string {
  return formatUnits((wei + 9_999_999n) / 10_000_000n, 2);
}
