// SPDX-License-Identifier: EUPL-1.2
import { Failure } from "../../scripts/lib/failure.ts";

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
