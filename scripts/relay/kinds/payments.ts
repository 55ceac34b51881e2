// SPDX-License-Identifier: EUPL-1.2
import {
  authorisationIn,
  type SignedAuthorisation,
  transferArguments,
  transferTypedData,
} from "@monnaie-commune/sdk/payments/authorisation";
import { dayOf } from "@monnaie-commune/sdk/days";
import type { Hex } from "viem";
import { systemAt } from "../../lib/system.ts";
import { contractRefusal, simulate } from "../simulate.ts";
import {
  addressField,
  centsField,
  chainField,
  checkAddresses,
  secondField,
  signatureField,
  wordField,
} from "./fields.ts";
import type { KindContext, RequestKind } from "./kind.ts";
import { laneOf, numberKey, tokenChecks } from "./token-request.ts";

/** The form that contracts can sign for, too. */
const PAY = "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)";

/** From two on, one transaction for all costs less gas than one for each (docs/benchmarks.md). */
const FEWEST_TOGETHER = 2;
/** Some 3 million gas: well below what a block or a transaction may hold anywhere. */
const MOST_TOGETHER = 50;

/** Blocks in which we look for a payment that somebody else sent: longer than one is valid. */
const LOOK_BACK_BLOCKS = 1_000;

const PAYMENT_SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: ["chainId", "token", "from", "to", "value", "validAfter", "validBefore", "nonce", "signature"],
  properties: {
    chainId: chainField,
    token: addressField,
    from: addressField,
    to: addressField,
    value: centsField,
    validAfter: secondField,
    validBefore: secondField,
    nonce: wordField,
    signature: signatureField,
  },
};

/** Payments that their payers signed (ERC-3009): the relay pays the fee, and can neither change nor redirect them. */
export function paymentKind(context: KindContext): RequestKind<SignedAuthorisation> {
  const { chain, deployment, sender, underWay } = context;
  const checks = tokenChecks(context);
  const { token, address } = checks;
  const { batch } = systemAt(deployment, chain.provider);
  const batchAddress = deployment.contracts.AuthorizationBatch.address;
  const callOf = (payment: SignedAuthorisation) => {
    return { to: address, data: token.interface.encodeFunctionData(PAY, transferArguments(payment)) as Hex };
  };
  return {
    name: "payments",
    schema: PAYMENT_SCHEMA,
    keyOf: ({ from, nonce }) => numberKey(from, nonce),
    contentOf: ({ to, value }) => `${to} ${value}`,
    conflict: "otherPayment",
    signerOf: ({ from }) => from,
    expiresAt: ({ validBefore }) => validBefore,
    laneOf: ({ from, nonce }) => laneOf(from, nonce),
    spendingOf: ({ from, value }) => ({ from, cents: BigInt(value) }),
    callOf,
    async verify(payment) {
      const { from, nonce, validAfter, validBefore, signature } = payment;
      checks.checkPlace(payment);
      checkAddresses(payment, "from", "to");
      await checks.checkValidity(validAfter, validBefore);
      await checks.checkSigner(from, transferTypedData(await checks.currency(), authorisationIn(payment)), signature);
      const [isNext] = await Promise.all([checks.checkNumber(from, nonce), checkBalance(payment)]);
      // While others of this payer wait, the trial before sending says what the chain would say now.
      if (!isNext) return;
      await simulate(async () => await chain.provider.call({ ...callOf(payment), from: sender }));
    },
    batch: {
      fewest: FEWEST_TOGETHER,
      most: MOST_TOGETHER,
      callOf(payments) {
        const all = payments.map((payment) => ({ ...authorisationIn(payment), signature: payment.signature }));
        return {
          to: batchAddress,
          data: batch.interface.encodeFunctionData("transferWithAuthorizations", [all]) as Hex,
        };
      },
      skippedIn({ logs }) {
        const skipped = logs
          .filter((log) => log.address === batchAddress)
          .map((log) => batch.interface.parseLog(log))
          .filter((event) => event?.name === "AuthorizationSkipped");
        return new Set(skipped.map((event) => numberKey(String(event?.args.from), event?.args.nonce as Hex)));
      },
    },
    find,
  };

  /** What the payer will have until the payment is no longer valid, less what waits. */
  async function checkBalance({ from, value, validBefore }: SignedAuthorisation): Promise<void> {
    const balance = await token.balanceOfOn(from, dayOf(validBefore));
    const left = balance - underWay.spentBy(from);
    if (left >= BigInt(value)) return;
    throw contractRefusal(token, "ERC20InsufficientBalance", [from, left > 0n ? left : 0n, value]);
  }

  async function find({ from, to, value, nonce }: SignedAuthorisation) {
    const first = Math.max(0, (await chain.provider.getBlockNumber()) - LOOK_BACK_BLOCKS);
    const [used] = await token.queryFilter(token.filters.AuthorizationUsed(from, nonce), first);
    if (used === undefined) return undefined;
    const { transactionHash: hash, blockNumber: block } = used;
    const paid = await token.queryFilter(token.filters.Transfer(from, to), block, block);
    const isThis = paid.some(({ transactionHash, args }) => transactionHash === hash && args.value === BigInt(value));
    return isThis ? { hash, block } : undefined;
  }
}
