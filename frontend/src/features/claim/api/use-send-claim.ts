// SPDX-License-Identifier: EUPL-1.2
import type { ClaimCode } from "@monnaie-commune/sdk/claims/code";
import type { FoundClaim } from "@monnaie-commune/sdk/claims/file";
import { claimArguments, type SignedClaim } from "@monnaie-commune/sdk/claims/signed";
import { useState } from "react";
import { useConfig } from "wagmi";
import { getBlockNumber } from "wagmi/actions";
import { contractCall, useContracts } from "../../../lib/contracts.ts";
import { RelayError } from "../../../lib/relay-error.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { isRunning, type TransactionState } from "../../../lib/transaction-state.ts";
import { type Report, useTransaction } from "../../../lib/use-transaction.ts";
import { isUsed } from "../letter-status.ts";
import { relayState, submitClaim } from "./relay-client.ts";
import { signClaim } from "./sign-claim.ts";
import { createClaimReader } from "./use-letter-status.ts";

const GIVE_UP_AFTER_MS = 180_000;
const EVERY_MS = 1_000;
/** The relay's answer is a courtesy, so it is asked less often than the chain. */
const RELAY_EVERY = 2;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Has a letter's claim paid to an account: by the relay, by the person's own wallet, or later by anybody. */
export function useSendClaim(code: ClaimCode, claim: FoundClaim) {
  const config = useConfig();
  const { chainId, relayUrl, deployment } = useRuntime();
  const firstBlock = deployment.contracts.Issuance.block;
  const { issuance, token } = useContracts();
  const { state, start, run, reset } = useTransaction();
  const [way, setWay] = useState<"relay" | "wallet">("relay");
  const reader = createClaimReader(config, chainId, issuance);
  const sign = (payee: Address) => signClaim(code, claim, { chainId, issuance: issuance.address }, payee);

  const sendByRelay = (payee: Address) => {
    if (!isRunning(state)) setWay("relay");
    return run(async (report) => {
      report({ step: "checking" });
      if (relayUrl === undefined) throw new RelayError("unreachable");
      // Whatever pays the claim stands in a later block than this one; on a reorganisation, in the same.
      const [signed, fromBlock] = await Promise.all([sign(payee), getBlockNumber(config, { chainId })]);
      const { id } = await submitClaim(relayUrl, signed);
      report({ step: "relayed" });
      return follow(relayUrl, id, signed, Number(fromBlock), report);
    });
  };

  /** Watches the chain, which alone says that it is paid; the relay only tells why it will not be. */
  async function follow(
    url: string,
    id: string,
    signed: SignedClaim,
    fromBlock: number,
    report: Report,
  ): Promise<TransactionState> {
    const { runId } = code;
    const { claimNumber, chunkIndex, place } = claim;
    let hash: Address | undefined;
    for (const deadline = Date.now() + GIVE_UP_AFTER_MS; Date.now() < deadline;) {
      for (let look = 0; look < RELAY_EVERY; look++) {
        const sheet = await reader.sheet(runId, chunkIndex).catch(() => undefined);
        if (sheet !== undefined && isUsed(sheet.used, place)) {
          const where = { token: token.address, issuance: issuance.address, runId, claimNumber };
          // Not since we began to watch: an earlier try, whose answer was lost, has been paid.
          const story = (await reader.story(where, fromBlock)) ?? (await reader.story(where, firstBlock));
          if (story?.kind !== "paid" || story.payee !== signed.payee) throw new RelayError("ClaimAlreadyUsed");
          return { step: "confirmed", hash: story.tx, at: story.at, block: BigInt(story.block) };
        }
        await pause(EVERY_MS);
      }
      const answer = await relayState(url, id, signed).catch((error: unknown) => {
        // Once it has taken the claim, its silence is no failure: the claim may be paid all the same.
        if (error instanceof RelayError && error.code === "unreachable") return undefined;
        throw error;
      });
      if (answer?.state === "sent" && answer.hash !== hash) {
        hash = answer.hash;
        report({ step: "sent", hash, since: Math.floor(Date.now() / 1000) });
      }
    }
    return { step: "expired", ...(hash && { hash }) };
  }

  const sendByWallet = async (payee: Address) => {
    if (!isRunning(state)) setWay("wallet");
    await start(contractCall(issuance, "claim", claimArguments(await sign(payee))));
  };

  return {
    state,
    /** Who pays the fee of what is under way. */
    way,
    reset,
    sendByRelay,
    sendByWallet,
    /** The signed claim as a file, which pays this account whoever sends it. */
    signedFile: async (payee: Address) => ({
      name: `prime-${code.runId}-${claim.claimNumber}.json`,
      text: `${JSON.stringify(await sign(payee), undefined, 2)}\n`,
    }),
  };
}
