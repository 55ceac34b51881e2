// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from "node:timers/promises";
import { Ajv } from "ajv";
import type { SignedClaim } from "@monnaie-commune/sdk/claims/signed";
import { Failure } from "../lib/failure.ts";
import { language } from "../lib/messages.ts";
import { CLAIM_SCHEMA } from "./kinds/claims.ts";
import type { Relay } from "./open-relay.ts";
import { type Cause, Refusal } from "./refusal.ts";

const LOOK_EVERY_MS = 100;

/**
 * Sends a claim that somebody signed and kept, and waits until it is written.
 * @throws Failure when it is no such file, or the claim is refused.
 */
export async function sendFile({ intake, queue }: Relay, text: string): Promise<{ block: number }> {
  const entry = await intake.submit({ kind: "claims", body: readSignedClaim(text) }).catch(rethrow);
  for (;;) {
    const { state } = entry;
    if (state.state === "confirmed") return { block: state.block };
    if (state.state === "refused") throw refused(state.cause);
    if (state.state === "expired") throw refused(Refusal.of("expired").cause);
    if (queue.problem !== undefined) throw new Failure(2, "relay.notYet", { id: entry.id, reason: queue.problem });
    await pause(LOOK_EVERY_MS);
  }
}

function readSignedClaim(text: string): SignedClaim {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Failure(1, "relay.badFile");
  }
  const isClaim = new Ajv().compile<SignedClaim>(CLAIM_SCHEMA);
  if (!isClaim(value)) throw new Failure(1, "relay.badFile");
  return value;
}

function rethrow(error: unknown): never {
  throw error instanceof Refusal ? refused(error.cause) : error;
}

function refused({ message }: Cause): Failure {
  return new Failure(1, "relay.refusedFile", { reason: message[language()] });
}
