// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import * as abis from "@monnaie-commune/sdk/generated/abis";
import { type RoleName, ROLES } from "@monnaie-commune/sdk/generated/roles";
import { safeBatch } from "@monnaie-commune/sdk/safe/batch";
import { getAddress, id, isAddress } from "ethers";
import type { AccessManager } from "../../../types/ethers-contracts/index.js";
import { Failure } from "../failure.ts";
import type { Chain } from "../network.ts";
import { writeWhole } from "../write-whole.ts";
import { isDeep } from "./depth.ts";

/** A Safe that holds a role: its owners sign in their own app what we write for them. */
export type SafeAccount = {
  kind: "safe";
  address: string;
  /** Told which files are to be signed, before we wait. */
  onFiles: (files: readonly string[]) => void;
};

type Call = { to: string; data: string };

/** A step that is taken by a Safe. */
export type SafeStep = {
  name: string;
  /** What it does, for those who sign. */
  title: string;
  call: () => Promise<Call>;
  /** Whether the chain shows it as done. */
  isDone: () => Promise<boolean>;
};

/** Questions to the chain after which we look whether it would still accept what is to be signed. */
const LOOK_EVERY = 10;

/** The address of a Safe on the command line, with or without the name of the network its app puts before it. */
export function safeAddress(given: string): string {
  const address = given.replace(/^[a-z0-9-]{1,20}:/u, "");
  if (!isAddress(address)) throw new Failure(1, "safe.badAddress", { given });
  return getAddress(address);
}

/** @throws Failure when there is no contract at the address, or it does not hold the role. */
export async function checkSafe(
  { provider, name }: Chain,
  { address }: SafeAccount,
  manager: AccessManager,
  role: RoleName,
): Promise<void> {
  if ((await provider.getCode(address)) === "0x") throw new Failure(1, "safe.noCode", { address, network: name });
  const [isMember] = await manager.hasRole(ROLES[role], address);
  if (!isMember) throw new Failure(3, "safe.notHolder", { address, role });
}

/**
 * Writes a file for each step that is not done, and waits until the owners of the Safe have executed all of them. Files
 * that are there already stay as they are. The steps must not depend on each other: owners may take them in any order.
 * @throws Failure when the contract would refuse a step, now or while we wait.
 */
export async function takeThroughSafe(
  chain: Chain,
  safe: SafeAccount,
  folder: string,
  steps: readonly SafeStep[],
  onDone: (step: SafeStep) => void = () => {},
): Promise<void> {
  let open = await notDone(steps);
  if (open.length === 0) return;
  const files: string[] = [];
  for (const step of open) {
    const { to, data } = await step.call();
    if (await wouldPass(chain, safe, step, { to, data }))
      files.push(writeFile(chain, safe, folder, step, { to, data }));
  }
  safe.onFiles(files);

  let doneAt = 0;
  for (let looks = 1; ; looks++) {
    const stillOpen = await notDone(steps);
    for (const step of open) if (!stillOpen.includes(step)) onDone(step);
    open = stillOpen;
    if (open.length > 0) doneAt = 0;
    else if (doneAt === 0) doneAt = await chain.provider.getBlockNumber();
    else if (await isDeep(chain, doneAt)) return;
    if (looks % LOOK_EVERY === 0) for (const step of open) await wouldPass(chain, safe, step, await step.call());
    await pause(chain.rules.pollEveryMs);
  }
}

async function notDone(steps: readonly SafeStep[]): Promise<SafeStep[]> {
  const answers = await Promise.all(steps.map(async (step) => await step.isDone()));
  return steps.filter((_, i) => answers[i] !== true);
}

/** False when it was done meanwhile; throws what the contract says against it. */
async function wouldPass({ provider }: Chain, safe: SafeAccount, step: SafeStep, call: Call): Promise<boolean> {
  try {
    await provider.estimateGas({ ...call, from: safe.address });
    return true;
  } catch (error) {
    if (await step.isDone()) return false;
    throw error;
  }
}

/** The same call of the same Safe has the same file. */
function writeFile({ chainId }: Chain, { address }: SafeAccount, folder: string, step: SafeStep, call: Call): string {
  const hash = id([chainId, address, call.to, call.data].join(" ")).slice(2, 10);
  const name = step.name.toLowerCase().replaceAll(/0x([0-9a-f]{6})[0-9a-f]+/gu, "$1");
  const path = join(folder, `safe-${name.replaceAll(/[^a-z0-9]+/gu, "-")}-${hash}.json`);
  if (existsSync(path)) return path;
  const batch = safeBatch(
    { chainId, safe: address, name: step.title, description: step.title, createdAt: Date.now(), calls: [call] },
    Object.values(abis),
  );
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeWhole(path, `${JSON.stringify(batch, null, 2)}\n`);
  return path;
}
