// SPDX-License-Identifier: EUPL-1.2
import type { Wallet } from "ethers";
import type { Chain } from "../network.ts";
import { broadcast, isKnown } from "./broadcast.ts";
import { aboveCeiling, baseFeeOf, type Fees, firstFees, raisedFees } from "./fees.ts";
import type { SignedRecord } from "./journal.ts";
import { checkChain } from "./node-answers.ts";
import { type Ledger, newestOf, stepOf, type Step } from "./versions.ts";

/** Questions to the node after which we look whether it still has the transaction. */
const LOOK_EVERY = 10;

/** Gas of a transfer of nothing to oneself. */
const GAP_GAS = 21_000n;

/**
 * Looks after the first transaction of an account that is not mined: all others wait for it. To be called again and again
 * while somebody waits, with the number of mined transactions; broadcasts it again when the node lost it, replaces it by
 * one at a higher fee when it stays behind, and fills a number that nobody uses.
 */
export function headKeeper(chain: Chain, wallet: Wallet, ledger: Ledger): (mined: number) => Promise<void> {
  const { provider, rules } = chain;
  let turn = { nonce: -1, since: 0, block: 0, looks: 0 };

  return async (mined) => {
    if (turn.nonce !== mined) turn = { ...(await now()), nonce: mined, looks: 0 };
    turn.looks++;
    const versions = ledger.of(mined);
    if (versions === undefined) {
      if (await isDue()) await fillGap(mined);
      return;
    }
    const newest = newestOf(versions);
    if (await isDue(BigInt(newest.maxFeePerGas))) await replace(newest);
    else if (turn.looks % LOOK_EVERY === 0 && !(await isKnown(chain, newest.hash))) await broadcast(chain, newest);
  };

  async function now(): Promise<{ since: number; block: number }> {
    return { since: performance.now(), block: await provider.getBlockNumber() };
  }

  /** Whether it had its time. Where no block comes, a higher fee helps only what the next block would not take. */
  async function isDue(maxFeePerGas?: bigint): Promise<boolean> {
    const blocks = (await provider.getBlockNumber()) - turn.block;
    if (blocks >= rules.replaceAfterBlocks) return true;
    if (performance.now() - turn.since < rules.replaceAfterMs) return false;
    return blocks > 0 || maxFeePerGas === undefined || maxFeePerGas < (await baseFeeOf(chain));
  }

  async function replace(newest: SignedRecord): Promise<void> {
    const old: Fees = {
      maxFeePerGas: BigInt(newest.maxFeePerGas),
      maxPriorityFeePerGas: BigInt(newest.maxPriorityFeePerGas),
    };
    await checkChain(chain);
    const fees = await raisedFees(chain, old);
    turn = { ...turn, ...(await now()) };
    if (fees !== undefined) return await sign(newest.nonce, stepOf(newest), fees);
    const baseFee = await baseFeeOf(chain);
    if (baseFee > old.maxFeePerGas) throw aboveCeiling(chain, baseFee);
  }

  /** A number without a transaction, of which the node knows none either: a transfer of nothing takes it. */
  async function fillGap(nonce: number): Promise<void> {
    if ((await provider.getTransactionCount(wallet.address, "pending")) !== nonce) return;
    await checkChain(chain);
    const step: Step = { name: `gap ${nonce}`, to: wallet.address, data: "0x", gasLimit: GAP_GAS };
    await sign(nonce, step, await firstFees(chain));
  }

  async function sign(nonce: number, step: Step, fees: Fees): Promise<void> {
    await broadcast(chain, await ledger.sign(nonce, step, fees));
  }
}
