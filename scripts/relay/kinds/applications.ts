// SPDX-License-Identifier: EUPL-1.2
import { recordHash } from "@monnaie-commune/sdk/merchants";
import { LONGEST_FIELD, parseRecord, RECORD_FIELDS } from "@monnaie-commune/sdk/merchants/record";
import { merchantCall, type SignedMerchantRequest } from "@monnaie-commune/sdk/merchants/signed";
import type { Interface } from "ethers";
import type { Hex } from "viem";
import { keepRecord } from "../../lib/merchant-records.ts";
import { systemAt } from "../../lib/system.ts";
import { Refusal } from "../refusal.ts";
import { contractRefusal, simulate } from "../simulate.ts";
import { addressField, chainField, checkAddresses, secondField, signatureField } from "./fields.ts";
import type { KindContext, RequestKind } from "./kind.ts";

/** Seconds ahead that a request may be valid at most: what is signed for longer may come back when nobody thinks of it. */
const LONGEST_SECONDS = 3_600;

const SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: ["chainId", "registry", "action", "account", "nonce", "deadline", "signature"],
  properties: {
    chainId: chainField,
    registry: addressField,
    action: { enum: ["apply", "update", "leave"] },
    account: addressField,
    nonce: { type: "string", pattern: "^(0|[1-9][0-9]{0,18})$" },
    deadline: secondField,
    signature: signatureField,
    record: {
      type: "object",
      additionalProperties: false,
      properties: Object.fromEntries(
        RECORD_FIELDS.map((name) => [
          name,
          name === "category" ? { type: "integer" } : { type: "string", maxLength: LONGEST_FIELD },
        ]),
      ),
    },
  },
};

/**
 * What shops sign for the register: to be listed, to change their record, to leave. The record of a request that would go
 * through is kept with the others the region serves, under its hash: what the officer reads is what the shop signed.
 */
export function applicationKind(context: KindContext): RequestKind<SignedMerchantRequest> {
  const { chain, deployment, sender, now } = context;
  const { registry } = systemAt(deployment, chain.provider);
  const to = deployment.contracts.MerchantRegistry.address;
  const callOf = (request: SignedMerchantRequest) => ({ to, data: dataOf(request) });
  return {
    name: "applications",
    schema: SCHEMA,
    keyOf: ({ account, nonce }) => `application ${account} ${nonce}`,
    contentOf: (request) => (request.action === "leave" ? "leave" : `${request.action} ${recordHash(request.record)}`),
    conflict: "otherRequest",
    signerOf: ({ account }) => account,
    expiresAt: ({ deadline }) => deadline + 1,
    callOf,
    async verify(request) {
      if (request.chainId !== chain.chainId) throw Refusal.of("wrongChain");
      if (request.registry !== to) throw Refusal.of("wrongContract");
      checkAddresses(request, "account");
      const { account, deadline } = request;
      const time = await now();
      if (deadline < time) throw contractRefusal(registry, "MerchantSignatureExpired", [account, deadline]);
      if (deadline > time + LONGEST_SECONDS) throw Refusal.of("badRequest", { field: "deadline" });
      const isWithRecord = request.action !== "leave";
      if (isWithRecord !== "record" in request) throw Refusal.of("badRequest", { field: "record" });
      if (isWithRecord && parseRecord(request.record) === undefined)
        throw Refusal.of("badRequest", { field: "record" });
      await simulate(async () => await chain.provider.call({ ...callOf(request), from: sender }));
      if (isWithRecord && !keepRecord(chain.chainId, deployment.region, request.record))
        throw Refusal.of("recordsFull");
    },
  };

  function dataOf(request: SignedMerchantRequest): Hex {
    const { functionName, args } = merchantCall(request);
    return (registry.interface as Interface).encodeFunctionData(functionName, [...args]) as Hex;
  }
}
