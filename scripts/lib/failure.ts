// SPDX-License-Identifier: EUPL-1.2
import { inspect } from "node:util";
import { isCallException, isError } from "ethers";
import { CommanderError } from "commander";
import { contractErrorOf } from "./contract-errors.ts";
import { type MessageParameters, t } from "./messages.ts";
import { errorLine } from "./terminal.ts";

/** 1: wrong use or bad input. 2: stopped on the way, the same command goes on. 3: a person has to decide or act. */
export type ExitCode = 1 | 2 | 3;

/** A failure a person can act on. `<key>.what` is the sentence that says what is wrong, `<key>.next` what to do now. */
export class Failure extends Error {
  readonly exitCode: ExitCode;
  readonly key: string;
  readonly next: string;

  constructor(exitCode: ExitCode, key: string, parameters: MessageParameters = {}, options?: ErrorOptions) {
    super(t(`${key}.what`, parameters), options);
    this.name = "Failure";
    this.exitCode = exitCode;
    this.key = key;
    this.next = t(`${key}.next`, parameters);
  }
}

/** Any error as a failure: contract errors and network troubles become sentences, anything else is a defect of ours. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const refusal = contractErrorOf(error);
  if (refusal !== undefined) return new Failure(3, "common.refused", { reason: refusal.sentence }, { cause: error });
  if (isError(error, "INSUFFICIENT_FUNDS")) return new Failure(2, "common.noFunds", {}, { cause: error });
  if (isNetworkError(error)) return new Failure(2, "common.unreachable", {}, { cause: error });
  const missing = /HHE7: Configuration Variable "(\w+)"/u.exec(error instanceof Error ? error.message : "")?.[1];
  if (missing !== undefined) return new Failure(3, "common.missingVariable", { name: missing });
  if (/^HHE\d+: Invalid password/u.test(error instanceof Error ? error.message : "")) {
    return new Failure(1, "common.wrongPassword");
  }
  const reason = error instanceof Error ? error.message : String(error);
  if (isCallException(error)) return new Failure(3, "common.refused", { reason }, { cause: error });
  return new Failure(3, "common.unexpected", { reason }, { cause: error });
}

/** Runs a verb to its end: prints one sentence and the next step when it fails, and sets the exit code. */
export async function runVerb(main: () => Promise<void>): Promise<void> {
  // What fails beside the verb, such as a request nobody waits for any more, ends it in the same words and with the same
  // codes: Node's own 1 would say that nothing was sent.
  process.once("uncaughtException", (error) => {
    fail(error);
    process.exit();
  });
  try {
    await main();
  } catch (error) {
    fail(error);
  }
}

/**
 * Runs a verb that may be stopped at any moment and goes on when it is started again: Ctrl-C, or the system's end, stops it
 * with 2 and says so.
 */
export async function runResumableVerb(main: () => Promise<void>): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      fail(new Failure(2, "common.interrupted"));
      process.exit();
    });
  }
  await runVerb(main);
}

function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode;
    return;
  }
  const failure = asFailure(error);
  errorLine(failure.message);
  errorLine(failure.next);
  if (process.env.DEBUG !== undefined) errorLine(inspect(error, { depth: 4 }));
  process.exitCode = failure.exitCode;
}

/** A node that has too much to do says so in JSON-RPC too; it is not the answer to the question. */
export function isOverload({ code, message }: { code: number; message: string }): boolean {
  return code === 429 || OVERLOAD.test(message);
}

const OVERLOAD =
  /rate.?limit|too many requests|requests? (?:limit|count) exceeded|compute units|capacity|try again later|temporarily unavailable|header not found/iu;

const NETWORK_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "ETIMEDOUT",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EPIPE",
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_SOCKET",
  "NETWORK_ERROR",
  "SERVER_ERROR",
  "TIMEOUT",
]);

/** What Hardhat says of a node that is away, overloaded (HTTP 5xx, 429) or answers with something that is no answer. */
const NETWORK_MESSAGES =
  /^(?:HHE7\d\d|Cannot connect to the network|fetch failed|Received an unexpected status code|Limit exceeded$)/u;

/** Whether the node could not be reached, now: trying again later can help. */
export function isNetworkError(error: unknown): boolean {
  for (let link = error, depth = 0; link instanceof Error && depth < 8; link = link.cause, depth++) {
    if ("code" in link && typeof link.code === "string" && isNetworkCode(link.code)) return true;
    if (NETWORK_MESSAGES.test(link.message) || isOverload({ code: 0, message: link.message })) return true;
  }
  return false;
}

/** Codes of what Node's parser makes of half an answer begin with HPE_. */
function isNetworkCode(code: string): boolean {
  return NETWORK_CODES.has(code) || code.startsWith("HPE_");
}
