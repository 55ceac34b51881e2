// SPDX-License-Identifier: EUPL-1.2
import { formatClaimCode } from "@monnaie-commune/sdk/claims/code";
import { letterSecret } from "../../../test/helpers/letter-secret.ts";
import { LETTER_RUNS } from "../seed.ts";

type RunName = (typeof LETTER_RUNS)[number]["name"];

/** The code printed on the n-th letter of a run. */
export function letterCode(run: RunName, n: number): string {
  const runId = BigInt(2 + LETTER_RUNS.findIndex(({ name }) => name === run));
  return formatClaimCode({ runId, secret: letterSecret(run, n) });
}

/** A well-formed code that no letter of this run carries. */
export function strangerCode(runId: bigint): string {
  return formatClaimCode({ runId, secret: letterSecret("stranger", 0) });
}
