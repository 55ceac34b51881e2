// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from "node:timers/promises";
import type { JsonRpcRequest, JsonRpcResponse } from "hardhat/types/providers";
import { rulesOf } from "../config/networks.ts";
import { isNetworkError, isOverload } from "./failure.ts";

/** Longest pause a node may ask for before we rather stop: the same command goes on later. */
const LONGEST_MS = 60_000;

/** Connections whose node did not answer to the end: asked once each time, until it answers again. */
const away = new WeakSet<object>();

/**
 * Asks again, with growing pauses and a number of times, when a question about the state of the chain was not answered.
 * What the node considered and refused is not asked again, nor is anything that changes the chain: whoever sends a
 * transaction finds out first whether the node took it.
 */
export async function askPatiently(
  connection: object,
  chainId: number | undefined,
  { method }: Pick<JsonRpcRequest, "method">,
  ask: () => Promise<JsonRpcResponse>,
): Promise<JsonRpcResponse> {
  const { retryAfterMs } = rulesOf(chainId ?? 0);
  for (let attempt = 0; ; attempt++) {
    let answer: JsonRpcResponse | undefined;
    let problem: unknown;
    try {
      answer = await ask();
      if (!("error" in answer) || !isOverload(answer.error)) {
        away.delete(connection);
        return answer;
      }
    } catch (error) {
      problem = error;
      if (!isNetworkError(error)) throw error;
    }
    const planned = isRead(method) && !away.has(connection) ? retryAfterMs[attempt] : undefined;
    const wait = planned === undefined ? undefined : pauseBefore(problem, planned);
    if (wait === undefined) {
      if (isRead(method)) away.add(connection);
      if (answer === undefined) throw problem;
      return answer;
    }
    await pause(wait);
  }
}

function isRead(method: string): boolean {
  return /^(?:eth|net|web3)_(?!send)/u.test(method);
}

/** Milliseconds to wait: what the node asks for, if that is longer. Undefined when it has been asked often enough. */
function pauseBefore(problem: unknown, planned: number): number | undefined {
  const response = problem instanceof Error ? problem.cause : undefined;
  if (typeof response !== "object" || response === null || !("statusCode" in response)) return planned;
  const asked = retryAfter("headers" in response ? response.headers : undefined);
  // Hardhat has asked again itself, some seven times, where the node named no longer pause.
  if (response.statusCode === 429 && (asked === undefined || asked <= 5_000)) return undefined;
  if (asked === undefined) return planned;
  return asked > LONGEST_MS ? undefined : Math.max(planned, asked);
}

/** Milliseconds of a Retry-After header, which holds seconds or a date. */
function retryAfter(headers: unknown): number | undefined {
  if (typeof headers !== "object" || headers === null || !("retry-after" in headers)) return undefined;
  const text = String(headers["retry-after"]);
  if (/^[0-9]+$/u.test(text)) return Number(text) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
