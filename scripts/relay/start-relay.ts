// SPDX-License-Identifier: EUPL-1.2
import { firstFreePort } from "../lib/local-chain.ts";
import type { Relay } from "./open-relay.ts";
import { type RelayOptions, withRelay } from "./relay.ts";
import { type ServeOptions, serveRelay } from "./serve.ts";

export type RunningRelay = { url: string; relay: Relay; close(): Promise<void> };

/**
 * A relay beside other work of this process, on the first free port from `serve.port` on: open when the promise is kept,
 * until it is closed.
 */
export async function startRelay(options: RelayOptions, serve: ServeOptions): Promise<RunningRelay> {
  const closing = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<Omit<RunningRelay, "close">>();
  const ended = withRelay(options, async (relay) => {
    const server = await serveRelay(relay, { ...serve, port: await firstFreePort(serve.port) });
    opened.resolve({ url: server.url, relay });
    await closing.promise;
    await server.close();
  });
  ended.catch(opened.reject);
  return {
    ...(await opened.promise),
    async close() {
      closing.resolve();
      await ended;
    },
  };
}
