// SPDX-License-Identifier: EUPL-1.2
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { runChunks } from "@monnaie-commune/sdk/bonus/run-chunks";
import { claimTypedData } from "@monnaie-commune/sdk/claims/authorisation";
import { claimPrivateKey } from "@monnaie-commune/sdk/claims/code";
import { buildSheetTree, type Claim, claimNumberOf } from "@monnaie-commune/sdk/claims/sheets";
import { type ContractTransactionResponse, Wallet } from "ethers";
import { officerLetterSecret } from "../../scripts/bonus/letters/officer-secret.ts";
import { letterPlace, letterSecrets } from "../../scripts/bonus/letters/secrets.ts";
import type { Chain } from "../../scripts/lib/network.ts";
import type { Issuance } from "../../types/ethers-contracts/index.js";

/** The n-th letter of a plan: what stands on it, and where its claim is in the run. */
export type Letter = { line: number; secret: string; chunkIndex: number; place: number; claim: Claim; proof: string[] };

/** The letters of a plan, in the order of the file. */
export async function lettersOf(chain: Chain, plan: BonusPlan): Promise<Letter[]> {
  const secretOf = letterSecrets(await officerLetterSecret(chain), letterPlace(plan));
  const lines = plan.lines.filter(({ claimKey }) => claimKey !== null);
  const places = runChunks(plan).flatMap((chunk, chunkIndex) => {
    if (chunk.kind === "payments") return [];
    const tree = buildSheetTree(chunkIndex, chunk.claims);
    return chunk.claims.map((claim, place) => ({ chunkIndex, place, claim, proof: tree.proof(place) }));
  });
  return lines.map((line, n) => {
    const found = places[n];
    if (found === undefined) throw new Error("A letter without a claim");
    return { line: line.line, secret: secretOf(line), ...found };
  });
}

/** Claims a letter for an account, as the page does; `sender` pays the gas and could be anybody. */
export async function claimLetter(
  issuance: Issuance,
  plan: Pick<BonusPlan, "chainId" | "issuance">,
  runId: bigint,
  { secret, chunkIndex, place, claim, proof }: Letter,
  payee: `0x${string}`,
): Promise<ContractTransactionResponse> {
  const claimNumber = BigInt(claimNumberOf(chunkIndex, place));
  const { domain, types, message } = claimTypedData({ ...plan, runId, claimNumber, payee });
  const mutable = { Claim: [...types.Claim] };
  const signature = await new Wallet(claimPrivateKey(secret)).signTypedData(domain, mutable, message);
  const r = signature.slice(0, 66);
  const odd = BigInt(`0x${signature.slice(130)}`) - 27n;
  const vs = BigInt(`0x${signature.slice(66, 130)}`) | (odd << 255n);
  const compact = `0x${vs.toString(16).padStart(64, "0")}`;
  return await issuance.claim(runId, claimNumber, claim.amount, payee, r, compact, proof);
}
