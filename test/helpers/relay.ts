// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { parseEther } from "ethers";
import { deploySystem } from "../../scripts/lib/deploy-system.ts";
import { memoryStore } from "../../scripts/lib/deployment-file.ts";
import { type LocalChain, startLocalChain } from "../../scripts/lib/local-chain.ts";
import type { Chain } from "../../scripts/lib/network.ts";
import { loadRegion } from "../../scripts/lib/region-file.ts";
import type { SignedRecord } from "../../scripts/lib/sending/journal.ts";
import { signerFor } from "../../scripts/lib/signers.ts";
import type { RelayOptions } from "../../scripts/relay/relay.ts";
import { type RunningRelay, startRelay } from "../../scripts/relay/start-relay.ts";
import { freshFolders, REGION } from "./bonus.ts";

export const SITE = "https://site.example";

/** A chain other processes reach, with the region on it, and folders for a relay. */
export async function startRelayChain() {
  const local: LocalChain = await startLocalChain(20_000 + Math.floor(Math.random() * 20_000));
  const { chain } = local;
  const { deployment } = await deploySystem(
    chain,
    loadRegion(REGION),
    await signerFor(chain, "deployer"),
    memoryStore(),
  );
  const { deployments } = freshFolders(deployment);
  return { local, chain, deployment, deployments };
}

export function freshRelayFolder(): string {
  return mkdtempSync(join(tmpdir(), "relay-"));
}

export type TestRelay = RunningRelay;

/** What a relay wrote down: requests it took, what it signed, and for which requests. */
export function readRelayFile(folder: string, { chainId, genesisHash }: Deployment) {
  const path = relayFileOf(folder, { chainId, genesisHash });
  const sql = new DatabaseSync(path, { readOnly: true });
  try {
    return {
      accepted: sql
        .prepare("SELECT id FROM requests")
        .all()
        .map(({ id }) => String(id)),
      signed: sql
        .prepare("SELECT record FROM signed ORDER BY number")
        .all()
        .map(({ record }) => JSON.parse(String(record)) as SignedRecord),
      attempts: sql
        .prepare("SELECT step, request FROM attempts ORDER BY number")
        .all()
        .map(({ step, request }) => ({ step: String(step), request: String(request) })),
    };
  } finally {
    sql.close();
  }
}

export function relayFileOf(folder: string, { chainId, genesisHash }: Pick<Deployment, "chainId" | "genesisHash">) {
  return join(folder, String(chainId), genesisHash.slice(2, 14), "relay.sqlite");
}

type Changes = Partial<RelayOptions> & { chain: Chain; deployments: string; folder: string; perHour?: number };

/** A relay as `npm run relay -- serve` opens it, with much to spend unless told otherwise. */
export async function openTestRelay({ perHour = 10_000, ...changes }: Changes): Promise<TestRelay> {
  const wallet = await signerFor(changes.chain, "relay");
  const options = { region: REGION, wallet, dailyBudget: parseEther("10"), log: () => {}, ...changes };
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  return await startRelay(options, { port, origins: [SITE], perHour });
}

export type Answer = { status: number; body: Record<string, unknown>; headers: Headers };

/** Sends a body, as JSON unless it is a text already. */
export async function post(
  url: string,
  kind: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/v1/${kind}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return await read(response);
}

export async function get(url: string, path: string, init?: RequestInit): Promise<Answer> {
  return await read(await fetch(`${url}${path}`, init));
}

/** The state of a request once it has an end. */
export async function ending(
  url: string,
  kind: string,
  id: unknown,
  patience = 30_000,
): Promise<Record<string, unknown>> {
  for (const until = performance.now() + patience; ; await pause(20)) {
    const { body } = await get(url, `/v1/${kind}/${String(id)}`);
    if (body.state !== "received" && body.state !== "sent") return body;
    if (performance.now() > until) throw new Error(`Request ${String(id)} is still ${JSON.stringify(body)}`);
  }
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
  return { status: response.status, body, headers: response.headers };
}
