// SPDX-License-Identifier: EUPL-1.2
import {
  type Authorisation,
  type Currency,
  permitTypedData,
  sequenceNonce,
  transferTypedData,
} from "@monnaie-commune/sdk/payments/authorisation";
import type { BaseWallet } from "ethers";
import { gasOf, type BenchChain } from "./bench-chain.ts";
import type { GasFigure } from "./figures.ts";

const HELD = 10_000_00n;
const PRICE = 12_50n;
const VALID_BEFORE = 2_208_988_800; // 2040-01-01
const BATCH_SIZES = [1, 2, 10, 50] as const;
const PAYERS = 50;
const OWN_KEY = 7n;

const V_R_S =
  "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)" as const;

type SignedToken = BenchChain["token"] | BenchChain["openZeppelinSigned"];
type Batch = BenchChain["batch"];

/** Permits and payments that the holder signed and somebody else sends. */
export async function signatureFigures(chain: BenchChain): Promise<GasFigure[]> {
  const { token, openZeppelinSigned, ethers, batch } = chain;
  const wallets = Array.from({ length: PAYERS }, (_, index) => new ethers.Wallet(ethers.id(`payer ${index}`)));
  const [permit, openZeppelin, solady] = await permitGas(chain, wallets[0] ?? raise());
  const ours = await authorizationGas(chain, token, batch, wallets);
  const theirBatch = await ethers.deployContract("AuthorizationBatch", [openZeppelinSigned]);
  const theirs = await authorizationGas(chain, openZeppelinSigned, theirBatch, wallets);
  const title = "transferWithAuthorization";
  return [
    { name: "RegionalToken.permit", title: "permit, first of its owner", gas: permit, openZeppelin, solady },
    {
      name: "RegionalToken.authorization_key_0",
      title: `${title}, key 0 in use`,
      gas: ours.sequential,
      target: 50_000,
      openZeppelin: theirs.sequential,
    },
    {
      name: "RegionalToken.authorization_new_key",
      title: `${title}, first of a new key`,
      gas: ours.newKey,
      openZeppelin: theirs.newKey,
    },
    {
      name: "RegionalToken.authorization_keyed",
      title: `${title}, another key in use`,
      gas: ours.keyed,
      target: 50_000,
      openZeppelin: theirs.keyed,
    },
    ...BATCH_SIZES.map((size) => ({
      name: `AuthorizationBatch.transferWithAuthorizations_${size}_each`,
      title: size === 1 ? "batch of one signed payment" : `batch of ${size} signed payments, each`,
      gas: ours.batched[size],
      openZeppelin: theirs.batched[size],
      ...(size === PAYERS ? { target: 29_000 } : {}),
    })),
    {
      name: "AuthorizationBatch.payments_to_break_even",
      title: "payments from which on a batch costs less than each by itself (a count)",
      gas: BATCH_SIZES.find((size) => ours.batched[size] < ours.sequential) ?? raise(),
      isCount: true,
      note:
        `at 2 a batch saves ${percent(ours.sequential, ours.batched[2])} of the gas, ` +
        `at 10 ${percent(ours.sequential, ours.batched[10])}, at 50 ${percent(ours.sequential, ours.batched[50])}`,
    },
  ];
}

async function permitGas(chain: BenchChain, owner: BaseWallet): Promise<[number, number, number]> {
  const { token, openZeppelinSigned, solady, account, ethers } = chain;
  const gas: number[] = [];
  for (const other of [token, openZeppelinSigned, solady]) {
    const permit = { owner: owner.address as `0x${string}`, spender: account("spender"), value: PRICE, nonce: 0n };
    const typed = permitTypedData(await currencyOf(chain, other), { ...permit, deadline: VALID_BEFORE });
    const signature = await owner.signTypedData(typed.domain, { Permit: [...typed.types.Permit] }, typed.message);
    const { v, r, s } = ethers.Signature.from(signature);
    gas.push(await gasOf(other.permit(owner, permit.spender, PRICE, VALID_BEFORE, v, r, s)));
  }
  const [ours = 0, openZeppelin = 0, theirs = 0] = gas;
  return [ours, openZeppelin, theirs];
}

async function authorizationGas(chain: BenchChain, token: SignedToken, batch: Batch, wallets: readonly BaseWallet[]) {
  const { ethers, account } = chain;
  const currency = await currencyOf(chain, token);
  const payeeOf = new Map(wallets.map((wallet, index) => [wallet, account(`shop ${index}`)]));
  for (const [{ address }, payee] of payeeOf) {
    await gasOf(token.mint(address, HELD));
    await gasOf(token.mint(payee, HELD));
  }
  const sign = async (wallet: BaseWallet, key: bigint) => {
    const authorisation: Authorisation = {
      from: wallet.address as `0x${string}`,
      to: payeeOf.get(wallet) ?? raise(),
      value: PRICE,
      validAfter: 0,
      validBefore: VALID_BEFORE,
      nonce: sequenceNonce(await token["nonces(address,uint192)"](wallet.address, key)),
    };
    const { domain, types, message } = transferTypedData(currency, authorisation);
    const fields = { TransferWithAuthorization: [...types.TransferWithAuthorization] };
    return { ...authorisation, signature: await wallet.signTypedData(domain, fields, message) };
  };
  const single = async (key: bigint) => {
    const { from, to, value, validAfter, validBefore, nonce, signature } = await sign(wallets[0] ?? raise(), key);
    const { v, r, s } = ethers.Signature.from(signature);
    return gasOf(token[V_R_S](from, to, value, validAfter, validBefore, nonce, v, r, s));
  };
  const together = async (size: number) => {
    const payments = await Promise.all(wallets.slice(0, size).map(async (wallet) => await sign(wallet, 0n)));
    return Math.round((await gasOf(batch.transferWithAuthorizations(payments))) / size);
  };
  await together(PAYERS); // from here on every number under key 0 is in use
  const batched = { 1: await together(1), 2: await together(2), 10: await together(10), 50: await together(50) };
  return { batched, sequential: await single(0n), newKey: await single(OWN_KEY), keyed: await single(OWN_KEY) };
}

async function currencyOf(
  { chainId }: BenchChain,
  token: { name(): Promise<string>; getAddress(): Promise<string> },
): Promise<Currency> {
  return { name: await token.name(), chainId: Number(chainId), token: (await token.getAddress()) as `0x${string}` };
}

function percent(before: number, after: number): string {
  return `${Math.round((1 - after / before) * 100)} %`;
}

function raise(): never {
  throw new Error("No wallet to sign with");
}
