// SPDX-License-Identifier: EUPL-1.2
import {
  exitArguments,
  exitCancellationTypedData,
  exitNonce,
  exitTypedData,
  type SignedExit,
  type SignedExitCancellation,
} from "@monnaie-commune/sdk/exits/authorisation";
import { dayOf } from "@monnaie-commune/sdk/days";
import type { Hex } from "viem";
import { systemAt } from "../../lib/system.ts";
import { Refusal } from "../refusal.ts";
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

/** Blocks in which we look for a request that somebody else sent: longer than one is valid. */
const LOOK_BACK_BLOCKS = 1_000;

const MOST_BPS = 10_000;
const EXIT_SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: [
    "chainId",
    "redemptions",
    "shop",
    "amount",
    "mostFeeBps",
    "validAfter",
    "validBefore",
    "salt",
    "signature",
  ],
  properties: {
    chainId: chainField,
    redemptions: addressField,
    shop: addressField,
    amount: centsField,
    mostFeeBps: { type: "integer", minimum: 0, maximum: MOST_BPS },
    validAfter: secondField,
    validBefore: secondField,
    salt: wordField,
    signature: signatureField,
  },
};

/** Shops that ask for euros, as they signed it: the relay pays the fee of the network, and can alter nothing. */
export function exitKind(context: KindContext): RequestKind<SignedExit> {
  const { chain, deployment, sender, underWay } = context;
  const { redemptions } = systemAt(deployment, chain.provider);
  const checks = tokenChecks(context);
  const { token } = checks;
  const to = deployment.contracts.Redemptions.address;
  const callOf = (exit: SignedExit) => {
    const data = redemptions.interface.encodeFunctionData("requestWithAuthorization", [...exitArguments(exit)]);
    return { to, data: data as Hex };
  };
  return {
    name: "exits",
    schema: EXIT_SCHEMA,
    keyOf: (exit) => numberKey(exit.shop, exitNonce(exit)),
    contentOf: ({ amount }) => amount,
    conflict: "otherPayment",
    signerOf: ({ shop }) => shop,
    expiresAt: ({ validBefore }) => validBefore,
    laneOf: (exit) => laneOf(exit.shop, exitNonce(exit)),
    spendingOf: ({ shop, amount }) => ({ from: shop, cents: BigInt(amount) }),
    callOf,
    async verify(exit) {
      const { shop, amount, validAfter, validBefore, signature } = exit;
      checkPlace(context, exit);
      checkAddresses(exit, "shop");
      await checks.checkValidity(validAfter, validBefore);
      const data = exitTypedData(await checks.currency(), to, { ...exit, amount: BigInt(amount) });
      await checks.checkSigner(shop, data, signature);
      await checks.checkNumber(shop, exitNonce(exit));
      const left = (await token.balanceOfOn(shop, dayOf(validBefore))) - underWay.spentBy(shop);
      if (left < BigInt(amount)) {
        throw contractRefusal(token, "ERC20InsufficientBalance", [shop, left > 0n ? left : 0n, amount]);
      }
      await simulate(async () => await chain.provider.call({ ...callOf(exit), from: sender }));
    },
    find,
  };

  async function find(exit: SignedExit) {
    const first = Math.max(0, (await chain.provider.getBlockNumber()) - LOOK_BACK_BLOCKS);
    const [used] = await token.queryFilter(token.filters.AuthorizationUsed(exit.shop, exitNonce(exit)), first);
    if (used === undefined) return undefined;
    const { transactionHash: hash, blockNumber: block } = used;
    const asked = await redemptions.queryFilter(
      redemptions.filters.RedemptionRequested(undefined, exit.shop),
      block,
      block,
    );
    return asked.some(({ transactionHash }) => transactionHash === hash) ? { hash, block } : undefined;
  }
}

const CANCELLATION_SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: ["chainId", "redemptions", "shop", "requestId", "signature"],
  properties: {
    chainId: chainField,
    redemptions: addressField,
    shop: addressField,
    requestId: { type: "string", pattern: "^[1-9][0-9]{0,14}$" },
    signature: signatureField,
  },
};

/** Shops that take a waiting request back, as they signed it. */
export function exitCancellationKind(context: KindContext): RequestKind<SignedExitCancellation> {
  const { chain, deployment, sender } = context;
  const { redemptions } = systemAt(deployment, chain.provider);
  const checks = tokenChecks(context);
  const to = deployment.contracts.Redemptions.address;
  const callOf = ({ requestId, signature }: SignedExitCancellation) => {
    const data = redemptions.interface.encodeFunctionData("cancelWithSignature", [requestId, signature]);
    return { to, data: data as Hex };
  };
  return {
    name: "exitcancellations",
    schema: CANCELLATION_SCHEMA,
    keyOf: ({ requestId }) => `cancel exit ${requestId}`,
    contentOf: () => "",
    conflict: "otherPayment",
    signerOf: ({ shop }) => shop,
    callOf,
    async verify(cancellation) {
      const { shop, requestId, signature, chainId } = cancellation;
      checkPlace(context, cancellation);
      checkAddresses(cancellation, "shop");
      const message = exitCancellationTypedData({ chainId, redemptions: to }, BigInt(requestId));
      await checks.checkSigner(shop, message, signature);
      await simulate(async () => await chain.provider.call({ ...callOf(cancellation), from: sender }));
    },
  };
}

/** @throws Refusal when it was signed for another chain or contract. */
function checkPlace({ chain, deployment }: KindContext, signed: { chainId: number; redemptions: Hex }): void {
  if (signed.chainId !== chain.chainId) throw Refusal.of("wrongChain");
  if (signed.redemptions !== deployment.contracts.Redemptions.address) throw Refusal.of("wrongContract");
}
