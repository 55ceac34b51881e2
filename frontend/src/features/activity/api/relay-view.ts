// SPDX-License-Identifier: EUPL-1.2
import { problemOf } from "../../../lib/errors.ts";
import { RelayError } from "../../../lib/relay-error.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import type { RelayAnswer, RelayView } from "../look-up.ts";

const PATIENCE_MS = 10_000;

const isHash = (value: unknown): value is Address => typeof value === "string" && /^0x[0-9a-f]{64}$/u.test(value);

function answerIn(body: unknown): RelayAnswer {
  if (typeof body !== "object" || body === null) return { state: "unknown" };
  const { state, hash, cause } = body as Record<string, unknown>;
  if ((state === "sent" || state === "confirmed") && isHash(hash)) return { state, hash };
  if (state === "received" || state === "expired") return { state };
  if (state !== "refused") return { state: "unknown" };
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
  return { state, problem: problemOf(new RelayError(typeof code === "string" ? code : "failed")) };
}

/** The relay as the activity asks it; without one, nothing is known. */
export function createRelayView(relayUrl: string | undefined): RelayView {
  return async (kind, id) => {
    if (relayUrl === undefined) return { state: "unknown" };
    const response = await fetch(new URL(`/v1/${kind}/${id}`, relayUrl), {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.ok ? answerIn(await response.json()) : { state: "unknown" };
  };
}
