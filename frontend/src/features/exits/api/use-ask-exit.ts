// SPDX-License-Identifier: EUPL-1.2
import {
  type Exit,
  exitArguments,
  exitCancellationTypedData,
  exitNonce,
  exitTypedData,
  type SignedExit,
} from "@monnaie-commune/sdk/exits/authorisation";
import type { Place } from "@monnaie-commune/sdk/ledger/entries";
import { findActs, type WantedActs } from "@monnaie-commune/sdk/ledger/find-acts";
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { AUTHORISATION_SECONDS } from "@monnaie-commune/sdk/payments/authorisation";
import { useRef, useState } from "react";
import { bytesToHex } from "viem";
import { useConfig } from "wagmi";
import { getBlock, getPublicClient, readContract, signTypedData } from "wagmi/actions";
import { contractCall, useContracts } from "../../../lib/contracts.ts";
import { submit } from "../../../lib/relay/client.ts";
import { followRelayed } from "../../../lib/relay/follow-relayed.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { isRunning, type TransactionState } from "../../../lib/transaction-state.ts";
import { type Report, useTransaction } from "../../../lib/use-transaction.ts";

/** A signature with less than this left, in seconds, is not sent any more: the relay takes none. */
const SHORTEST_SECONDS = 35;

// The order of IRedemptions.State.
const CANCELLED = 3;

/** Asks for euros, and takes a request back: signed by the shop, sent by the relay, or else by the shop's own wallet. */
export function useAskExit(shop: Address) {
  const config = useConfig();
  const { chainId, relayUrl, deployment } = useRuntime();
  const { token, redemptions } = useContracts();
  const { state, start, run, reset } = useTransaction();
  const [way, setWay] = useState<"authorisation" | "wallet">("authorisation");

  /** What was signed last: sent again while it is valid, so that a request whose answer was lost is not made twice. */
  const last = useRef<SignedExit>(undefined);

  async function sign(amount: bigint, mostFeeBps: number, report: Report): Promise<SignedExit> {
    report({ step: "checking" });
    const before = last.current;
    const isSame = before?.amount === amount.toString() && before.mostFeeBps === mostFeeBps;
    if (isSame && before.validBefore - Date.now() / 1000 > SHORTEST_SECONDS) return before;
    const [name, block] = await Promise.all([
      readContract(config, { ...token, chainId, functionName: "name" }),
      getBlock(config, { chainId }),
    ]);
    // A local chain that was moved ahead in time is ahead of our clock.
    const now = Math.max(Math.floor(Date.now() / 1000), Number(block.timestamp));
    const salt = bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
    const exit: Exit = { shop, amount, mostFeeBps, validAfter: 0, validBefore: now + AUTHORISATION_SECONDS, salt };
    const currency = { name, chainId, token: token.address };
    report({ step: "signing" });
    const data = exitTypedData(currency, redemptions.address, exit);
    const signature = await signTypedData(config, { account: shop, ...data });
    last.current = { chainId, redemptions: redemptions.address, ...exit, amount: amount.toString(), signature };
    return last.current;
  }

  const activityOf = (amount: bigint) => ({ kind: "exit", cents: amount, again: "/sortir" }) as const;

  /** Asks by the relay where there is one. */
  const ask = (amount: bigint, mostFeeBps: number) => {
    if (relayUrl === undefined) return askByWallet(amount, mostFeeBps);
    if (!isRunning(state)) setWay("authorisation");
    return run(async (report) => {
      const signed = await sign(amount, mostFeeBps, report);
      const nonce = exitNonce(signed);
      const { id } = await submit(relayUrl, "exits", signed, { shop });
      report({ step: "relayed", relay: { kind: "exits", id, nonce, validBefore: signed.validBefore } });
      const look = async () => {
        const args = [shop, nonce] as const;
        const isUsed = await readContract(config, { ...token, chainId, functionName: "authorizationState", args });
        return isUsed ? found("AuthorizationUsed", { authorizer: shop, nonce }) : undefined;
      };
      return followRelayed({ relayUrl, kind: "exits", id, look, report });
    }, activityOf(amount));
  };

  /** Signs, and sends what was signed with the shop's own wallet. */
  const askByWallet = async (amount: bigint, mostFeeBps: number) => {
    if (isRunning(state)) return state;
    setWay("wallet");
    let signed: SignedExit | undefined;
    const outcome = await run(async (report) => {
      signed = await sign(amount, mostFeeBps, report);
      return { step: "idle" };
    });
    if (signed === undefined) return outcome;
    return start(contractCall(redemptions, "requestWithAuthorization", exitArguments(signed)), activityOf(amount));
  };

  const cancel = (requestId: bigint) => {
    if (relayUrl === undefined) {
      setWay("wallet");
      return start(contractCall(redemptions, "cancel", [requestId]), { kind: "exit", again: "/sortir" });
    }
    if (!isRunning(state)) setWay("authorisation");
    return run(
      async (report) => {
        report({ step: "checking" });
        const place = { chainId, redemptions: redemptions.address };
        report({ step: "signing" });
        const data = exitCancellationTypedData(place, requestId);
        const signature = await signTypedData(config, { account: shop, ...data });
        const body = { ...place, shop, requestId: requestId.toString(), signature };
        const { id } = await submit(relayUrl, "exitcancellations", body, { requestId });
        report({ step: "relayed", relay: { kind: "exitcancellations", id } });
        const look = async () => {
          const args = [requestId] as const;
          const { state: now } = await readContract(config, {
            ...redemptions,
            chainId,
            functionName: "requestOf",
            args,
          });
          return now === CANCELLED ? found("RedemptionCancelled", { requestId }) : undefined;
        };
        return followRelayed({ relayUrl, kind: "exitcancellations", id, look, report });
      },
      { kind: "exit", again: "/sortir" },
    );
  };

  /** Where the chain has it. */
  async function found<Event extends "AuthorizationUsed" | "RedemptionCancelled">(
    event: Event,
    args: WantedActs<Event>["args"] & {},
  ): Promise<TransactionState | undefined> {
    const contract = event === "AuthorizationUsed" ? "RegionalToken" : "Redemptions";
    const { address } = deployment.contracts[contract];
    const wanted: WantedActs<Event> = { contract, address, event, args };
    const client = getPublicClient(config, { chainId });
    if (!client) throw new Error(`No client for chain ${chainId}`);
    const fromBlock = deployment.contracts.Redemptions.block;
    const acts: readonly Place[] = await findActs(createViemSource(client), wanted, { fromBlock });
    const act = acts.at(-1);
    if (!act) return undefined;
    const block = await getBlock(config, { chainId, blockNumber: BigInt(act.block) });
    return { step: "confirmed", hash: act.tx, at: Number(block.timestamp), block: block.number };
  }

  return { state, way, reset, ask, askByWallet, cancel };
}
