// SPDX-License-Identifier: EUPL-1.2
import { findActs } from "@monnaie-commune/sdk/ledger/find-acts";
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import type { MerchantRecord } from "@monnaie-commune/sdk/merchants";
import {
  applicationTypedData,
  departureTypedData,
  type MerchantMessage,
  updateTypedData,
} from "@monnaie-commune/sdk/merchants/messages";
import { detailsOf } from "@monnaie-commune/sdk/merchants/record";
import type { SignedMerchantRequest } from "@monnaie-commune/sdk/merchants/signed";
import { useState } from "react";
import type { Hex } from "viem";
import { useConfig } from "wagmi";
import { getBlock, getClient, getConnection, readContract, signTypedData } from "wagmi/actions";
import { contractCall, useContracts } from "../../../lib/contracts.ts";
import { submit } from "../../../lib/relay/client.ts";
import { followRelayed } from "../../../lib/relay/follow-relayed.ts";
import { RelayError } from "../../../lib/relay-error.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { isRunning, type TransactionState } from "../../../lib/transaction-state.ts";
import { useTransaction } from "../../../lib/use-transaction.ts";

/** How long what is signed can be sent. */
const VALID_SECONDS = 600;

export type MerchantWish = { action: "apply" | "update"; record: MerchantRecord } | { action: "leave" };

const EVENTS = { apply: "MerchantApplied", update: "MerchantUpdated", leave: "MerchantLeft" } as const;
const DIRECT = { apply: "applyAsMerchant", update: "updateDetails" } as const;

/** What a shop asks of the register: signed and sent by the relay, so that it costs nothing, or by its own wallet. */
export function useMerchantRequest() {
  const config = useConfig();
  const { chainId, relayUrl } = useRuntime();
  const { registry } = useContracts();
  const { state, start, run, reset } = useTransaction();
  const [way, setWay] = useState<"relay" | "wallet">("relay");
  const activity = { kind: "application", again: "/ma-fiche" } as const;

  const sign = async (wish: MerchantWish, message: MerchantMessage): Promise<Hex> => {
    const { account } = message;
    if (wish.action === "leave") return signTypedData(config, { account, ...departureTypedData(message) });
    const details = detailsOf(wish.record);
    return wish.action === "apply"
      ? signTypedData(config, { account, ...applicationTypedData(message, details) })
      : signTypedData(config, { account, ...updateTypedData(message, details) });
  };

  /** The chain alone says that it is written: the account's number has been used, by an event of this kind. */
  const lookFor = (wish: MerchantWish, account: Address, nonce: bigint, fromBlock: bigint) => async () => {
    const next = await readContract(config, { ...registry, chainId, functionName: "nonces", args: [account] });
    if (next <= nonce) return undefined;
    const client = getClient(config, { chainId });
    if (!client) throw new Error(`No client for chain ${chainId}`);
    const { address } = registry;
    const wanted = { contract: "MerchantRegistry", address, event: EVENTS[wish.action], args: { account } } as const;
    const act = (await findActs(createViemSource(client), wanted, { fromBlock: Number(fromBlock) })).at(-1);
    if (act === undefined) throw new RelayError("failed");
    const block = await getBlock(config, { chainId, blockNumber: BigInt(act.block) });
    return { step: "confirmed", hash: act.tx, at: Number(block.timestamp), block: block.number } as const;
  };

  const byRelay = (wish: MerchantWish) =>
    run(async (report): Promise<TransactionState> => {
      report({ step: "checking" });
      const { address: account } = getConnection(config);
      if (relayUrl === undefined || account === undefined) throw new RelayError("unreachable");
      const [nonce, latest] = await Promise.all([
        readContract(config, { ...registry, chainId, functionName: "nonces", args: [account] }),
        getBlock(config, { chainId }),
      ]);
      // By the register's clock, should the device's be slow.
      const deadline = Math.max(Math.floor(Date.now() / 1000), Number(latest.timestamp)) + VALID_SECONDS;
      const message = { chainId, registry: registry.address, account, nonce, deadline };
      report({ step: "signing" });
      const signature = await sign(wish, message);
      const request: SignedMerchantRequest = { ...message, nonce: nonce.toString(), signature, ...wish };
      const { id } = await submit(relayUrl, "applications", request, { account });
      report({ step: "relayed", relay: { kind: "applications", id } });
      const look = lookFor(wish, account, nonce, latest.number);
      return followRelayed({ relayUrl, kind: "applications", id, look, report });
    }, activity);

  const byWallet = (wish: MerchantWish) =>
    wish.action === "leave"
      ? start(contractCall(registry, "leave", []), activity)
      : start(contractCall(registry, DIRECT[wish.action], [detailsOf(wish.record)]), activity);

  return {
    state,
    /** Who pays the fee of what is under way. */
    way,
    hasRelay: relayUrl !== undefined,
    reset,
    send(wish: MerchantWish, by: "relay" | "wallet") {
      if (!isRunning(state)) setWay(by);
      return by === "relay" ? byRelay(wish) : byWallet(wish);
    },
  };
}
