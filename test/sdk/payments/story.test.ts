// SPDX-License-Identifier: EUPL-1.2
import { createRpcSource } from "@monnaie-commune/sdk/ledger/rpc-source";
import {
  type Authorisation,
  cancelTypedData,
  type Currency,
  sequenceNonce,
  referenceNonce,
  type SignedAuthorisation,
  signedAuthorisation,
  transferArguments,
  transferTypedData,
} from "@monnaie-commune/sdk/payments/authorisation";
import { paymentStory } from "@monnaie-commune/sdk/payments/story";
import { expect } from "chai";
import type { TypedDataField } from "ethers";
import type { Hex } from "viem";
import { ethers, funded, loadFixture, PARAMETERS, time } from "../../token/token-fixture.ts";

const PAY = "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)";
const CANCEL = "cancelAuthorization(address,bytes32,bytes)";

const source = createRpcSource(async (method, params) => await ethers.provider.send(method, [...params]));

type Signer = Awaited<ReturnType<typeof funded>>["ana"];
type TypedData = ReturnType<typeof transferTypedData> | ReturnType<typeof cancelTypedData>;

async function signData(signer: Signer, { domain, types, message }: TypedData): Promise<Hex> {
  return (await signer.signTypedData(domain, types as unknown as Record<string, TypedDataField[]>, message)) as Hex;
}

async function signedPayments() {
  const fixture = await loadFixture(funded);
  const { token, ana, ben, outsider } = fixture;
  const { chainId } = await ethers.provider.getNetwork();
  const currency: Currency = {
    name: PARAMETERS.name,
    chainId: Number(chainId),
    token: (await token.getAddress()) as Hex,
  };
  const sign = async (nonce: Hex, value: bigint): Promise<SignedAuthorisation> => {
    const payment: Authorisation = {
      from: ana.address as Hex,
      to: ben.address as Hex,
      value,
      validAfter: 0,
      validBefore: (await time.latest()) + 600,
      nonce,
    };
    return signedAuthorisation(currency, payment, await signData(ana, transferTypedData(currency, payment)));
  };
  const send = async (signed: SignedAuthorisation) => {
    return await (await token.connect(outsider)[PAY](...transferArguments(signed))).wait();
  };
  return { ...fixture, currency, sign, send };
}

describe("paymentStory", function () {
  it("tells when and where a payment was made, on a day on which the payer's account has melted too", async function () {
    const { sign, send } = await signedPayments();
    await time.increase(40 * 86_400);
    const signed = await sign(referenceNonce("F-1"), 12_50n);
    const receipt = await send(signed);
    expect(await paymentStory(source, signed, 0)).to.deep.equal({
      kind: "paid",
      tx: receipt?.hash,
      block: receipt?.blockNumber,
      at: await time.latest(),
    });
  });

  it("tells a payment that was cancelled", async function () {
    const { sign, token, ana, outsider, currency } = await signedPayments();
    const signed = await sign(sequenceNonce(0n), 12_50n);
    const signature = await signData(ana, cancelTypedData(currency, { authorizer: signed.from, nonce: signed.nonce }));
    await token.connect(outsider)[CANCEL](signed.from, signed.nonce, signature);
    expect(await paymentStory(source, signed, 0)).to.include({ kind: "cancelled", at: await time.latest() });
  });

  it("does not take another payment under the same number for this one", async function () {
    const { sign, send } = await signedPayments();
    const signed = await sign(sequenceNonce(0n), 12_50n);
    await send(await sign(sequenceNonce(0n), 3_00n));
    expect(await paymentStory(source, signed, 0)).to.deep.equal({ kind: "other" });
  });

  it("does not take the same amount under another number for it, nor what was before", async function () {
    const { sign, send } = await signedPayments();
    const receipt = await send(await sign(sequenceNonce(0n), 12_50n));
    expect(await paymentStory(source, await sign(referenceNonce("F-1"), 12_50n), 0)).to.deep.equal({ kind: "other" });
    const paid = await sign(sequenceNonce(0n), 12_50n);
    expect(await paymentStory(source, paid, (receipt?.blockNumber ?? 0) + 1)).to.deep.equal({ kind: "other" });
  });
});
