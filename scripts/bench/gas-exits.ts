// SPDX-License-Identifier: EUPL-1.2
import { AbiCoder, type BaseWallet, id, keccak256, toBeHex } from "ethers";
import { gasOf, type BenchChain } from "./bench-chain.ts";
import type { GasFigure } from "./figures.ts";

const HELD = 1_000_00n;
const EXIT = 100_00n;
const FEE_BPS = 300n;
const VALID_BEFORE = 2_000_000_000n;

/** A shop that gets out to euros: by allowance and by signature, paid and cancelled. */
export async function exitFigures(chain: BenchChain): Promise<GasFigure[]> {
  const { token, registry, redemptions, payer, ethers } = chain;
  const signer = new ethers.Wallet(ethers.id("shop that signs"));
  const details = { category: 1, commune: "0x3435323334", recordHash: id("record"), recordURI: "r.json" };
  for (const shop of [payer.address, signer.address]) {
    await gasOf(token.mint(shop, HELD));
    await gasOf(registry.register(shop, details));
  }
  const asShop = redemptions.connect(payer);
  await gasOf(token.connect(payer).approve(redemptions, HELD));
  const first = await gasOf(asShop.request(EXIT, FEE_BPS));
  const another = await gasOf(asShop.request(EXIT, FEE_BPS));
  const signed = await gasOf(redemptions.requestWithAuthorization(...(await signedRequest(chain, signer))));
  await gasOf(redemptions.confirm(1, id("transfer 1")));
  const paid = await gasOf(redemptions.confirm(3, id("transfer 3")));
  const cancelled = await gasOf(asShop.cancel(2));
  return [
    { name: "Redemptions.request_first", title: "request of euros, first of its shop in a month", gas: first },
    { name: "Redemptions.request", title: "request of euros, another in the month", gas: another },
    {
      name: "Redemptions.request_signed",
      title: "request of euros as its shop signed it, first in a month",
      gas: signed,
    },
    { name: "Redemptions.confirm", title: "confirm the transfer of euros, with its fee", gas: paid },
    { name: "Redemptions.cancel", title: "cancel a request", gas: cancelled },
  ];
}

async function signedRequest({ token, redemptions, chainId }: BenchChain, shop: BaseWallet) {
  const salt = id("salt");
  const hash = keccak256(AbiCoder.defaultAbiCoder().encode(["bytes32", "uint16"], [salt, FEE_BPS]));
  const message = {
    from: shop.address,
    to: await redemptions.getAddress(),
    value: EXIT,
    validAfter: 0n,
    validBefore: VALID_BEFORE,
    nonce: toBeHex((BigInt(hash) >> 64n) << 64n, 32),
  };
  const names = ["from", "to", "value", "validAfter", "validBefore", "nonce"] as const;
  const types = ["address", "address", "uint256", "uint256", "uint256", "bytes32"];
  const domain = { name: await token.name(), version: "1", chainId, verifyingContract: await token.getAddress() };
  const fields = names.map((name, i) => ({ name, type: types[i] ?? "" }));
  const signature = await shop.signTypedData(domain, { ReceiveWithAuthorization: fields }, message);
  return [shop.address, EXIT, FEE_BPS, 0n, VALID_BEFORE, salt, signature] as const;
}
