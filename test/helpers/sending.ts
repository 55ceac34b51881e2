// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Wallet } from "ethers";
import type { NetworkRules } from "../../scripts/config/networks.ts";
import type { Chain } from "../../scripts/lib/network.ts";
import { openJournal, type SignedRecord } from "../../scripts/lib/sending/journal.ts";

export type Send = (method: string, params: unknown[]) => Promise<unknown>;

/** A chain with some of its rules changed. */
export function withRules(chain: Chain, rules: Partial<NetworkRules>): Chain {
  return { ...chain, rules: { ...chain.rules, ...rules } };
}

/** A chain behind a node that behaves as told; `pass` is what a good node would answer. */
export function faulty(
  chain: Chain,
  behave: (method: string, params: unknown[], pass: Send) => Promise<unknown>,
): Chain {
  const pass: Send = async (method, params) => await chain.provider.send(method, params);
  const provider = new Proxy(chain.provider, {
    get(target, name) {
      if (name === "send") return async (method: string, params: unknown[]) => await behave(method, params, pass);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === "function" ? (value as (...args: unknown[]) => unknown).bind(target) : value;
    },
  });
  return { ...chain, provider };
}

/** A new account with some of the chain's coin, and a folder for what it writes. */
export async function freshSender(chain: Chain): Promise<{ wallet: Wallet; folder: string; journalPath: string }> {
  const wallet = new Wallet(Wallet.createRandom().privateKey, chain.provider);
  await chain.provider.send("hardhat_setBalance", [wallet.address, `0x${(10n ** 19n).toString(16)}`]);
  const folder = mkdtempSync(join(tmpdir(), "sending-"));
  return { wallet, folder, journalPath: join(folder, "journal.jsonl") };
}

/** What a journal says was signed. */
export function signedIn(path: string): SignedRecord[] {
  const journal = openJournal(path);
  journal.close();
  return journal.records.filter((record) => record.kind === "signed");
}
