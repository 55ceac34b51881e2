// SPDX-License-Identifier: EUPL-1.2
import { problemOf } from "../../../lib/errors.ts";
import { askState } from "../../../lib/relay/client.ts";
import type { RelayView } from "../look-up.ts";

/** The relay as the activity asks it; without one, or when it does not answer, nothing is known. */
export function createRelayView(relayUrl: string | undefined): RelayView {
  return async (kind, id) => {
    const answer = relayUrl === undefined ? undefined : await askState(relayUrl, kind, id).catch(() => undefined);
    if (answer === undefined) return { state: "unknown" };
    return answer.state === "refused" ? { state: "refused", problem: problemOf(answer.error) } : answer;
  };
}
