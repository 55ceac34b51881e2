// SPDX-License-Identifier: EUPL-1.2
import { permitTypedData, sequenceNonce, type SignedPermit } from "@monnaie-commune/sdk/payments/authorisation";
import { Signature } from "ethers";
import type { Hex } from "viem";
import { simulate } from "../simulate.ts";
import { addressField, chainField, checkAddresses, keySignatureField, secondField } from "./fields.ts";
import type { KindContext, RequestKind } from "./kind.ts";
import { laneOf, numberKey, tokenChecks } from "./token-request.ts";

const PERMIT_SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: ["chainId", "token", "owner", "spender", "value", "nonce", "deadline", "signature"],
  properties: {
    chainId: chainField,
    token: addressField,
    owner: addressField,
    spender: addressField,
    // 0 takes a right back.
    value: { type: "string", pattern: "^(0|[1-9][0-9]{0,77})$" },
    nonce: { type: "string", pattern: "^(0|[1-9][0-9]{0,18})$" },
    deadline: secondField,
    signature: keySignatureField,
  },
};

/** Rights to spend (ERC-2612), for wallets and apps that sign those. */
export function permitKind(context: KindContext): RequestKind<SignedPermit> {
  const { chain, sender } = context;
  const checks = tokenChecks(context);
  const { token, address } = checks;
  const numberOf = ({ nonce }: SignedPermit) => sequenceNonce(BigInt(nonce));
  const callOf = ({ owner, spender, value, deadline, signature }: SignedPermit) => {
    const { v, r, s } = Signature.from(signature);
    const args = [owner, spender, value, deadline, v, r, s] as const;
    return { to: address, data: token.interface.encodeFunctionData("permit", [...args]) as Hex };
  };
  return {
    name: "permits",
    schema: PERMIT_SCHEMA,
    keyOf: (permit) => numberKey(permit.owner, numberOf(permit)),
    contentOf: ({ spender, value }) => `${spender} ${value}`,
    conflict: "otherPayment",
    signerOf: ({ owner }) => owner,
    expiresAt: ({ deadline }) => deadline + 1,
    laneOf: (permit) => laneOf(permit.owner, numberOf(permit)),
    callOf,
    async verify(permit) {
      const { owner, spender, value, nonce, deadline, signature } = permit;
      checks.checkPlace(permit);
      checkAddresses(permit, "owner", "spender");
      await checks.checkValidity(0, deadline);
      const message = { owner, spender, value: BigInt(value), nonce: BigInt(nonce), deadline };
      await checks.checkSigner(owner, permitTypedData(await checks.currency(), message), signature);
      if (!(await checks.checkNumber(owner, numberOf(permit)))) return;
      await simulate(async () => await chain.provider.call({ ...callOf(permit), from: sender }));
    },
  };
}
