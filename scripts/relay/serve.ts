// SPDX-License-Identifier: EUPL-1.2
import { Failure } from "../lib/failure.ts";
import { HOST } from "../lib/local-chain.ts";
import { openQuota } from "./quota.ts";
import type { Relay } from "./open-relay.ts";
import { reportDefect } from "./relay.ts";
import { createServer } from "./server.ts";

export type ServeOptions = {
  port: number;
  origins: readonly string[];
  /** Requests a client may make in an hour. */
  perHour: number;
  isBehindProxy?: boolean;
};

/**
 * Opens the relay to this machine. Who wants it on the internet puts a proxy with a certificate in front of it.
 * @throws Failure when something else has the port.
 */
export async function serveRelay(
  relay: Relay,
  { port, origins, perHour, isBehindProxy = false }: ServeOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  const app = createServer({ relay, quota: openQuota(perHour), origins, isBehindProxy, reportDefect });
  try {
    await app.listen({ host: HOST, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new Failure(1, "relay.portTaken", { port }, { cause: error });
  }
  return { url: `http://${HOST}:${port}`, close: async () => await app.close() };
}
