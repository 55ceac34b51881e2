// SPDX-License-Identifier: EUPL-1.2
import { type Authorisation, sequenceNonce, transferTypedData } from "@monnaie-commune/sdk/payments/authorisation";
import type { AddressLike, Signer } from "ethers";
import { ethers, funded, time } from "./token-fixture.ts";

export type SignedPayment = Omit<Authorisation, "from"> & { from: string; signature: string };

/** What kind of contract a payer is: see ContractPayer.sol. */
export const Manner = { Owner: 0, Burner: 1, Bomber: 2, Reentrant: 3 } as const;

const HELD_BY_CONTRACT = 1_000n;
const WINDOW_SECONDS = 400 * 86_400;
const SEQUENCE_BITS = 64n;

/** `funded`, and a batch for the token. */
export async function deployBatch() {
  const fixture = await funded();
  const { token } = fixture;
  const batch = await ethers.deployContract("AuthorizationBatch", [token]);
  const { chainId } = await ethers.provider.getNetwork();
  const currency = {
    name: await token.name(),
    chainId: Number(chainId),
    token: (await token.getAddress()) as `0x${string}`,
  };

  /** A payment of an account, signed by whoever is to sign for it. */
  async function signFor(
    from: string,
    signer: Signer,
    to: AddressLike,
    value: bigint,
    [key, sequence]: readonly [bigint, bigint] = [0n, 0n],
    window: Partial<Pick<Authorisation, "validAfter" | "validBefore">> = {},
  ): Promise<SignedPayment> {
    const authorisation: Authorisation = {
      from: from as `0x${string}`,
      to: (await ethers.resolveAddress(to)) as `0x${string}`,
      value,
      validAfter: 0,
      validBefore: (await time.latest()) + WINDOW_SECONDS,
      nonce: sequenceNonce((key << SEQUENCE_BITS) + sequence),
      ...window,
    };
    const { domain, types, message } = transferTypedData(currency, authorisation);
    const signature = await signer.signTypedData(
      domain,
      { TransferWithAuthorization: [...types.TransferWithAuthorization] },
      message,
    );
    return { ...authorisation, signature };
  }

  /** A payment of one of the fixture's people. */
  async function sign(
    payer: Signer & { address: string },
    to: AddressLike,
    value: bigint,
    number?: readonly [bigint, bigint],
    window?: Partial<Pick<Authorisation, "validAfter" | "validBefore">>,
  ): Promise<SignedPayment> {
    return await signFor(payer.address, payer, to, value, number, window);
  }

  /** A contract that holds 10,00 and belongs to somebody; its address. */
  async function deployPayer(
    owner: { address: string },
    manner: (typeof Manner)[keyof typeof Manner],
  ): Promise<string> {
    const payer = await ethers.deployContract("ContractPayer", [owner.address, manner, batch]);
    const address = await payer.getAddress();
    await token.mint(address, HELD_BY_CONTRACT);
    return address;
  }

  return { ...fixture, batch, sign, signFor, deployPayer };
}
