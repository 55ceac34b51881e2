// SPDX-License-Identifier: EUPL-1.2
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { ADMIN_ROLE, ROLES } from "@monnaie-commune/sdk/generated/roles";
import { formatEther, type Wallet } from "ethers";
import { loadDeployment } from "../lib/deployment-file.ts";
import { asFailure, Failure, isNetworkError } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import { type Chain, genesisHashOf } from "../lib/network.ts";
import { withSender } from "../lib/sending/session.ts";
import { systemAt } from "../lib/system.ts";
import { errorLine, line } from "../lib/terminal.ts";
import { openBudget } from "./budget.ts";
import { openClock } from "./clock.ts";
import { openFileStore } from "./file-store.ts";
import { openIntake, type Intake } from "./intake.ts";
import { kindNamed, openKinds, type Kinds } from "./kinds/registry.ts";
import { openQueue, type Queue } from "./queue.ts";
import { openQuota } from "./quota.ts";
import { Refusal } from "./refusal.ts";
import type { Health } from "./server.ts";
import type { Entry, Store } from "./store.ts";
import { underWayIn } from "./under-way.ts";

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

/** The relay without its HTTP side. */
export type Relay = { kinds: Kinds; intake: Intake; store: Store; queue: Queue; health(): Promise<Health> };

/** Where relays keep their journals: `relay`, or what RELAY_FOLDER says. */
export function relayFolder(): string {
  return resolve(process.env.RELAY_FOLDER ?? fileURLToPath(new URL("../../relay", import.meta.url)));
}

/**
 * Opens the relay's journals, takes up what an earlier one left, and works until the work given is done.
 * @throws Failure when another process uses the key, or the key holds a role.
 */
export async function withRelay<T>(options: RelayOptions, work: (relay: Relay) => Promise<T>): Promise<T> {
  const { chain, region, wallet, dailyBudget, log = line } = options;
  const report = (entry: Entry) => log(logLine(entry));
  const deployment = await loadDeployment(chain, region, options.deployments);
  await checkHoldsNoRole(systemAt(deployment, chain.provider).manager, wallet.address);
  // A local chain that was started again knows nothing of what the one before was asked.
  const genesis = (await genesisHashOf(chain)).slice(2, 14);
  const folder = join(options.folder ?? relayFolder(), String(chain.chainId), genesis);
  return await withSender(chain, wallet, folder, async (session) => {
    const store = openFileStore(join(folder, "requests.jsonl"));
    const { address } = wallet;
    const underWay = underWayIn(store, () => kinds);
    const kinds: Kinds = openKinds({ chain, deployment, sender: address, now: openClock(chain), underWay });
    const callOf = ({ request }: Entry) => kindNamed(kinds, request.kind).callOf(request.body);
    const queue = openQueue({ chain, session, store, address, callOf, report });
    const budget = openBudget(chain, address, store, dailyBudget);
    const signers = openQuota(options.perSigner ?? REQUESTS_PER_SIGNER, "signerQuota");
    const intake = openIntake({ kinds, store, queue, budget, signers, report });
    try {
      return await work({ kinds, intake: answering(intake), store, queue, health });
    } finally {
      await queue.stop();
      store.close();
    }

    async function health(): Promise<Health> {
      const place = { chainId: chain.chainId, contract: deployment.contracts.Issuance.address, account: address };
      try {
        const { spentToday, daily, balance, isLow } = await budget.status();
        const problem = queue.problem ?? (isLow ? "lowFunds" : undefined);
        const coins = { spentToday: formatEther(spentToday), daily: formatEther(daily), balance: formatEther(balance) };
        return { ok: problem === undefined, ...place, underWay: queue.size, ...coins, ...(problem && { problem }) };
      } catch {
        return { ok: false, ...place, underWay: queue.size, problem: "unreachable" };
      }
    }
  });
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
