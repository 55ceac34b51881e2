// SPDX-License-Identifier: EUPL-1.2
import { claimTypedData } from "@monnaie-commune/sdk/claims/authorisation";
import {
  buildSheetTree,
  type Claim,
  type ClaimSheet,
  claimSheet,
  placeOfClaim,
  type SheetTree,
} from "@monnaie-commune/sdk/claims/sheets";
import { buildRunTree, type Payment } from "@monnaie-commune/sdk/runs";
import { id, Signature, Wallet } from "ethers";
import { privateKeyToAccount } from "viem/accounts";
import type { Issuance } from "../../types/ethers-contracts/index.js";
import type { PreparedRun } from "./runs.ts";

type Address = `0x${string}`;

/** A claim with the private key its letter would carry. */
export type KeyedClaim = Claim & { privateKey: Address };

/** A run with claim sheets, numbered after its chunks of payments. */
export type PreparedClaims = PreparedRun & {
  sheets: readonly { sheet: ClaimSheet; claims: readonly KeyedClaim[]; tree: SheetTree }[];
};

/** Claims of these cents, each with a key of its own; other names make other keys. */
export function keyedClaims(name: string, amounts: readonly bigint[]): KeyedClaim[] {
  return amounts.map((amount, place) => {
    const privateKey = id(`${name} ${place}`) as Address;
    return { privateKey, claimKey: new Wallet(privateKey).address as Address, amount };
  });
}

/** Prepares a run of chunks and sheets whose declaration fits them; `deadline` is the last Unix second to claim. */
export function prepareClaims(
  chunks: readonly (readonly Payment[])[],
  pages: readonly (readonly KeyedClaim[])[],
  deadline: number,
): PreparedClaims {
  const sheets = pages.map((claims, index) => {
    const chunkIndex = chunks.length + index;
    return { claims, sheet: claimSheet(chunkIndex, claims, deadline), tree: buildSheetTree(chunkIndex, claims) };
  });
  return prepareSheets(chunks, sheets);
}

/** The same from sheets as they are, whatever they declare. */
export function prepareSheets(
  chunks: readonly (readonly Payment[])[],
  sheets: PreparedClaims["sheets"],
): PreparedClaims {
  const declared = sheets.map(({ sheet }) => sheet);
  const tree = buildRunTree(chunks, declared);
  const payments = chunks.flat();
  return {
    chunks,
    sheets,
    tree,
    planHash: id(tree.root),
    paymentCount: declared.reduce((count, { claimCount }) => count + BigInt(claimCount), BigInt(payments.length)),
    total: [...payments, ...declared].reduce((sum, { amount }) => sum + amount, 0n),
  };
}

/** The arguments of `openClaims` for a sheet of a prepared run. */
export function sheetArgs(runId: bigint, run: PreparedClaims, chunkIndex: number) {
  const { sheet } = sheetAt(run, chunkIndex);
  return [runId, BigInt(chunkIndex), sheet, run.tree.proof(chunkIndex)] as const;
}

/** The arguments of `claim`, signed by the claim's key for the payee as the dApp does it. */
export async function claimArgs(
  issuance: Issuance,
  runId: bigint,
  run: PreparedClaims,
  claimNumber: number,
  payee: { address: string },
) {
  const { amount, privateKey, proof } = claimAt(run, claimNumber);
  const { chainId, verifyingContract } = await issuance.eip712Domain();
  const message = {
    chainId: Number(chainId),
    issuance: verifyingContract as Address,
    runId,
    claimNumber: BigInt(claimNumber),
    payee: payee.address as Address,
  };
  const signature = Signature.from(await privateKeyToAccount(privateKey).signTypedData(claimTypedData(message)));
  return [runId, BigInt(claimNumber), amount, payee.address, signature.r, signature.yParityAndS, proof] as const;
}

/** The arguments of `cancelClaim`. */
export function cancelArgs(runId: bigint, run: PreparedClaims, claimNumber: number) {
  const { claimKey, amount, proof } = claimAt(run, claimNumber);
  return [runId, BigInt(claimNumber), claimKey, amount, proof] as const;
}

/** A claim of a prepared run, with its proof. */
export function claimAt(run: PreparedClaims, claimNumber: number): KeyedClaim & { proof: Address[] } {
  const { chunkIndex, place } = placeOfClaim(claimNumber);
  const { claims, tree } = sheetAt(run, chunkIndex);
  const claim = claims[place];
  if (claim === undefined) throw new Error(`The run has no claim ${claimNumber}`);
  return { ...claim, proof: tree.proof(place) };
}

function sheetAt(run: PreparedClaims, chunkIndex: number) {
  const sheet = run.sheets[chunkIndex - run.chunks.length];
  if (sheet === undefined) throw new Error(`Chunk ${chunkIndex} of the run is no claim sheet`);
  return sheet;
}
