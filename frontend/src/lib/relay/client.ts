// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { RelayError } from "../relay-error.ts";

/** What the relay can be asked to send, as in the addresses below /v1/. */
export type RelayKind =
  "payments" | "permits" | "cancellations" | "claims" | "exits" | "exitcancellations" | "applications";

/**
 * Where the relay says a request stands. It is believed when it refuses, and for where to look; that something is paid, the
 * chain alone says.
 */
export type RelayState =
  | { state: "received" | "expired" }
  | { state: "sent" | "confirmed"; hash: Hex }
  | { state: "refused"; error: RelayError };

const PATIENCE_MS = 15_000;
const ASK_EVERY_MS = 2_000;
/** Of a refusal, what is no argument of the error it names. */
const NO_ARGUMENTS = new Set(["code", "message", "retryAfter"]);

type Answer = Record<string, unknown>;

const isObject = (value: unknown): value is Answer => typeof value === "object" && value !== null;

/**
 * Hands a signed request to the relay. Handed over again, it is the same request.
 * @param args What a refusal may be about, where the relay does not say it.
 * @throws RelayError
 */
export async function submit(
  relayUrl: string,
  kind: RelayKind,
  body: object,
  args: Record<string, unknown> = {},
): Promise<{ id: string }> {
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const { id } = await askRelay(new URL(`/v1/${kind}`, relayUrl), init, args);
  if (typeof id !== "string" || !/^[0-9a-f]{1,64}$/u.test(id)) throw new RelayError("unreachable");
  return { id };
}

/**
 * Tells of every state of a request until its last one, or until the signal: by the relay's own messages, and by asking
 * again and again where those do not come through. A relay that falls silent is asked on; it may be back in a minute.
 */
export async function follow(
  relayUrl: string,
  kind: RelayKind,
  id: string,
  onState: (state: RelayState) => void,
  signal: AbortSignal,
): Promise<void> {
  if (await listen(new URL(`/v1/${kind}/${id}/events`, relayUrl), onState, signal)) return;
  while (!signal.aborted) {
    const state = await askState(relayUrl, kind, id).catch(() => undefined);
    if (signal.aborted) return;
    if (state) onState(state);
    if (state && isLast(state)) return;
    await pause(ASK_EVERY_MS, signal);
  }
}

/**
 * Asks the relay anything that is answered with a JSON object.
 * @throws RelayError
 */
export async function askRelay(url: URL, init: RequestInit = {}, args: Record<string, unknown> = {}): Promise<Answer> {
  const options = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" } as const;
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(url, { ...init, ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
    body = await response.json();
  } catch (error) {
    throw new RelayError("unreachable", {}, { cause: error });
  }
  if (!response.ok) throw refusalIn(body, args);
  return isObject(body) ? body : {};
}

/**
 * Asks once where a request stands; undefined when the answer says nothing we know.
 * @throws RelayError
 */
export async function askState(relayUrl: string, kind: string, id: string): Promise<RelayState | undefined> {
  return stateIn(await askRelay(new URL(`/v1/${kind}/${id}`, relayUrl)));
}

/** Listens to the relay's messages; true when the last one has come, false when they do not come through. */
function listen(url: URL, onState: (state: RelayState) => void, signal: AbortSignal): Promise<boolean> {
  if (typeof EventSource === "undefined" || signal.aborted) return Promise.resolve(signal.aborted);
  const source = new EventSource(url);
  return new Promise<boolean>((resolve) => {
    const end = (isOver: boolean) => {
      source.close();
      resolve(isOver);
    };
    source.addEventListener("message", ({ data }: MessageEvent<string>) => {
      const state = stateIn(parse(data));
      if (!state) return;
      onState(state);
      if (isLast(state)) end(true);
    });
    source.addEventListener("error", () => end(false));
    signal.addEventListener("abort", () => end(true));
  });
}

function isLast({ state }: RelayState): boolean {
  return state === "confirmed" || state === "refused" || state === "expired";
}

function stateIn(answer: unknown): RelayState | undefined {
  if (!isObject(answer)) return undefined;
  const { state, hash, cause } = answer;
  if (state === "received" || state === "expired") return { state };
  if (state === "refused") return { state, error: refusalIn(cause, {}) };
  const isSent = state === "sent" || state === "confirmed";
  if (isSent && typeof hash === "string" && /^0x[0-9a-f]{64}$/u.test(hash)) return { state, hash: hash as Hex };
  return undefined;
}

function refusalIn(body: unknown, args: Record<string, unknown>): RelayError {
  if (!isObject(body) || typeof body.code !== "string" || body.code === "") return new RelayError("unreachable");
  const own = Object.entries(body).filter(([name]) => !NO_ARGUMENTS.has(name));
  const { retryAfter } = body;
  return new RelayError(
    body.code,
    { ...args, ...Object.fromEntries(own.map(([name, value]) => [name, readArgument(value)])) },
    Number.isSafeInteger(retryAfter) && Number(retryAfter) > 0 ? { retryAfter: Number(retryAfter) } : {},
  );
}

/** JSON has no whole numbers of any size: they come as text. */
function readArgument(value: unknown): unknown {
  return typeof value === "string" && /^[0-9]{1,78}$/u.test(value) ? BigInt(value) : value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Waits, or less when nobody waits any more. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
