// SPDX-License-Identifier: EUPL-1.2
import type { ClaimCode } from "@monnaie-commune/sdk/claims/code";
import type { FoundClaim } from "@monnaie-commune/sdk/claims/file";
import { claimArguments, type SignedClaim } from "@monnaie-commune/sdk/claims/signed";
import { useState } from "react";
import { useConfig } from "wagmi";
import { getBlockNumber } from "wagmi/actions";
import { contractCall, useContracts } from "../../../lib/contracts.ts";
import { submit } from "../../../lib/relay/client.ts";
import { followRelayed } from "../../../lib/relay/follow-relayed.ts";
import { RelayError } from "../../../lib/relay-error.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { isRunning, type TransactionState } from "../../../lib/transaction-state.ts";
import { useTransaction } from "../../../lib/use-transaction.ts";
import { isUsed } from "../letter-status.ts";
import { signClaim } from "./sign-claim.ts";
import { createClaimReader } from "./use-letter-status.ts";

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

  const activityOf = (payee: Address) => ({ kind: "claim", payee, cents: claim.amount, again: "/prime" }) as const;

  const sendByRelay = (payee: Address) => {
    if (!isRunning(state)) setWay("relay");
    return run(async (report) => {
      report({ step: "checking" });
      if (relayUrl === undefined) throw new RelayError("unreachable");
      // Whatever pays the claim stands in a later block than this one; on a reorganisation, in the same.
      const [signed, fromBlock] = await Promise.all([sign(payee), getBlockNumber(config, { chainId })]);
      const { id } = await submit(relayUrl, "claims", signed, { payee });
      report({ step: "relayed", relay: { kind: "claims", id } });
      const look = () => claimed(signed, Number(fromBlock));
      return followRelayed({ relayUrl, kind: "claims", id, look, report });
    }, activityOf(payee));
  };

  /** Asks the chain, which alone says that it is paid; undefined while it is not. */
  async function claimed({ payee }: SignedClaim, fromBlock: number): Promise<TransactionState | undefined> {
    const { runId } = code;
    const { claimNumber, chunkIndex, place } = claim;
    const sheet = await reader.sheet(runId, chunkIndex);
    if (!isUsed(sheet.used, place)) return undefined;
    const where = { token: token.address, issuance: issuance.address, runId, claimNumber };
    // Not since we began to watch: an earlier try, whose answer was lost, has been paid.
    const story = (await reader.story(where, fromBlock)) ?? (await reader.story(where, firstBlock));
    if (story?.kind !== "paid" || story.payee !== payee) throw new RelayError("ClaimAlreadyUsed");
    return { step: "confirmed", hash: story.tx, at: story.at, block: BigInt(story.block) };
  }

  const sendByWallet = async (payee: Address) => {
    if (!isRunning(state)) setWay("wallet");
    await start(contractCall(issuance, "claim", claimArguments(await sign(payee))), activityOf(payee));
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
