// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { shortHash } from "@monnaie-commune/sdk/bonus/run-state";
import type { Wallet } from "ethers";
import { confirmOnLiveChain } from "../lib/confirm.ts";
import { Failure, isNetworkError } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import { type Chain, connect } from "../lib/network.ts";
import { checkChain } from "../lib/sending/node-answers.ts";
import { rulesIn, type SendingOptions } from "../lib/sending/options.ts";
import { type Actor, signerFor } from "../lib/signers.ts";
import { line } from "../lib/terminal.ts";
import { officerOf, openPlan } from "./programme.ts";
import { loadPlan } from "./run-folder.ts";

export type OnNetwork = SendingOptions & { network: string; yes?: true };
export type InRegion = OnNetwork & { region: string };

/** Connects, works and disconnects. */
export async function onChain(options: OnNetwork, work: (chain: Chain) => Promise<void>): Promise<void> {
  const chain = await connect(options.network, { rules: rulesIn(options) });
  try {
    await work(chain);
  } catch (error) {
    if (!isNetworkError(error)) await blameOtherChain(chain);
    throw error;
  } finally {
    await chain.close();
  }
}

/** On another chain it is no wonder that contracts refuse, or answer nothing: that is what has to be said. */
async function blameOtherChain(chain: Chain): Promise<void> {
  try {
    await checkChain(chain);
  } catch (error) {
    // What goes wrong while we ask tells less than what went wrong before.
    if (error instanceof Failure) throw error;
  }
}

/** The wallet of an actor, after asking before anything is done on a live chain. */
export async function signer(chain: Chain, actor: Actor, { yes, keystore }: OnNetwork): Promise<Wallet> {
  await confirmOnLiveChain(chain, yes === true);
  return await signerFor(chain, actor, keystore);
}

/** The officer for the purpose of the plan's programme. */
export async function officerWallet(chain: Chain, given: string, { keystore }: OnNetwork): Promise<Wallet> {
  const { system, plan: frozen } = await openPlan(chain, loadPlan(given).plan);
  return await signerFor(chain, await officerOf(system, frozen.programmeId), keystore);
}

/** Says which command comes next. */
export function next(verb: string, frozen: BonusPlan, { network }: OnNetwork): void {
  line(t("bonus.next", { command: `npm run ${frozen.purpose} -- ${verb} ${shortHash(frozen)} --network ${network}` }));
}

/** The number of a programme. */
export function numberOf(given: string): number {
  if (!/^[1-9][0-9]{0,8}$/u.test(given)) throw new Failure(1, "bonus.badProgramme", { given });
  return Number(given);
}

/** What a file holds. */
export function read(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Failure(1, "bonus.noFile", { file: path }, { cause: error });
  }
}
