// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ADMIN_ROLE, ROLES } from "@monnaie-commune/sdk/generated/roles";
import type { Wallet } from "ethers";
import { loadDeployment } from "../lib/deployment-file.ts";
import { asFailure, Failure } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import { type Chain, genesisHashOf } from "../lib/network.ts";
import { withSender } from "../lib/sending/session.ts";
import { systemAt } from "../lib/system.ts";
import { errorLine } from "../lib/terminal.ts";
import { type Database, openDatabase } from "./database.ts";
import { openRelayJournal } from "./journal.ts";
import { openRelay, type Relay } from "./open-relay.ts";

const DATABASE_FILE = "relay.sqlite";

export type RelayOptions = {
  chain: Chain;
  region: string;
  wallet: Wallet;
  /** Wei of the network's coin that fees may cost in a UTC day. */
  dailyBudget: bigint;
  /** Requests an hour for whoever signs them. */
  perSigner?: number;
  folder?: string;
  deployments?: string;
  /** Where the log goes, line by line; the terminal when left out. */
  log?: (text: string) => void;
};

/** Where relays keep their journals: `relay`, or what RELAY_FOLDER says. */
export function relayFolder(): string {
  return resolve(process.env.RELAY_FOLDER ?? fileURLToPath(new URL("../../relay", import.meta.url)));
}

/** While this file is there, relays of the folder take and send nothing new. Nobody's money is held up: it pays fees only. */
export function pauseFile(folder = relayFolder()): string {
  return join(folder, "pause");
}

/**
 * Opens the relay's file, takes up what an earlier one left, and works until the work given is done.
 * @throws Failure when another process uses the key, or the key holds a role.
 */
export async function withRelay<T>(options: RelayOptions, work: (relay: Relay) => Promise<T>): Promise<T> {
  const { chain, region, wallet } = options;
  const deployment = await loadDeployment(chain, region, options.deployments);
  await checkHoldsNoRole(systemAt(deployment, chain.provider).manager, wallet.address);
  // A local chain that was started again knows nothing of what the one before was asked.
  const genesis = (await genesisHashOf(chain)).slice(2, 14);
  const folder = join(options.folder ?? relayFolder(), String(chain.chainId), genesis);
  const isPaused = () => existsSync(pauseFile(options.folder));
  const opened = Promise.withResolvers<Database>();
  const open = () => {
    const database = openDatabase(join(folder, DATABASE_FILE));
    opened.resolve(database);
    return openRelayJournal(database);
  };
  return await withSender(
    chain,
    wallet,
    folder,
    async (session) => {
      const { relay, stop } = openRelay(options, { deployment, database: await opened.promise, session, isPaused });
      try {
        return await work(relay);
      } finally {
        await stop();
      }
    },
    open,
  );
}

export function reportDefect(error: unknown): void {
  errorLine(t("relay.log.defect", { at: new Date().toISOString(), reason: asFailure(error).message }));
}

/** A key that anybody can make work must be worth nothing but its coin. */
async function checkHoldsNoRole(manager: ReturnType<typeof systemAt>["manager"], address: string): Promise<void> {
  for (const [name, id] of [["ADMIN", ADMIN_ROLE] as const, ...Object.entries(ROLES)]) {
    const [isMember] = await manager.hasRole(id, address);
    if (isMember) throw new Failure(3, "relay.hasRole", { address, role: name });
  }
}
