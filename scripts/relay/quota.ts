// SPDX-License-Identifier: EUPL-1.2
import { isIPv6 } from "node:net";
import { Refusal } from "./refusal.ts";

const HOUR_MS = 3_600_000;
/** More clients than this are forgotten, the oldest first. */
const MOST_CLIENTS = 100_000;

/** Payments and the like an hour for each signer: more than a shop's best customer makes. */
export const REQUESTS_PER_SIGNER = 60;

/** How many requests each client may make; kept in memory only, and for an hour. */
export type Quota = {
  /** @throws Refusal when this client has to wait. */
  take(address: string): void;
  /** What this client has left, and in how many seconds it can ask again when that is nothing. */
  look(address: string): { perHour: number; left: number; retryAfter?: number };
};

/**
 * Lets every client make `perHour` requests at once, and as many again in the course of each hour.
 * @param code Of the refusal: of a connection, or of a signer.
 */
export function openQuota(
  perHour: number,
  code: "quota" | "signerQuota" = "quota",
  now = () => performance.now(),
): Quota {
  const clients = new Map<string, { left: number; at: number }>();
  return {
    take(address) {
      const client = clientOf(address);
      const left = leftOf(client);
      clients.delete(client);
      clients.set(client, { left: left < 1 ? left : left - 1, at: now() });
      forgetOld(now());
      if (left >= 1) return;
      const seconds = secondsUntilOne(left);
      throw Refusal.of(code, { minutes: Math.ceil(seconds / 60) }, seconds);
    },
    look(address) {
      const left = leftOf(clientOf(address));
      return { perHour, left: Math.floor(left), ...(left < 1 && { retryAfter: secondsUntilOne(left) }) };
    },
  };

  function leftOf(client: string): number {
    const before = clients.get(client);
    if (before === undefined) return perHour;
    return Math.min(perHour, before.left + ((now() - before.at) * perHour) / HOUR_MS);
  }

  function secondsUntilOne(left: number): number {
    return Math.ceil(((1 - left) * HOUR_MS) / perHour / 1000);
  }

  function forgetOld(at: number): void {
    for (const [client, { at: last }] of clients) {
      if (at - last < HOUR_MS && clients.size <= MOST_CLIENTS) return;
      clients.delete(client);
    }
  }
}

/** An IPv4 address, or the first half of an IPv6 one: a household has all of the second. */
export function clientOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=[0-9]+\.)/iu, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.split("::");
  const first = head.split(":").filter((part) => part !== "");
  const last = tail?.split(":").filter((part) => part !== "") ?? [];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - first.length - last.length }, () => "0");
  return [...first, ...zeros, ...last].slice(0, 4).join(":");
}
