// SPDX-License-Identifier: EUPL-1.2
import { cancelTypedData, type SignedCancellation } from "@monnaie-commune/sdk/payments/authorisation";
import type { Hex } from "viem";
import { Refusal } from "../refusal.ts";
import { simulate } from "../simulate.ts";
import { addressField, chainField, checkAddresses, signatureField, wordField } from "./fields.ts";
import type { KindContext, RequestKind } from "./kind.ts";
import { laneOf, numberKey, tokenChecks } from "./token-request.ts";

const CANCEL = "cancelAuthorization(address,bytes32,bytes)";

const CANCELLATION_SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: ["chainId", "token", "authorizer", "nonce", "signature"],
  properties: {
    chainId: chainField,
    token: addressField,
    authorizer: addressField,
    nonce: wordField,
    signature: signatureField,
  },
};

/**
 * Payments that their payers take back. One that still waits here is dropped at once; its number is used up on the chain as
 * well, as others may hold what was signed.
 */
export function cancellationKind(context: KindContext): RequestKind<SignedCancellation> {
  const { chain, sender, underWay } = context;
  const checks = tokenChecks(context);
  const { token, address } = checks;
  const callOf = ({ authorizer, nonce, signature }: SignedCancellation) => {
    return { to: address, data: token.interface.encodeFunctionData(CANCEL, [authorizer, nonce, signature]) as Hex };
  };
  return {
    name: "cancellations",
    schema: CANCELLATION_SCHEMA,
    keyOf: ({ authorizer, nonce }) => `cancel ${authorizer} ${nonce}`,
    contentOf: () => "",
    conflict: "otherPayment",
    signerOf: ({ authorizer }) => authorizer,
    laneOf: ({ authorizer, nonce }) => laneOf(authorizer, nonce),
    replaces: ({ authorizer, nonce }) => numberKey(authorizer, nonce),
    callOf,
    async verify(cancellation) {
      const { authorizer, nonce, signature } = cancellation;
      checks.checkPlace(cancellation);
      checkAddresses(cancellation, "authorizer");
      const data = cancelTypedData(await checks.currency(), { authorizer, nonce });
      await checks.checkSigner(authorizer, data, signature);
      if (underWay.isSent(numberKey(authorizer, nonce))) throw Refusal.of("underWay");
      if (!(await checks.checkNumber(authorizer, nonce))) return;
      await simulate(async () => await chain.provider.call({ ...callOf(cancellation), from: sender }));
    },
  };
}
