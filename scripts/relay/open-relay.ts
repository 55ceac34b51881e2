// SPDX-License-Identifier: EUPL-1.2
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { formatEther } from "ethers";
import { isNetworkError } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import type { Session } from "../lib/sending/session.ts";
import { line } from "../lib/terminal.ts";
import { openBudget } from "./budget.ts";
import { openClock } from "./clock.ts";
import type { Database } from "./database.ts";
import { openIntake, type Intake } from "./intake.ts";
import { openKinds, type Kinds } from "./kinds/registry.ts";
import { type Gauges, type Metrics, openMetrics } from "./metrics.ts";
import { type News, openNews } from "./news.ts";
import { openQueue, type Queue } from "./queue.ts";
import { openQuota, type Quota, REQUESTS_PER_SIGNER } from "./quota.ts";
import { Refusal } from "./refusal.ts";
import type { RelayOptions } from "./relay.ts";
import { type Entry, openStore, type Store } from "./store.ts";
import { openTillRequests, type TillRequests } from "./till-requests.ts";
import { lanesOf, underWayIn } from "./under-way.ts";

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

type Parts = { deployment: Deployment; database: Database; session: Session; isPaused(): boolean };

/** Puts the parts together. */
export function openRelay(options: RelayOptions, { deployment, database, session, isPaused }: Parts) {
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
