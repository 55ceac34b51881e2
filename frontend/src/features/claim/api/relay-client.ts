// SPDX-License-Identifier: EUPL-1.2
import type { SignedClaim } from "@monnaie-commune/sdk/claims/signed";
import type { Hex } from "viem";
import { RelayError } from "../../../lib/relay-error.ts";

/** Where the relay says a claim stands. It is believed when it refuses; that a claim is paid, the chain alone says. */
export type RelayState = { state: "received" | "confirmed" } | { state: "sent"; hash: Hex };

const PATIENCE_MS = 15_000;

/** Asks the relay to send a claim. Asked again about the same one, it answers the same. */
export async function submitClaim(relayUrl: string, claim: SignedClaim): Promise<{ id: string }> {
  const answer = await ask(new URL("/v1/claims", relayUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(claim),
    args: { payee: claim.payee },
  });
  if (typeof answer.id !== "string" || !/^[0-9a-f]{1,64}$/u.test(answer.id)) throw new RelayError("unreachable");
  return { id: answer.id };
}

/** Asks the relay where a claim stands. */
export async function relayState(relayUrl: string, id: string, { payee }: SignedClaim): Promise<RelayState> {
  const args = { payee };
  const { state, hash, cause } = await ask(new URL(`/v1/claims/${id}`, relayUrl), { args });
  if (state === "refused") throw new RelayError(codeIn(cause), args);
  if (state === "sent" && typeof hash === "string" && /^0x[0-9a-f]{64}$/u.test(hash))
    return { state, hash: hash as Hex };
  return { state: state === "confirmed" ? "confirmed" : "received" };
}

/** @param args What a refusal may be about. */
async function ask(
  url: URL,
  { args, ...init }: RequestInit & { args: Record<string, unknown> },
): Promise<Record<string, unknown>> {
  const options = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" } as const;
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(url, { ...init, ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
    body = await response.json();
  } catch (error) {
    throw new RelayError("unreachable", {}, { cause: error });
  }
  if (!response.ok) throw new RelayError(codeIn(body), args);
  return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
}

function codeIn(body: unknown): string {
  const code = typeof body === "object" && body !== null && "code" in body ? body.code : undefined;
  return typeof code === "string" && code !== "" ? code : "unreachable";
}
