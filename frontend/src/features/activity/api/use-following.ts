// SPDX-License-Identifier: EUPL-1.2
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useConfig } from "wagmi";
import { changeActivity, forgetOtherChains, readActivity } from "../../../lib/activity/activity-store.ts";
import { isUnderWay } from "../../../lib/activity/activity.ts";
import { whenFree } from "../../../lib/activity/window-lock.ts";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { pause } from "../../../lib/relay/client.ts";
import { lookUp, type ChainView, type RelayView } from "../look-up.ts";
import { createChainView } from "./chain-view.ts";
import { createRelayView } from "./relay-view.ts";
import { useAllActivity } from "./use-activity.ts";

const SOON_MS = 2_000;
const LATER_MS = 30_000;
/** After so long nobody is waiting in front of the screen; in seconds. */
const PATIENCE_S = 300;

type Sources = { key: string; chain: ChainView; relay: RelayView; queryClient: QueryClient };

const now = () => Math.floor(Date.now() / 1000);

/** Asks again and again until it is known how an entry ended. */
export async function followEntry(id: string, { key, chain, relay, queryClient }: Sources, signal: AbortSignal) {
  while (!signal.aborted) {
    const entry = readActivity(key).find((candidate) => candidate.id === id);
    if (entry === undefined || !isUnderWay(entry)) return;
    // A node that does not answer changes nothing: it is asked again.
    const changes = await lookUp(entry, chain, relay, now()).catch(() => ({}));
    if (Object.keys(changes).length > 0) {
      changeActivity(key, id, changes);
      await queryClient.invalidateQueries({ queryKey: [CHAIN_KEY] });
    }
    if (!isUnderWay({ ...entry, ...changes })) return;
    await pause(now() - entry.begun < PATIENCE_S ? SOON_MS : LATER_MS, signal);
  }
}

/** Goes on following what was begun before this page was opened, or in a window that is closed now. */
export function useFollowing(): void {
  const config = useConfig();
  const queryClient = useQueryClient();
  const { chainId, relayUrl, deployment } = useRuntime();
  const { key, entries } = useAllActivity();
  const followed = useRef(new Map<string, AbortController>());

  useEffect(() => forgetOtherChains(chainId, deployment.genesisHash), [chainId, deployment]);

  useEffect(() => {
    const chain = createChainView(config, chainId, deployment.contracts.RegionalToken);
    const sources = { key, chain, relay: createRelayView(relayUrl), queryClient };
    for (const { id } of entries.filter(isUnderWay)) {
      if (followed.current.has(id)) continue;
      const controller = new AbortController();
      followed.current.set(id, controller);
      const { signal } = controller;
      // An abandoned wait for the lock is no fault.
      void whenFree(id, signal, () => followEntry(id, sources, signal)).catch(() => {});
    }
  }, [entries, key, config, chainId, relayUrl, deployment, queryClient]);

  useEffect(() => {
    const running = followed.current;
    return () => {
      for (const controller of running.values()) controller.abort();
      running.clear();
    };
  }, []);
}
