// SPDX-License-Identifier: EUPL-1.2
// Errors of viem hold functions, which cannot be posted from a worker; their names, words and causes can.

export type PlainError = { name: string; message: string; cause?: PlainError };

export function plainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) };
  const { name, message, cause } = error;
  return cause instanceof Error ? { name, message, cause: plainError(cause) } : { name, message };
}

export function errorFrom({ name, message, cause }: PlainError): Error {
  const error = cause === undefined ? new Error(message) : new Error(message, { cause: errorFrom(cause) });
  return Object.assign(error, { name });
}
