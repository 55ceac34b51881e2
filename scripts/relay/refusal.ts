// SPDX-License-Identifier: EUPL-1.2
import type { ContractError } from "../lib/contract-errors.ts";
import { inEveryLanguage, type Language, type MessageParameters } from "../lib/messages.ts";

/** Why a request is not taken: a code for programs, a sentence for people. */
export type Cause = { code: string; message: Record<Language, string> };

/** HTTP statuses of refusals by code; 422 for what a contract says. */
const STATUS: Record<string, number> = {
  badRequest: 400,
  origin: 403,
  notFound: 404,
  otherPayee: 409,
  tooLarge: 413,
  mediaType: 415,
  wrongChain: 422,
  wrongContract: 422,
  quota: 429,
  failed: 500,
  budget: 503,
  busy: 503,
  noFunds: 503,
  unreachable: 503,
};

const CONTRACT_REFUSAL = 422;

/** What the relay answers to a request it does not take. */
export class Refusal extends Error {
  override readonly cause: Cause;
  readonly status: number;
  /** After so many seconds it may be taken. */
  readonly retryAfter: number | undefined;

  private constructor(cause: Cause, retryAfter?: number) {
    super(cause.message.en);
    this.name = "Refusal";
    this.cause = cause;
    this.status = STATUS[cause.code] ?? CONTRACT_REFUSAL;
    this.retryAfter = retryAfter;
  }

  /** A refusal of the relay's own; `relay.refusals.<code>` is its sentence. */
  static of(code: string, parameters: MessageParameters = {}, retryAfter?: number): Refusal {
    return new Refusal({ code, message: inEveryLanguage(`relay.refusals.${code}`, parameters) }, retryAfter);
  }

  /** What the contract would say. */
  static ofContract({ name, description }: ContractError): Refusal {
    const inputs = description.fragment.inputs.map((input, i) => [input.name, String(description.args[i])]);
    const parameters = Object.fromEntries(inputs) as MessageParameters;
    return new Refusal({ code: name, message: inEveryLanguage(`errors.${name}`, parameters) });
  }
}
