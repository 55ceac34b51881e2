// SPDX-License-Identifier: EUPL-1.2
import { Transaction, type TransactionReceipt, type Wallet } from "ethers";
import { type Chain, genesisHashOf } from "../network.ts";
import type { Fees } from "./fees.ts";
import type { Journal, SignedRecord } from "./journal.ts";

/** A contract call to be sent; `name` tells it from all other steps of the journal. */
export type Step = { name: string; to: string; data: string; gasLimit: bigint };

/** All that was signed for one number of an account, oldest first: the same call at different fees. */
export type Versions = [SignedRecord, ...SignedRecord[]];

/** What the account of a wallet signed, by number. */
export type Ledger = {
  of(nonce: number): Versions | undefined;
  /** All numbers, in order. */
  all(): Versions[];
  /** Signs a call and writes it down; it may be broadcast afterwards. */
  sign(nonce: number, step: Step, fees: Fees): Promise<SignedRecord>;
  /** Keeps a number no longer in mind. */
  forget(nonce: number): void;
};

export async function openLedger(chain: Chain, wallet: Wallet, journal: Journal): Promise<Ledger> {
  const genesis = await genesisHashOf(chain);
  const byNonce = new Map<number, Versions>();
  for (const record of journal.records) {
    if (record.kind === "signed" && record.from === wallet.address && record.genesis === genesis) add(record);
  }
  return {
    of: (nonce) => byNonce.get(nonce),
    all: () => [...byNonce.values()].toSorted(([a], [b]) => a.nonce - b.nonce),
    async sign(nonce, { name, to, data, gasLimit }, fees) {
      const { chainId } = chain;
      const raw = await wallet.signTransaction({ type: 2, chainId, nonce, to, data, gasLimit, value: 0n, ...fees });
      const { hash } = Transaction.from(raw);
      if (hash === null) throw new TypeError("A signed transaction has a hash");
      const record: SignedRecord = {
        kind: "signed",
        genesis,
        step: name,
        from: wallet.address,
        nonce,
        maxFeePerGas: fees.maxFeePerGas.toString(),
        maxPriorityFeePerGas: fees.maxPriorityFeePerGas.toString(),
        hash,
        raw,
      };
      journal.append(record);
      add(record);
      return record;
    },
    forget: (nonce) => void byNonce.delete(nonce),
  };

  function add(record: SignedRecord): void {
    const known = byNonce.get(record.nonce);
    if (known === undefined) byNonce.set(record.nonce, [record]);
    else known.push(record);
  }
}

/** The call of a signed transaction, to be signed again at another fee. */
export function stepOf({ step, raw }: SignedRecord): Step {
  const { to, data, gasLimit } = Transaction.from(raw);
  if (to === null) throw new TypeError("We sign calls only");
  return { name: step, to, data, gasLimit };
}

export function newestOf(versions: Versions): SignedRecord {
  return versions.at(-1) ?? versions[0];
}

/** The receipt of the version that was mined, whichever it is. */
export async function receiptOf({ provider }: Chain, versions: Versions): Promise<TransactionReceipt | null> {
  for (const { hash } of versions.toReversed()) {
    const receipt = await provider.getTransactionReceipt(hash);
    if (receipt !== null) return receipt;
  }
  return null;
}
