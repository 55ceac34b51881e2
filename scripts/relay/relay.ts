// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { ADMIN_ROLE, ROLES } from "@monnaie-commune/sdk/generated/roles";
import { formatEther, type Wallet } from "ethers";
import { loadDeployment } from "../lib/deployment-file.ts";
import { asFailure, Failure, isNetworkError } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import { type Chain, genesisHashOf } from "../lib/network.ts";
import { type Session, withSender } from "../lib/sending/session.ts";
import { systemAt } from "../lib/system.ts";
import { errorLine, line } from "../lib/terminal.ts";
import { openBudget } from "./budget.ts";
import { openClock } from "./clock.ts";
import { type Database, openDatabase } from "./database.ts";
import { openIntake, type Intake } from "./intake.ts";
import { openRelayJournal } from "./journal.ts";
import { openKinds, type Kinds } from "./kinds/registry.ts";
import { openQueue, type Queue } from "./queue.ts";
import { type Gauges, type Metrics, openMetrics } from "./metrics.ts";
import { type News, openNews } from "./news.ts";
import { openQuota, type Quota } from "./quota.ts";
import { Refusal } from "./refusal.ts";
import { type Entry, openStore, type Store } from "./store.ts";
import { openTillRequests, type TillRequests } from "./till-requests.ts";
import { lanesOf, underWayIn } from "./under-way.ts";

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

/** Payments and the like an hour for each signer: more than a shop's best customer makes. */
export const REQUESTS_PER_SIGNER = 60;

/** Its answer to whoever watches over it. */
export type Health = { ok: boolean } & Record<string, unknown>;

/** The relay without its HTTP side. */
export type Relay = {
  kinds: Kinds;
  intake: Intake;
  store: Store;
  queue: Queue;
  signers: Quota;
  news: News;
  metrics: Metrics;
  tillRequests: TillRequests;
  health(): Promise<Health>;
  gauges(): Promise<Gauges>;
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
      const { relay, stop } = openRelay(options, { deployment, database: await opened.promise, session });
      try {
        return await work(relay);
      } finally {
        await stop();
      }
    },
    open,
  );
}

type Parts = { deployment: Deployment; database: Database; session: Session };

function openRelay(options: RelayOptions, { deployment, database, session }: Parts) {
  const { chain, dailyBudget, log = line } = options;
  const { address } = options.wallet;
  const store = openStore(database);
  const news = openNews();
  const metrics = openMetrics();
  const report = (entry: Entry) => {
    log(logLine(entry));
    metrics.changed(entry);
    news.tell(entry);
  };
  const isPaused = () => existsSync(pauseFile(options.folder));
  const now = openClock(chain);
  const laneOf = lanesOf(() => kinds);
  const underWay = underWayIn(store, () => kinds, laneOf);
  const kinds: Kinds = openKinds({ chain, deployment, sender: address, now, underWay });
  const queue = openQueue({ chain, session, store, kinds, laneOf, address, now, isPaused, report });
  const budget = openBudget(chain, address, store, dailyBudget);
  const signers = openQuota(options.perSigner ?? REQUESTS_PER_SIGNER, "signerQuota");
  const intake = answering(openIntake({ kinds, store, queue, budget, signers, isPaused, report }));
  const token = deployment.contracts.RegionalToken.address;
  const tillRequests = openTillRequests(database, { chainId: chain.chainId, token });
  const relay: Relay = { kinds, intake, store, queue, signers, news, metrics, tillRequests, health, gauges };
  return { relay, stop: async () => await queue.stop() };

  async function health(): Promise<Health> {
    const place = { chainId: chain.chainId, contract: deployment.contracts.Issuance.address, token, account: address };
    try {
      const { spentToday, daily, balance, isLow } = await budget.status();
      const problem = queue.problem ?? (isLow ? "lowFunds" : undefined);
      const coins = { spentToday: formatEther(spentToday), daily: formatEther(daily), balance: formatEther(balance) };
      return { ok: problem === undefined, ...place, underWay: queue.size, ...coins, ...(problem && { problem }) };
    } catch {
      return { ok: false, ...place, underWay: queue.size, problem: "unreachable" };
    }
  }

  async function gauges(): Promise<Gauges> {
    const { nextNonce } = session.sender;
    const [known, status] = await Promise.all([
      chain.provider.getTransactionCount(address, "pending"),
      budget.status(),
    ]);
    const [oldest] = store.unfinished();
    return {
      queueSize: queue.size,
      pendingAge: oldest === undefined ? 0 : Math.floor(Date.now() / 1000) - oldest.at,
      nonceGap: Math.max(0, nextNonce - known),
      nextNonce,
      isPaused: isPaused(),
      budget: status,
    };
  }
}

/** A node that does not answer is a refusal like others: come back later. */
function answering(intake: Intake): Intake {
  return {
    async submit(request) {
      try {
        return await intake.submit(request);
      } catch (error) {
        if (!(error instanceof Refusal) && isNetworkError(error)) throw Refusal.of("unreachable");
        throw error;
      }
    },
  };
}

/** What the log holds: a request's number and its state, neither who asked nor who is paid. */
function logLine({ id, state }: Entry): string {
  const at = new Date().toISOString();
  if (state.state === "refused") return t("relay.log.refused", { at, id, code: state.cause.code });
  if (state.state === "confirmed") return t("relay.log.confirmed", { at, id, block: state.block });
  return t(`relay.log.${state.state}`, { at, id });
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
