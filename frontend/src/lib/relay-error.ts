// SPDX-License-Identifier: EUPL-1.2

/**
 * What the relay refused, by its code; `unreachable` when it did not answer. For what the contract would say, the code is
 * the contract's error and `args` its arguments by name, so far as we know them. `retryAfter` is seconds.
 */
export class RelayError extends Error {
  readonly code: string;
  readonly args: Record<string, unknown>;
  readonly retryAfter: number | undefined;

  constructor(code: string, args: Record<string, unknown> = {}, options: ErrorOptions & { retryAfter?: number } = {}) {
    super(`The relay refused: ${code}`, options);
    this.name = "RelayError";
    this.code = code;
    this.args = args;
    this.retryAfter = options.retryAfter;
  }
}
