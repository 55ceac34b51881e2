// SPDX-License-Identifier: EUPL-1.2
import { asFailure, type ExitCode, Failure } from "../../scripts/lib/failure.ts";

/** The Failure a promise ends with; throws when it ends otherwise. */
export async function failureOf(promise: Promise<unknown>): Promise<Failure> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("It did not fail");
}

/** Throws unless the work fails, for whatever reason, with this exit code and sentence at the command line. */
export async function expectFailure(
  work: Promise<unknown> | (() => Promise<unknown>),
  exitCode: ExitCode,
  key: string,
): Promise<Failure> {
  let thrown: unknown;
  try {
    await (typeof work === "function" ? work() : work);
  } catch (error) {
    thrown = error;
  }
  if (thrown === undefined) throw new Error(`It did not fail; ${key} was expected`);
  const failure = asFailure(thrown);
  if (failure.key === key && failure.exitCode === exitCode) return failure;
  const found = `${failure.key} (${failure.exitCode}): ${failure.message}`;
  throw new Error(`It failed with ${found}; ${key} (${exitCode}) was expected`, { cause: thrown });
}
