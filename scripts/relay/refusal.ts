// SPDX-License-Identifier: EUPL-1.2
import { type ContractError, readableArguments } from "../lib/contract-errors.ts";
import { inEveryLanguage, type Language, type MessageParameters } from "../lib/messages.ts";

/** Why a request is not taken: a code and what it is about for programs, a sentence for people. */
export type Cause = { code: string; message: Record<Language, string> } & Record<string, unknown>;

/** HTTP statuses of refusals by code; 422 for what a contract says. */
const STATUS: Record<string, number> = {
  badRequest: 400,
  origin: 403,
  notFound: 404,
  noSuchRequest: 404,
  cancelled: 409,
  otherPayee: 409,
  otherRequest: 409,
  otherPayment: 409,
  outOfOrder: 409,
  underWay: 409,
  tooLarge: 413,
  mediaType: 415,
  expired: 422,
  notYetValid: 422,
  validTooLong: 422,
  wrongChain: 422,
  wrongContract: 422,
  quota: 429,
  signerQuota: 429,
  failed: 500,
  budget: 503,
  busy: 503,
  noFunds: 503,
  recordsFull: 503,
  paused: 503,
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
    const message = inEveryLanguage(`relay.refusals.${code}`, () => parameters);
    return new Refusal({ ...parameters, code, message }, retryAfter);
  }

  /** What the contract would say; its arguments are decimal strings to programs, and as people read them in sentences. */
  static ofContract({ name, description }: ContractError): Refusal {
    const inputs = description.fragment.inputs.map((input, i) => [input.name, String(description.args[i])]);
    const message = inEveryLanguage(`errors.${name}`, (lang) => readableArguments(description, lang));
    return new Refusal({ ...(Object.fromEntries(inputs) as Record<string, string>), code: name, message });
  }
}
