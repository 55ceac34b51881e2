// SPDX-License-Identifier: EUPL-1.2
import type { Currency } from "@monnaie-commune/sdk/payments/authorisation";
import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useConfig } from "wagmi";
import { useContracts } from "../../../lib/contracts.ts";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import { RelayError } from "../../../lib/relay-error.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import {
  dropSignedPayment,
  readSignedPayments,
  signedPaymentsKey,
  subscribeSignedPayments,
  type SignedPayment,
} from "../signed-payments.ts";
import { paymentOnChain } from "./payment-on-chain.ts";

const EVERY_MS = 5_000;

/** Where signed payments are kept, and for which currency people sign. */
export function useSignedPayments(): { key: string; currency: Currency } {
  const { chainId, deployment, region } = useRuntime();
  const { token } = useContracts();
  const currency = { name: region.currency.tokenName, chainId, token: token.address };
  return { key: signedPaymentsKey(chainId, deployment.genesisHash), currency };
}

/** What an account has signed on this device and nobody has sent yet, though it still could be. */
export function useWaitingPayments(payer: string | undefined): readonly SignedPayment[] {
  const config = useConfig();
  const { token } = useContracts();
  const { key } = useSignedPayments();
  const kept = useSyncExternalStore(subscribeSignedPayments, () => readSignedPayments(key));
  const own = kept.filter(({ signed }) => signed.from === payer);
  const { data } = useQuery({
    queryKey: [CHAIN_KEY, "waiting", own.map(({ signed }) => signed.signature)],
    queryFn: async () => {
      const waiting: SignedPayment[] = [];
      for (const payment of own) {
        if (await isWaiting(payment)) waiting.push(payment);
        else dropSignedPayment(key, payment.signed);
      }
      return waiting;
    },
    enabled: own.length > 0,
    refetchInterval: EVERY_MS,
  });
  return own.length === 0 ? [] : (data ?? []);

  async function isWaiting(payment: SignedPayment): Promise<boolean> {
    if (payment.signed.validBefore < Date.now() / 1000) return false;
    try {
      return (await paymentOnChain(config, token, payment)) === undefined;
    } catch (error) {
      return !(error instanceof RelayError);
    }
  }
}
