// SPDX-License-Identifier: EUPL-1.2
import { type ClaimsFile, claimsFileText, findClaim } from "@monnaie-commune/sdk/claims/file";
import { claimPrivateKey } from "@monnaie-commune/sdk/claims/code";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { privateKeyToAddress } from "viem/accounts";
import type { Chain } from "../../../scripts/lib/network.ts";
import { runsFolder } from "../../../scripts/bonus/run-folder.ts";
import { signerFor } from "../../../scripts/lib/signers.ts";
import { systemAt } from "../../../scripts/lib/system.ts";
import { openClaimRun } from "../../../test/helpers/claim-run.ts";
import { letterSecret } from "../../../test/helpers/letter-secret.ts";
import { LETTER_RUNS, LETTERS } from "../seed.ts";

const DAY = 86_400;

/** What a region does with letters: runs that are open, over, closed and not opened yet, and a letter that was cancelled. */
export async function writeLetters(chain: Chain, deployment: Deployment): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  for (const { name, deadlineInDays, isOpened } of LETTER_RUNS) {
    const amounts = Array.from({ length: LETTERS.count }, () => LETTERS.cents);
    const deadline = now + deadlineInDays * DAY;
    const opened = isOpened ? 1 : 0;
    const file = await openClaimRun({ chain, deployment, name, amounts, deadline, opened });
    publish(file);
    const officer = systemAt(deployment, await signerFor(chain, "bonusOfficer")).issuance;
    if (name === "closed") await (await officer.closeClaims(file.runId, 0)).wait();
    if (name !== "open") continue;
    const claimKey = privateKeyToAddress(claimPrivateKey(letterSecret(name, LETTERS.cancelled)));
    const claim = findClaim(file, claimKey);
    if (claim === undefined) throw new Error("The letter to be cancelled is not in its run");
    await (await officer.cancelClaim(file.runId, claim.claimNumber, claimKey, claim.amount, claim.proof)).wait();
  }
}

/** Where the dApp's server looks for it. */
function publish(file: ClaimsFile): void {
  const folder = join(runsFolder(), String(file.chainId), file.planHash.slice(2, 14));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "claims.json"), claimsFileText(file));
}
