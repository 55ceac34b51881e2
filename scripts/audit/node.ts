// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from "node:timers/promises";
import { createRpcSource } from "@monnaie-commune/sdk/ledger/rpc-source";
import type { LogSource } from "@monnaie-commune/sdk/ledger/source";
import {
  BaseError,
  createClient,
  createPublicClient,
  custom,
  type EIP1193RequestFn,
  type Hex,
  http,
  HttpRequestError,
  type PublicClient,
  RpcRequestError,
  TimeoutError,
} from "viem";
import { asFailure, Failure, isNetworkError, isOverload } from "../lib/failure.ts";

/** A node, of which nothing is taken for granted but that it speaks JSON-RPC. */
export type AuditNode = {
  url: string;
  chainId: number;
  genesisHash: Hex;
  client: PublicClient;
  source: LogSource;
  request: (method: string, params: readonly unknown[]) => Promise<unknown>;
};

const TIMEOUT_MS = 60_000;
/** Milliseconds before each time a question is asked again that was not answered. */
const RETRY_AFTER_MS: readonly number[] = [200, 500, 1_000, 2_000, 4_000];
/** Questions that go to the node together. */
const BATCH = 40;

type Ask = AuditNode["request"];

/**
 * Asks again when a question was not answered, or the node has too much to do. What it considered and refused is not asked
 * again: a range that is too long has to become shorter.
 */
function patiently(ask: Ask): Ask {
  return async (method, params) => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await ask(method, params);
      } catch (error) {
        const wait = RETRY_AFTER_MS[attempt];
        if (wait === undefined || !(isAway(error) || isBusy(error))) throw error;
        await pause(wait);
      }
    }
  };
}

function isAway(error: unknown): boolean {
  const isKind = (link: unknown) => link instanceof HttpRequestError || link instanceof TimeoutError;
  return (error instanceof BaseError && error.walk(isKind) !== null) || isNetworkError(error);
}

function isBusy(error: unknown): boolean {
  const found = error instanceof BaseError ? error.walk((link) => link instanceof RpcRequestError) : null;
  return found instanceof RpcRequestError && isOverload({ code: found.code, message: found.details });
}

function askOver(url: string, isBatched: boolean): Ask {
  const batch = isBatched ? { batchSize: BATCH } : false;
  const client = createClient({ transport: http(url, { batch, timeout: TIMEOUT_MS, retryCount: 0 }) });
  const request = client.request as EIP1193RequestFn;
  return patiently(async (method, params) => await request({ method, params: [...params] }));
}

/** Whether the node takes several questions in one request. */
async function takesBatches(url: string): Promise<boolean> {
  const body = JSON.stringify([1, 2].map((id) => ({ jsonrpc: "2.0", id, method: "eth_chainId", params: [] })));
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answers: unknown = await response.json();
    return Array.isArray(answers) && answers.length === 2;
  } catch {
    return false;
  }
}

/** @throws Failure when the address is none, or no node answers there. */
export async function openNode(url: string): Promise<AuditNode> {
  if (!URL.canParse(url) || !/^https?:$/u.test(new URL(url).protocol)) throw new Failure(1, "audit.badUrl", { url });
  const request = askOver(url, await takesBatches(url));
  const provider = {
    request: async ({ method, params }: { method: string; params?: unknown }) =>
      await request(method, (params ?? []) as unknown[]),
  };
  const client = createPublicClient({ transport: custom(provider, { retryCount: 0 }) });
  const source = createRpcSource(request);
  try {
    const chainId = await client.getChainId();
    const genesisHash = await source.hashOf(0);
    if (genesisHash === undefined) throw new Failure(2, "audit.noGenesis", { url });
    return { url, chainId, genesisHash, client, source, request };
  } catch (error) {
    throw auditFailure(error, url);
  }
}

const NO_HISTORY =
  /missing trie node|state (?:is )?(?:not|un)available|historical state|pruned|archive|no state|state histories/iu;

/** What went wrong with a node, in words: it is away, or does not keep what was that long ago. */
export function auditFailure(error: unknown, url: string): Failure {
  if (error instanceof Failure) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (NO_HISTORY.test(text)) return new Failure(2, "audit.noHistory", {}, { cause: error });
  if (isAway(error)) return new Failure(2, "audit.unreachable", { url }, { cause: error });
  if (error instanceof BaseError) {
    const { shortMessage, details } = error;
    return new Failure(2, "audit.refused", { url, reason: details || shortMessage }, { cause: error });
  }
  return asFailure(error);
}
