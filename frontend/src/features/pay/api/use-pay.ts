// SPDX-License-Identifier: EUPL-1.2
import { transferArguments } from "@monnaie-commune/sdk/payments/authorisation";
import { useRef, useState } from "react";
import { useConfig } from "wagmi";
import { getConnection } from "wagmi/actions";
import { contractCall, useContracts } from "../../../lib/contracts.ts";
import { DEMO_CONNECTOR_TYPE } from "../../../lib/demo-connector.ts";
import { OtherNetworkError, problemOf } from "../../../lib/errors.ts";
import { submit } from "../../../lib/relay/client.ts";
import { followRelayed } from "../../../lib/relay/follow-relayed.ts";
import { RelayError } from "../../../lib/relay-error.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { TransactionState } from "../../../lib/transaction-state.ts";
import { type Report, useTransaction } from "../../../lib/use-transaction.ts";
import type { Payment } from "../payment.ts";
import { dropSignedPayment, keepSignedPayment, readSignedPayments, type SignedPayment } from "../signed-payments.ts";
import { paymentOnChain } from "./payment-on-chain.ts";
import { signPayment } from "./sign-payment.ts";
import { useSignedPayments } from "./use-signed-payments.ts";

/** A signature with less than this left, in seconds, is not sent any more: the relay takes none. */
const SHORTEST_SECONDS = 35;

/**
 * Makes a payment: signed once, then sent by the relay, by the payer's own wallet, or later. Without a relay the wallet
 * sends an ordinary transfer.
 * @param first What was signed earlier and is taken up again.
 */
export function usePay(first?: SignedPayment) {
  const config = useConfig();
  const { token } = useContracts();
  const { relayUrl } = useRuntime();
  const { key, currency } = useSignedPayments();
  const { state, start, run, reset } = useTransaction();
  const [way, setWay] = useState<"authorisation" | "wallet">(relayUrl === undefined ? "wallet" : "authorisation");
  const signed = useRef(first);
  const [shown, setShown] = useState(first);

  /** For what runs now, and for what is drawn. */
  const keep = (payment: SignedPayment | undefined) => {
    signed.current = payment;
    setShown(payment);
  };
  const onChain = (payment: SignedPayment) => paymentOnChain(config, token, payment);

  /** What is over is kept no longer, however it ended. */
  async function ended(work: () => Promise<TransactionState>): Promise<TransactionState> {
    const forget = () => {
      if (signed.current) dropSignedPayment(key, signed.current.signed);
      keep(undefined);
    };
    try {
      const end = await work();
      if (end.step === "confirmed") forget();
      return end;
    } catch (error) {
      if (error instanceof RelayError && FINAL.has(error.code)) forget();
      throw error;
    }
  }

  /** What is signed already, if there is time left to send it; or the same again, which can be made but once. */
  async function signedNow(payment: Payment, report: Report): Promise<SignedPayment> {
    const before = signed.current;
    if (before && before.signed.validBefore - Date.now() / 1000 > SHORTEST_SECONDS) return before;
    const waiting = readSignedPayments(key);
    const place = { config, currency, token };
    const onSigning = () => report({ step: "signing" });
    try {
      const now = await signPayment(payment, place, { waiting, nonce: before?.signed.nonce, onSigning });
      keep(now);
      keepSignedPayment(key, now, Math.floor(Date.now() / 1000));
      return now;
    } catch (error) {
      const { chainId, connector } = getConnection(config);
      const isElsewhere = chainId !== currency.chainId && connector?.type !== DEMO_CONNECTOR_TYPE;
      const isWallets = problemOf(error).kind === "unnamed";
      throw isElsewhere && isWallets ? new OtherNetworkError("Signed nothing", { cause: error }) : error;
    }
  }

  async function sendByRelay(payment: SignedPayment, report: Report): Promise<TransactionState> {
    if (relayUrl === undefined) throw new RelayError("unreachable");
    const { nonce, validBefore } = payment.signed;
    const look = () => onChain(payment);
    try {
      const { id } = await submit(relayUrl, "payments", payment.signed);
      report({ step: "relayed", relay: { kind: "payments", id, nonce, validBefore } });
      return await followRelayed({ relayUrl, kind: "payments", id, look, report });
    } catch (error) {
      // It may be refused because an earlier try, whose answer was lost, went through.
      const done = await look().catch(() => undefined);
      if (done) return done;
      throw error;
    }
  }

  const pay = (payment: Payment) => {
    const { payee, cents, label, reference } = payment;
    const activity = {
      kind: "payment",
      payee,
      cents,
      ...(label && { label }),
      ...(reference && { reference }),
    } as const;
    if (relayUrl === undefined) return start(contractCall(token, "transfer", [payee, cents]), activity);
    setWay("authorisation");
    return run(async (report) => {
      report({ step: "checking" });
      return ended(async () => {
        const done = signed.current && (await onChain(signed.current).catch(() => undefined));
        return done ?? (await sendByRelay(await signedNow(payment, report), report));
      });
    }, activity);
  };

  /** The wallet pays the fee of what was signed. */
  const sendMyself = async () => {
    const payment = signed.current;
    if (!payment) return;
    const { to: payee, value } = payment.signed;
    setWay("wallet");
    const done = await onChain(payment).catch(() => undefined);
    const activity = { kind: "payment", payee, cents: BigInt(value) } as const;
    const call = contractCall(token, "transferWithAuthorization", transferArguments(payment.signed));
    const end = done ? await run(() => ended(() => Promise.resolve(done)), activity) : await start(call, activity);
    if (end.step === "confirmed") dropSignedPayment(key, payment.signed);
  };

  return {
    state,
    way,
    /** What is signed and can still be sent or cancelled. */
    signed: shown,
    pay,
    sendMyself,
    reset,
  };
}

/** After these, what was signed cannot be sent any more. */
const FINAL = new Set([
  "expired",
  "cancelled",
  "ERC3009UsedAuthorization",
  "InvalidAccountNonce",
  "ERC3009InvalidSignature",
  "ERC3009InvalidAuthorizationTime",
  "outOfOrder",
]);
