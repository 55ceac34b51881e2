// SPDX-License-Identifier: EUPL-1.2
import { createMemoryStore, type LogStore } from "@monnaie-commune/sdk/ledger/store";
import type { Check } from "@monnaie-commune/sdk/ledger/checks/check";
import { createRpcSource, type RpcRequest } from "@monnaie-commune/sdk/ledger/rpc-source";
import { createPublicClient, custom } from "viem";
import type { AuditNode } from "../../scripts/audit/node.ts";
import { runAudit } from "../../scripts/audit/run-audit.ts";
import type { Planted } from "./lie.ts";
import { askNode, type AuditedRegion } from "./world.ts";

async function nodeOf(request: RpcRequest): Promise<AuditNode> {
  const ask = async ({ method, params }: { method: string; params?: unknown }) =>
    await request(method, (params ?? []) as unknown[]);
  const client = createPublicClient({ cacheTime: 0, transport: custom({ request: ask }, { retryCount: 0 }) });
  const source = createRpcSource(request);
  const genesisHash = await source.hashOf(0);
  if (genesisHash === undefined) throw new Error("The chain has no first block");
  return { url: "http://127.0.0.1", chainId: await client.getChainId(), genesisHash, client, source, request };
}

/** Every check of an audit of what was planted; what was not is the truth. */
export async function audited(
  { deployment }: AuditedRegion,
  { request = askNode, record, store = createMemoryStore() }: Planted & { store?: LogStore },
): Promise<readonly Check[]> {
  const { checks } = await runAudit(await nodeOf(request), {
    token: deployment.contracts.RegionalToken.address,
    store,
    isRecompiled: false,
    ...(record && { record }),
    onStep: () => undefined,
    onProgress: () => undefined,
  });
  return checks;
}
