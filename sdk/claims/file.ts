// SPDX-License-Identifier: EUPL-1.2
import canonicalize from "canonicalize";
import type { Hex } from "viem";
import { getAddress } from "viem/utils";
import { MAX_CENTS } from "../amounts.ts";
import { CLAIMS_PER_SHEET } from "./sheet-size.ts";
import { buildSheetTree, type Claim, claimNumberOf } from "./sheets.ts";

export const CLAIMS_FILE_VERSION = 1;

/** Characters of the largest file that is read: some 200,000 claims. */
export const MAX_CLAIMS_FILE_LENGTH = 16_000_000;

/**
 * What anybody may know of a run's claims, and must know to claim: addresses of one-time keys and cents as decimal
 * strings, sheet by sheet. `deadline` is the last Unix second to claim, `runId` a decimal string. Nothing in it is
 * personal or secret, so it can be published and kept by anybody; the chain says whether it is true.
 */
export type ClaimsFile = {
  version: typeof CLAIMS_FILE_VERSION;
  chainId: number;
  region: string;
  issuance: Hex;
  token: Hex;
  runId: string;
  planHash: Hex;
  deadline: number;
  sheets: { chunkIndex: number; claims: [claimKey: Hex, cents: string][] }[];
};

/** Why a text is no claims file: too long, not JSON, of another version, of another shape. */
export type ClaimsFileProblem = "size" | "json" | "version" | "shape";

/** A claim with all the contract asks for but the signature. `root` is to be compared with the chain's sheet. */
export type FoundClaim = {
  chunkIndex: number;
  place: number;
  claimNumber: number;
  amount: bigint;
  root: Hex;
  proof: Hex[];
};

/** The file as it is written: canonical JSON (RFC 8785) and a line end. */
export function claimsFileText(file: ClaimsFile): string {
  return `${canonicalize(file)}\n`;
}

/**
 * Reads a claims file that may come from anywhere. What passes has the shape of one, to the last field; whether it tells
 * the truth is for the chain to say.
 */
export function readClaimsFile(text: string): { file: ClaimsFile } | { problem: ClaimsFileProblem } {
  if (text.length > MAX_CLAIMS_FILE_LENGTH) return { problem: "size" };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "json" };
  }
  if (!isObject(value)) return { problem: "shape" };
  if (value.version !== CLAIMS_FILE_VERSION) return { problem: "version" };
  return hasShape(value) ? { file: value } : { problem: "shape" };
}

/** The claim of a one-time key, by its address; undefined when the file has none. */
export function findClaim(file: ClaimsFile, claimKey: Hex): FoundClaim | undefined {
  for (const { chunkIndex, claims } of file.sheets) {
    const place = claims.findIndex(([key]) => key === claimKey);
    const amount = claims[place]?.[1];
    if (amount === undefined) continue;
    const { root, proof } = buildSheetTree(chunkIndex, sheetClaims(claims));
    const claimNumber = claimNumberOf(chunkIndex, place);
    return { chunkIndex, place, claimNumber, amount: BigInt(amount), root, proof: proof(place) };
  }
  return undefined;
}

function sheetClaims(claims: ClaimsFile["sheets"][number]["claims"]): Claim[] {
  return claims.map(([claimKey, cents]) => ({ claimKey, amount: BigInt(cents) }));
}

const FIELDS = ["version", "chainId", "region", "issuance", "token", "runId", "planHash", "deadline", "sheets"];

function hasShape(value: Record<string, unknown>): value is ClaimsFile {
  return (
    hasOnly(value, FIELDS) &&
    isIndex(value.chainId) &&
    typeof value.region === "string" &&
    /^[a-z0-9-]{1,60}$/u.test(value.region) &&
    isAddress(value.issuance) &&
    isAddress(value.token) &&
    typeof value.runId === "string" &&
    /^[1-9][0-9]{0,14}$/u.test(value.runId) &&
    typeof value.planHash === "string" &&
    /^0x[0-9a-f]{64}$/u.test(value.planHash) &&
    isIndex(value.deadline) &&
    Array.isArray(value.sheets) &&
    areSheets(value.sheets)
  );
}

/** At least one, in the order of their numbers, and no key twice. */
function areSheets(sheets: readonly unknown[]): boolean {
  const keys = new Set<unknown>();
  let last = -1;
  for (const sheet of sheets) {
    if (!isObject(sheet) || !hasOnly(sheet, ["chunkIndex", "claims"])) return false;
    const { chunkIndex, claims } = sheet;
    if (!isIndex(chunkIndex) || chunkIndex <= last || !Array.isArray(claims)) return false;
    if (claims.length === 0 || claims.length > CLAIMS_PER_SHEET || !claims.every(isClaim)) return false;
    for (const [key] of claims as ClaimsFile["sheets"][number]["claims"]) {
      if (keys.has(key)) return false;
      keys.add(key);
    }
    last = chunkIndex;
  }
  return sheets.length > 0;
}

function isClaim(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && isAddress(value[0]) && isCents(value[1]);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const hasOnly = (value: Record<string, unknown>, fields: readonly string[]) =>
  Object.keys(value).length === fields.length && fields.every((field) => Object.hasOwn(value, field));
const isIndex = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isCents = (value: unknown) =>
  typeof value === "string" && /^[1-9][0-9]{0,24}$/u.test(value) && BigInt(value) <= MAX_CENTS;
const isAddress = (value: unknown) =>
  typeof value === "string" && /^0x[0-9a-fA-F]{40}$/u.test(value) && getAddress(value) === value;
