// SPDX-License-Identifier: EUPL-1.2
import type { ClaimCode } from "@monnaie-commune/sdk/claims/code";
import { type ClaimsFile, findClaim, type FoundClaim } from "@monnaie-commune/sdk/claims/file";
import { claimStory, type ClaimPlace } from "@monnaie-commune/sdk/claims/story";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { useQuery } from "@tanstack/react-query";
import { useConfig, type Config } from "wagmi";
import { getBlock, getClient, readContract } from "wagmi/actions";
import { useContracts } from "../../../lib/contracts.ts";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { fetchClaimsFile, type FileAnswer, type FileProblem, judgeClaimsFile } from "../claims-source.ts";
import { letterStatus, needsStory, type LetterStatus } from "../letter-status.ts";
import { claimKeyOf } from "./sign-claim.ts";

const EVERY_MS = 15_000;

/** What there is to say about a letter: its claim and where it stands, or why nobody can tell. */
export type LetterAnswer =
  | { kind: "letter"; claim: FoundClaim; status: LetterStatus }
  | { kind: "unknownRun" }
  | { kind: "unknownCode" }
  | { kind: "file"; problem: FileProblem };

/** A list that was read once stays as it is: a run never changes. */
const files = new Map<string, ClaimsFile>();

async function theSitesFile(runId: bigint, deployment: Deployment, signal: AbortSignal): Promise<FileAnswer> {
  const known = files.get(runId.toString());
  if (known !== undefined) return { file: known };
  const answer = await fetchClaimsFile(runId, deployment, signal);
  if ("file" in answer) files.set(runId.toString(), answer.file);
  return answer;
}

function isFinal(answer: LetterAnswer | undefined): boolean {
  return answer?.kind === "letter" && (answer.status.kind === "paid" || answer.status.kind === "cancelled");
}

type Issuance = ReturnType<typeof useContracts>["issuance"];

/** The node's answers about a claim of a run, in the contract's own words. */
export function createClaimReader(config: Config, chainId: number, issuance: Issuance) {
  const contract = { ...issuance, chainId } as const;
  return {
    runCount: () => readContract(config, { ...contract, functionName: "runCount" }),
    runState: async (runId: bigint) =>
      (await readContract(config, { ...contract, functionName: "runOf", args: [runId] })).state,
    wasOpened: (runId: bigint, chunkIndex: number) =>
      readContract(config, { ...contract, functionName: "isChunkPaid", args: [runId, BigInt(chunkIndex)] }),
    sheet: async (runId: bigint, chunkIndex: number) => {
      const args = [runId, BigInt(chunkIndex)] as const;
      const sheet = await readContract(config, { ...contract, functionName: "claimSheetOf", args });
      const [root, used, deadline, remaining] = sheet;
      return { root, used, deadline: Number(deadline), remaining };
    },
    story: (place: ClaimPlace, fromBlock: number, signal?: AbortSignal) => {
      const client = getClient(config, { chainId });
      if (!client) throw new Error(`No client for chain ${chainId}`);
      return claimStory(createViemSource(client), place, fromBlock, signal);
    },
    /** The chain's clock; a local chain may sleep, and then ours is ahead. */
    now: async () => Math.max(Number((await getBlock(config, { chainId })).timestamp), Math.floor(Date.now() / 1000)),
  };
}

/**
 * Finds a letter's claim and asks the chain about it.
 * @param givenFile Text of a list the person gave by hand, in the place of the site's own.
 */
export function useLetterStatus(code: ClaimCode, givenFile: string | undefined) {
  const config = useConfig();
  const { chainId, deployment } = useRuntime();
  const { issuance, token } = useContracts();
  const { runId, secret } = code;
  return useQuery({
    // The key never holds the secret: what is asked for is known by the public address that comes from it.
    queryKey: [CHAIN_KEY, "letter", runId.toString(), claimKeyOf({ runId, secret }), givenFile],
    queryFn: async ({ signal }): Promise<LetterAnswer> => {
      const reader = createClaimReader(config, chainId, issuance);
      if (runId > (await reader.runCount())) return { kind: "unknownRun" };
      const answer =
        givenFile === undefined
          ? await theSitesFile(runId, deployment, signal)
          : judgeClaimsFile(givenFile, runId, deployment);
      if ("problem" in answer) return { kind: "file", problem: answer.problem };
      const claim = findClaim(answer.file, claimKeyOf(code));
      if (claim === undefined) return { kind: "unknownCode" };
      const { chunkIndex, claimNumber } = claim;
      const [sheet, wasOpened, runState, now] = await Promise.all([
        reader.sheet(runId, chunkIndex),
        reader.wasOpened(runId, chunkIndex),
        reader.runState(runId),
        reader.now(),
      ]);
      const place = { token: token.address, issuance: issuance.address, runId, claimNumber };
      const isToBeTold = needsStory({ sheet }, claim) && wasOpened;
      const story = isToBeTold ? await reader.story(place, deployment.contracts.Issuance.block, signal) : undefined;
      return { kind: "letter", claim, status: letterStatus(claim, { sheet, wasOpened, runState, now, story }) };
    },
    refetchInterval: ({ state }) => (isFinal(state.data) ? false : EVERY_MS),
    // Nothing about a letter outlives the page that asked.
    gcTime: 0,
  });
}
