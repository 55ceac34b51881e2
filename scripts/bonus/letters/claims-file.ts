// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { runChunks } from "@monnaie-commune/sdk/bonus/run-chunks";
import { CLAIMS_FILE_VERSION, type ClaimsFile, claimsFileText } from "@monnaie-commune/sdk/claims/file";
import { writeWhole } from "../../lib/write-whole.ts";

/** Its name beside the plan, where the dApp's server looks for it. */
const FILE = "claims.json";

/** What anybody may know of the claims of a run. Throws `RangeError` for a plan without letters. */
export function claimsFileOf(plan: BonusPlan, runId: bigint): ClaimsFile {
  const { chainId, region, issuance, token, planHash, claims } = plan;
  if (claims === null) throw new RangeError("The plan has no letters");
  return {
    version: CLAIMS_FILE_VERSION,
    chainId,
    region,
    issuance,
    token,
    runId: String(runId),
    planHash,
    deadline: claims.deadline,
    sheets: runChunks(plan).flatMap((chunk) => {
      if (chunk.kind === "payments") return [];
      const entries = chunk.claims.map(({ claimKey, amount }): [typeof claimKey, string] => [claimKey, String(amount)]);
      return [{ chunkIndex: chunk.sheet.chunkIndex, claims: entries }];
    }),
  };
}

/** Writes it beside the plan, to be published; returns its path. */
export function writeClaimsFile(plan: BonusPlan, runId: bigint, folder: string): string {
  const path = join(folder, FILE);
  writeWhole(path, claimsFileText(claimsFileOf(plan, runId)));
  return path;
}
