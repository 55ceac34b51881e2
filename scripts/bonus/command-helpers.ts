// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { shortHash } from "@monnaie-commune/sdk/bonus/run-state";
import { Failure, isNetworkError } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import { type Chain, connect } from "../lib/network.ts";
import { checkChain } from "../lib/sending/node-answers.ts";
import { rulesIn } from "../lib/sending/options.ts";
import type { Signatory } from "../lib/sending/take-step.ts";
import { line } from "../lib/terminal.ts";
import { officerOf, openPlan } from "./programme.ts";
import { signatory, type SignatoryOptions } from "./signatory.ts";

export type OnNetwork = SignatoryOptions & { network: string };
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

/** The officer for the purpose of the plan's programme. */
export async function officerFor(chain: Chain, frozen: BonusPlan, options: OnNetwork): Promise<Signatory> {
  const { system } = await openPlan(chain, frozen);
  return await signatory(chain, await officerOf(system, frozen.programmeId), options);
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
