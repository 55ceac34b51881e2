// SPDX-License-Identifier: EUPL-1.2
import { cancelTypedData, type SignedCancellation } from "@monnaie-commune/sdk/payments/authorisation";
import { useConfig } from "wagmi";
import { getBlock, signTypedData } from "wagmi/actions";
import { contractCall, useContracts } from "../../../lib/contracts.ts";
import { submit } from "../../../lib/relay/client.ts";
import { followRelayed } from "../../../lib/relay/follow-relayed.ts";
import { RelayError } from "../../../lib/relay-error.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { TransactionState } from "../../../lib/transaction-state.ts";
import { type Report, useTransaction } from "../../../lib/use-transaction.ts";
import { dropSignedPayment, type SignedPayment } from "../signed-payments.ts";
import { paymentOnChain } from "./payment-on-chain.ts";
import { useSignedPayments } from "./use-signed-payments.ts";

/** Takes a signed payment back in the register, so that nobody can send it any more: by the relay, or by the wallet. */
export function useCancelPayment({ signed, block }: SignedPayment) {
  const config = useConfig();
  const { token } = useContracts();
  const { relayUrl } = useRuntime();
  const { key, currency } = useSignedPayments();
  const { state, start, run, reset } = useTransaction();
  const { from: authorizer, nonce, to: payee, value, chainId } = signed;
  const activity = { kind: "cancellation", payee, cents: BigInt(value) } as const;

  async function sign(): Promise<SignedCancellation> {
    const cancellation = { authorizer, nonce };
    const signature = await signTypedData(config, { account: authorizer, ...cancelTypedData(currency, cancellation) });
    return { chainId, token: currency.token, ...cancellation, signature };
  }

  /** Whether it is cancelled, as the chain says. */
  async function look(): Promise<TransactionState | undefined> {
    try {
      const paid = await paymentOnChain(config, token, { signed, block });
      if (paid) throw new RelayError("underWay");
      return undefined;
    } catch (error) {
      if (!(error instanceof RelayError) || error.code !== "cancelled") throw error;
      const { number, timestamp } = await getBlock(config, { chainId });
      return { step: "confirmed", hash: nonce, at: Number(timestamp), block: number };
    }
  }

  async function byRelay(report: Report): Promise<TransactionState> {
    report({ step: "checking" });
    if (relayUrl === undefined) throw new RelayError("unreachable");
    report({ step: "signing" });
    const { id } = await submit(relayUrl, "cancellations", await sign());
    report({ step: "relayed", relay: { kind: "cancellations", id, nonce } });
    return followRelayed({ relayUrl, kind: "cancellations", id, look, report });
  }

  const forgetWhenOver = (end: TransactionState) => {
    if (end.step === "confirmed") dropSignedPayment(key, signed);
  };

  return {
    state,
    reset,
    cancelByRelay: async () => forgetWhenOver(await run(byRelay, activity)),
    cancelMyself: async () => {
      const { signature } = await sign();
      forgetWhenOver(await start(contractCall(token, "cancelAuthorization", [authorizer, nonce, signature]), activity));
    },
  };
}
