// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from "@monnaie-commune/sdk/days";
import {
  type Authorisation,
  type Currency,
  referenceNonce,
  sequenceNonce,
  signedAuthorisation,
  type SignedAuthorisation,
  transferTypedData,
} from "@monnaie-commune/sdk/payments/authorisation";
import type { Hex } from "viem";
import type { Config } from "wagmi";
import { getBlock, readContract, signTypedData } from "wagmi/actions";
import type { useContracts } from "../../../lib/contracts.ts";
import { RelayError } from "../../../lib/relay-error.ts";
import type { Payment } from "../payment.ts";
import type { SignedPayment } from "../signed-payments.ts";
import { validBeforeOf } from "../spendable.ts";

type Token = ReturnType<typeof useContracts>["token"];
type Place = { config: Config; currency: Currency; token: Token };

const seconds = () => Math.floor(Date.now() / 1000);

/**
 * The number a payment is signed under. One with a reference has its reference's: so it is paid once. The others follow
 * one another, which costs least; while one of them waits, the next takes a number of its own, lest it wait for that one.
 */
async function numberFor(
  { payer, reference }: Payment,
  { config, currency, token }: Place,
  waiting: readonly SignedPayment[],
) {
  if (reference !== undefined) return referenceNonce(reference);
  if (waiting.some(({ signed }) => signed.from === payer)) return referenceNonce(crypto.randomUUID());
  const { chainId } = currency;
  const next = await readContract(config, { ...token, chainId, functionName: "nonces", args: [payer] });
  return sequenceNonce(next);
}

type Signing = {
  /** What was signed on this device and is not written yet. */
  waiting: readonly SignedPayment[];
  /** The number to use again, of a signature that ran out. */
  nonce: Hex | undefined;
  /** Called when the wallet is about to ask. */
  onSigning: () => void;
};

/** Checks what the chain can say beforehand, then has the payer's wallet sign. */
export async function signPayment(
  payment: Payment,
  place: Place,
  { waiting, nonce: known, onSigning }: Signing,
): Promise<SignedPayment> {
  const { config, currency, token } = place;
  const { chainId } = currency;
  const { payer, payee, cents, label, reference, expires } = payment;
  const [block, nonce] = await Promise.all([
    getBlock(config, { chainId }),
    known ?? numberFor(payment, place, waiting),
  ]);
  const now = Math.max(seconds(), Number(block.timestamp));
  const authorisation: Authorisation = {
    from: payer,
    to: payee,
    value: cents,
    validAfter: 0,
    validBefore: validBeforeOf(now, expires),
    nonce,
  };
  const day = dayOf(authorisation.validBefore);
  const [balance, isUsed] = await Promise.all([
    readContract(config, { ...token, chainId, functionName: "balanceOfOn", args: [payer, day] }),
    readContract(config, { ...token, chainId, functionName: "authorizationState", args: [payer, nonce] }),
  ]);
  if (isUsed) throw new RelayError("ERC3009UsedAuthorization", { authorizer: payer, nonce });
  if (balance < cents) throw new RelayError("ERC20InsufficientBalance", { sender: payer, balance, needed: cents });
  onSigning();
  const signature = await signTypedData(config, { account: payer, ...transferTypedData(currency, authorisation) });
  const signed: SignedAuthorisation = signedAuthorisation(currency, authorisation, signature);
  return { signed, ...(label && { label }), ...(reference && { reference }), block: Number(block.number) };
}
