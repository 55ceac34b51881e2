// SPDX-License-Identifier: EUPL-1.2
import { setImmediate } from "node:timers/promises";

/**
 * To be awaited between seconds of computing and a question to the node. Nodes close idle connections meanwhile, and we
 * learn it only once the events that piled up are worked off: the question would go into a connection that is closed.
 */
export async function afterLongWork(): Promise<void> {
  // The first ends the round of events that was fetched before the work, the second comes after a round of its own.
  await setImmediate();
  await setImmediate();
}
