// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from "node:timers/promises";
import type { Maker, Request, Sort } from "./requests.ts";

/** A request and what came of it. Moments are those of `performance.now()`, in milliseconds. */
export type Sent = {
  request: Request;
  /** When it was to be sent, whatever became of those before. */
  dueAt: number;
  /** When the relay had an answer that is final for us; undefined when none came. */
  answeredAt?: number;
  id?: string;
  /** Code of the refusal. */
  code?: string;
  tries: number;
};

/** What a client does about an answer that says "later": as the dApp, it sends the same again. */
const RETRY_MS = 500;
const PATIENCE_MS = 90_000;
const LATER = new Set(["unreachable", "busy", "outOfOrder", "budget", "quota", "noConnection"]);

/**
 * Sends requests at a rate that does not wait for answers.
 * @param load Requests a second, and for how many seconds.
 */
export async function sendAtRate(
  url: string,
  maker: Maker,
  { rate, seconds }: { rate: number; seconds: number },
  onTaken: (one: Sent) => void,
): Promise<Sent[]> {
  const sent: Sent[] = [];
  const underWay: Promise<void>[] = [];
  const begunAt = performance.now();
  for (let place = 0; place < rate * seconds; place++) {
    const request = await maker.next();
    const dueAt = begunAt + (place * 1000) / rate;
    const wait = dueAt - performance.now();
    if (wait > 0) await pause(wait);
    const one: Sent = { request, dueAt, tries: 0 };
    sent.push(one);
    underWay.push(follow(one));
  }
  await Promise.all(underWay);
  return sent;

  async function follow(one: Sent): Promise<void> {
    await deliver(url, one);
    if (one.id === undefined) return;
    maker.taken(one.request);
    onTaken(one);
  }
}

async function deliver(url: string, one: Sent): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  do {
    one.tries++;
    const { id, code } = await post(url, one.request);
    if (code !== undefined && LATER.has(code)) {
      one.code = code;
      await pause(RETRY_MS);
      continue;
    }
    one.answeredAt = performance.now();
    delete one.code;
    if (id !== undefined) one.id = id;
    if (code !== undefined) one.code = code;
    return;
  } while (performance.now() < until);
}

async function post(url: string, { body }: Request): Promise<{ id?: string; code?: string }> {
  try {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${url}/v1/payments`, { method: "POST", headers, body: JSON.stringify(body) });
    const answer = (await response.json()) as { id?: string; code?: string };
    return response.status === 202 ? { id: answer.id ?? "" } : { code: answer.code ?? String(response.status) };
  } catch {
    return { code: "noConnection" };
  }
}

/** Sorts that must come to nothing. */
export function isBad(sort: Sort): boolean {
  return sort !== "valid" && sort !== "sameAgain";
}
