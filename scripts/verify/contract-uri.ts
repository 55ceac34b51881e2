// SPDX-License-Identifier: EUPL-1.2
import type { RegionalToken } from "../../types/ethers-contracts/index.js";

/** What wallets and explorers are told of a currency (ERC-7572). */
export type ContractMetadata = { name: string; symbol: string; description: string; external_link: string };

export type ContractUri = { metadata: ContractMetadata } | { problem: "unreadable" | "fields" | "otherName" };

const DATA = "data:application/json;base64,";

/** Reads what a currency says of itself: whole, in the contract itself, and as its name and symbol say it. */
export async function readContractUri(token: RegionalToken): Promise<ContractUri> {
  const [uri, symbol] = await Promise.all([token.contractURI(), token.symbol()]);
  const metadata = uri.startsWith(DATA) ? parse(Buffer.from(uri.slice(DATA.length), "base64").toString()) : undefined;
  if (metadata === undefined) return { problem: "unreadable" };
  if (!isMetadata(metadata)) return { problem: "fields" };
  return metadata.symbol === symbol ? { metadata } : { problem: "otherName" };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isMetadata(value: unknown): value is ContractMetadata {
  if (typeof value !== "object" || value === null) return false;
  const { name, symbol, description, external_link: link } = value as Record<string, unknown>;
  const isText = (part: unknown) => typeof part === "string" && part.trim() !== "";
  return [name, symbol, description].every(isText) && typeof link === "string" && URL.canParse(link);
}
