// SPDX-License-Identifier: EUPL-1.2
import {
  type Authorisation,
  authorisationIn,
  cancelTypedData,
  nonceParts,
  permitTypedData,
  receiveTypedData,
  referenceNonce,
  sequenceNonce,
  signedAuthorisation,
  transferArguments,
  transferTypedData,
} from "@monnaie-commune/sdk/payments/authorisation";
import { expect } from "chai";
import { concat, id, keccak256, Signature, toUtf8Bytes, TypedDataEncoder, Wallet } from "ethers";
import { type Hex, hashTypedData } from "viem";
import { deployToken, ethers, loadFixture } from "../../token/token-fixture.ts";

type TypedData = { domain: object; types: Record<string, readonly { name: string; type: string }[]>; message: object };

const PAY = "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)";

/** Signs with ethers, which hashes messages without viem. */
async function signByEthers(wallet: Wallet, { domain, types, message }: TypedData): Promise<Hex> {
  const fields = Object.fromEntries(Object.entries(types).map(([name, list]) => [name, [...list]]));
  return (await wallet.signTypedData(domain, fields, message as Record<string, unknown>)) as Hex;
}

describe("authorisations", () => {
  const payer = new Wallet(id("payer"));
  const from = payer.address as Hex;
  const to = new Wallet(id("payee")).address as Hex;
  const payment: Authorisation = {
    from,
    to,
    value: 1250n,
    validAfter: 0,
    validBefore: 2 ** 33,
    nonce: sequenceNonce(0n),
  };

  async function world() {
    const { token, outsider } = await deployToken();
    await token.mint(from, 100_00n);
    const { chainId } = await ethers.provider.getNetwork();
    const currency = { name: await token.name(), chainId: Number(chainId), token: (await token.getAddress()) as Hex };
    return { token, outsider, currency };
  }

  it("hashes as ethers does", async () => {
    const { currency } = await loadFixture(world);
    const messages = [
      transferTypedData(currency, payment),
      receiveTypedData(currency, payment),
      cancelTypedData(currency, { authorizer: from, nonce: payment.nonce }),
      permitTypedData(currency, { owner: from, spender: to, value: 5n, nonce: 3n, deadline: 9 }),
    ];
    for (const data of messages) {
      const types = Object.fromEntries(Object.entries(data.types).map(([name, list]) => [name, [...list]]));
      expect(TypedDataEncoder.hash(data.domain, types, data.message)).to.equal(hashTypedData(data as never));
    }
    expect(new Set(messages.map((data) => hashTypedData(data as never))).size).to.equal(4);
  });

  it("moves money when anybody sends a payment that was signed", async () => {
    const { token, currency, outsider } = await loadFixture(world);
    const signature = await signByEthers(payer, transferTypedData(currency, payment));
    const signed = signedAuthorisation(currency, payment, signature);
    const sent = JSON.parse(JSON.stringify(signed)) as typeof signed;
    expect(authorisationIn(sent)).to.deep.equal(payment);
    await expect(token.connect(outsider)[PAY](...transferArguments(sent)))
      .to.emit(token, "AuthorizationUsed")
      .withArgs(from, payment.nonce);
    expect(await token.balanceOf(to)).to.equal(1250n);
  });

  it("is not valid for another payee, amount, currency, or as the other kind of payment", async () => {
    const { token, currency } = await loadFixture(world);
    const signatures = [
      transferTypedData(currency, { ...payment, to: from }),
      transferTypedData(currency, { ...payment, value: 1251n }),
      transferTypedData({ ...currency, chainId: currency.chainId + 1 }, payment),
      transferTypedData({ ...currency, token: to }, payment),
      transferTypedData({ ...currency, name: "Another" }, payment),
      receiveTypedData(currency, payment),
    ].map(async (data) => await signByEthers(payer, data));
    for (const signature of await Promise.all(signatures)) {
      const args = transferArguments(signedAuthorisation(currency, payment, signature));
      await expect(token[PAY](...args)).to.be.revertedWithCustomError(token, "ERC3009InvalidSignature");
    }
  });

  it("cancels a number, so that the payment it was signed for cannot be made", async () => {
    const { token, currency } = await loadFixture(world);
    const nonce = referenceNonce("invoice 7");
    const paid = { ...payment, nonce };
    const cancelled = await signByEthers(payer, cancelTypedData(currency, { authorizer: from, nonce }));
    await expect(token["cancelAuthorization(address,bytes32,bytes)"](from, nonce, cancelled))
      .to.emit(token, "AuthorizationCanceled")
      .withArgs(from, nonce);
    const signature = await signByEthers(payer, transferTypedData(currency, paid));
    const args = transferArguments(signedAuthorisation(currency, paid, signature));
    await expect(token[PAY](...args)).to.be.revertedWithCustomError(token, "InvalidAccountNonce");
  });

  it("permits, with the number that payments in sequence use too", async () => {
    const { token, currency } = await loadFixture(world);
    const permit = { owner: from, spender: to, value: 7n, nonce: 0n, deadline: 2 ** 33 };
    const { v, r, s } = Signature.from(await signByEthers(payer, permitTypedData(currency, permit)));
    await token.permit(from, to, 7n, permit.deadline, v, r, s);
    expect(await token.allowance(from, to)).to.equal(7n);
    expect(await token.authorizationState(from, sequenceNonce(0n))).to.equal(true);
  });

  it("numbers a reference by the first 24 bytes of its hash, in a sequence of its own", () => {
    const nonce = referenceNonce("Facture n° 12");
    expect(nonce).to.equal(concat([keccak256(toUtf8Bytes("Facture n° 12")).slice(0, 50), `0x${"00".repeat(8)}`]));
    expect(nonceParts(nonce).sequence).to.equal(0n);
    expect(referenceNonce("Facture n° 13")).to.not.equal(nonce);
    expect(nonceParts(sequenceNonce(41n))).to.deep.equal({ key: 0n, sequence: 41n });
  });
});
