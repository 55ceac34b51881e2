// SPDX-License-Identifier: EUPL-1.2
import { claimTypedData } from "@monnaie-commune/sdk/claims/authorisation";
import { claimPrivateKey } from "@monnaie-commune/sdk/claims/code";
import { type ClaimsFile, findClaim } from "@monnaie-commune/sdk/claims/file";
import { CLAIMS_PER_SHEET } from "@monnaie-commune/sdk/claims/sheet-size";
import { type Claim, claimSheet } from "@monnaie-commune/sdk/claims/sheets";
import type { SignedClaim } from "@monnaie-commune/sdk/claims/signed";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { buildRunTree } from "@monnaie-commune/sdk/runs";
import { id, Signature } from "ethers";
import type { Hex } from "viem";
import { privateKeyToAccount, privateKeyToAddress } from "viem/accounts";
import type { Chain } from "../../scripts/lib/network.ts";
import { signerFor } from "../../scripts/lib/signers.ts";
import { systemAt } from "../../scripts/lib/system.ts";
import { letterSecret } from "./letter-secret.ts";

const DAY = 86_400;

export type ClaimRun = {
  chain: Chain;
  deployment: Deployment;
  /** Another name makes other letters. */
  name: string;
  /** Cents of each letter. */
  amounts: readonly bigint[];
  /** Last Unix second to claim. */
  deadline: number;
  /** How many of the sheets are opened; all when left out. */
  opened?: number;
};

/** A programme, its euros and an approved run of letters, by the offices' keys; the claims file that goes with it. */
export async function openClaimRun({
  chain,
  deployment,
  name,
  amounts,
  deadline,
  opened,
}: ClaimRun): Promise<ClaimsFile> {
  const { issuance } = systemAt(deployment, chain.provider);
  const office = async (actor: Parameters<typeof signerFor>[1]) => issuance.connect(await signerFor(chain, actor));
  const now = (await chain.provider.getBlock("latest"))?.timestamp ?? 0;
  const total = amounts.reduce((sum, amount) => sum + amount, 0n);
  const sheets = sheetsOf(name, amounts);
  const leaves = sheets.map((claims, chunkIndex) => claimSheet(chunkIndex, claims, deadline));
  const tree = buildRunTree([], leaves);
  const planHash = id(`plan ${name}`) as Hex;

  const programmeId = (await issuance.programmeCount()) + 1n;
  await (await (await office("council")).openProgramme(0, total, now, now + 365 * DAY, id(`decision ${name}`))).wait();
  await (await (await office("treasurer")).attest(programmeId, total, id(`order ${name}`))).wait();
  const officer = await office("bonusOfficer");
  await (await officer.proposeRun(programmeId, tree.root, planHash, amounts.length, total)).wait();
  const runId = await issuance.runOfPlan(planHash);
  await (await (await office("approver")).approveRun(runId)).wait();
  for (const leaf of leaves.slice(0, opened)) {
    await (await officer.openClaims(runId, leaf.chunkIndex, leaf, tree.proof(leaf.chunkIndex))).wait();
  }
  return {
    version: 1,
    chainId: chain.chainId,
    region: deployment.region,
    issuance: deployment.contracts.Issuance.address,
    token: deployment.contracts.RegionalToken.address,
    runId: runId.toString(),
    planHash,
    deadline,
    sheets: sheets.map((claims, chunkIndex) => ({
      chunkIndex,
      claims: claims.map(({ claimKey, amount }) => [claimKey, amount.toString()]),
    })),
  };
}

/** The n-th letter's claim of a run, signed for a payee. */
export async function signLetter(file: ClaimsFile, name: string, n: number, payee: string): Promise<SignedClaim> {
  const account = privateKeyToAccount(claimPrivateKey(letterSecret(name, n)));
  const found = findClaim(file, account.address);
  if (found === undefined) throw new Error(`The run has no letter ${n}`);
  const { chainId, issuance, runId } = file;
  const message = {
    chainId,
    issuance,
    runId: BigInt(runId),
    claimNumber: BigInt(found.claimNumber),
    payee: payee as Hex,
  };
  const { r, yParityAndS } = Signature.from(await account.signTypedData(claimTypedData(message)));
  return {
    chainId,
    issuance,
    runId,
    claimNumber: found.claimNumber,
    amount: found.amount.toString(),
    payee: payee as Hex,
    r: r as Hex,
    vs: yParityAndS as Hex,
    proof: found.proof,
  };
}

function sheetsOf(name: string, amounts: readonly bigint[]): Claim[][] {
  const claims = amounts.map((amount, n): Claim => {
    return { claimKey: privateKeyToAddress(claimPrivateKey(letterSecret(name, n))), amount };
  });
  return Array.from({ length: Math.ceil(claims.length / CLAIMS_PER_SHEET) }, (_, sheet) =>
    claims.slice(sheet * CLAIMS_PER_SHEET, (sheet + 1) * CLAIMS_PER_SHEET),
  );
}
