// SPDX-License-Identifier: EUPL-1.2
import { type ClaimsFile, MAX_CLAIMS_FILE_LENGTH, readClaimsFile } from "@monnaie-commune/sdk/claims/file";
import type { Deployment } from "@monnaie-commune/sdk/deployments";

/** Why the list of a run's claims is of no use: not there, no list, or of another network, region or run. */
export type FileProblem = "missing" | "unreadable" | "otherNetwork" | "otherRegion" | "otherRun";

export type FileAnswer = { file: ClaimsFile } | { problem: FileProblem };

/** Reads a list and checks that it is about this run of this region; the chain is asked for the rest. */
export function judgeClaimsFile(text: string, runId: bigint, { chainId, contracts }: Deployment): FileAnswer {
  const read = readClaimsFile(text);
  if ("problem" in read) return { problem: "unreadable" };
  const { file } = read;
  if (file.chainId !== chainId) return { problem: "otherNetwork" };
  if (file.issuance !== contracts.Issuance.address || file.token !== contracts.RegionalToken.address) {
    return { problem: "otherRegion" };
  }
  return file.runId === runId.toString() ? { file } : { problem: "otherRun" };
}

/** The list of a run beside the dApp. Hosts answer unknown paths with their first page: that is no list either. */
export async function fetchClaimsFile(runId: bigint, deployment: Deployment, signal: AbortSignal): Promise<FileAnswer> {
  const response = await fetch(`/claims/${runId}.json`, { cache: "no-cache", signal }).catch(() => undefined);
  if (response?.ok !== true) return { problem: "missing" };
  const text = await response.text();
  if (/^\s*</u.test(text)) return { problem: "missing" };
  return judgeClaimsFile(text, runId, deployment);
}

/** The text of a file somebody chose, unless it is far too long to be a list. */
export async function textOf(file: File): Promise<string> {
  return file.size > 2 * MAX_CLAIMS_FILE_LENGTH ? "" : await file.text();
}
