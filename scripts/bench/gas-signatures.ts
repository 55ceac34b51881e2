// SPDX-License-Identifier: EUPL-1.2
import type { BaseWallet, Signature } from "ethers";
import { gasOf, type BenchChain } from "./bench-chain.ts";
import type { GasFigure } from "./figures.ts";

const HELD = 10_000_00n;
const PRICE = 12_50n;
const VALID_BEFORE = 2_208_988_800n; // 2040-01-01
const BATCH_SIZE = 50;
const OWN_KEY = 7n;

const PERMIT = [
  { name: "owner", type: "address" },
  { name: "spender", type: "address" },
  { name: "value", type: "uint256" },
  { name: "nonce", type: "uint256" },
  { name: "deadline", type: "uint256" },
];

const TRANSFER_WITH_AUTHORIZATION = [
  { name: "from", type: "address" },
  { name: "to", type: "address" },
  { name: "value", type: "uint256" },
  { name: "validAfter", type: "uint256" },
  { name: "validBefore", type: "uint256" },
  { name: "nonce", type: "bytes32" },
];

type SignedToken = BenchChain["token"] | BenchChain["openZeppelinSigned"];

/** Permits and payments that the holder signed and somebody else sends. */
export async function signatureFigures(chain: BenchChain): Promise<GasFigure[]> {
  const { token, openZeppelinSigned, solady, ethers, account } = chain;
  const wallets = Array.from({ length: BATCH_SIZE }, (_, index) => new ethers.Wallet(ethers.id(`payer ${index}`)));
  const first = wallets[0];
  if (first === undefined) throw new Error("No wallet to sign with");
  const spender = account("spender");
  const permits = [];
  for (const [other, name] of [
    [token, "Monnaie commune"],
    [openZeppelinSigned, "Plain"],
    [solady, "Plain"],
  ] as const) {
    const domain = { name, version: "1", chainId: chain.chainId, verifyingContract: await other.getAddress() };
    const message = { owner: first.address, spender, value: PRICE, nonce: 0n, deadline: VALID_BEFORE };
    const { v, r, s } = ethers.Signature.from(await first.signTypedData(domain, { Permit: PERMIT }, message));
    permits.push(await gasOf(other.permit(first.address, spender, PRICE, VALID_BEFORE, v, r, s)));
  }
  const [permit = 0, openZeppelin = 0, soladyPermit = 0] = permits;
  const ours = await authorizationGas(chain, token, wallets);
  const theirs = await authorizationGas(chain, openZeppelinSigned, wallets);
  return [
    {
      name: "RegionalToken.permit",
      title: "permit, first of its owner",
      gas: permit,
      openZeppelin,
      solady: soladyPermit,
    },
    {
      name: "RegionalToken.authorization_key_0",
      title: "transferWithAuthorization, key 0 in use",
      gas: ours.sequential,
      target: 50_000,
      openZeppelin: theirs.sequential,
    },
    {
      name: "RegionalToken.authorization_new_key",
      title: "transferWithAuthorization, first of a new key",
      gas: ours.newKey,
      openZeppelin: theirs.newKey,
    },
    {
      name: "RegionalToken.authorization_keyed",
      title: "transferWithAuthorization, another key in use",
      gas: ours.keyed,
      target: 50_000,
      openZeppelin: theirs.keyed,
    },
    {
      name: "RegionalToken.authorization_50_each",
      title: "transferWithAuthorization, 50 payers and payees in one transaction, each",
      gas: ours.batched,
      target: 29_000,
      openZeppelin: theirs.batched,
    },
  ];
}

async function authorizationGas(chain: BenchChain, token: SignedToken, wallets: readonly BaseWallet[]) {
  const { ethers, account, batch } = chain;
  const domain = {
    name: await token.name(),
    version: "1",
    chainId: chain.chainId,
    verifyingContract: await token.getAddress(),
  };
  const signed = async (wallet: BaseWallet, to: string, nonce: bigint) => {
    const message = {
      from: wallet.address,
      to,
      value: PRICE,
      validAfter: 0n,
      validBefore: VALID_BEFORE,
      nonce: ethers.toBeHex(nonce, 32),
    };
    const types = { TransferWithAuthorization: TRANSFER_WITH_AUTHORIZATION };
    return { message, signature: ethers.Signature.from(await wallet.signTypedData(domain, types, message)) };
  };
  const calldata = ({ message: m, signature: { v, r, s } }: Awaited<ReturnType<typeof signed>>) =>
    token.interface.encodeFunctionData(V_R_S, [m.from, m.to, m.value, m.validAfter, m.validBefore, m.nonce, v, r, s]);
  const payees = wallets.map((_, index) => account(`shop ${index}`));
  const pairs = wallets.map((wallet, index) => ({ wallet, payee: payees[index] ?? account("shop") }));
  for (const { wallet, payee } of pairs) {
    await gasOf(token.mint(wallet.address, HELD));
    await gasOf(token.mint(payee, HELD));
  }
  const nonceOf = (wallet: BaseWallet, key: bigint) => token["nonces(address,uint192)"](wallet.address, key);
  const callAll = async () => {
    const calls = pairs.map(async ({ wallet, payee }) =>
      calldata(await signed(wallet, payee, await nonceOf(wallet, 0n))),
    );
    return gasOf(batch.run(token, await Promise.all(calls)));
  };
  await callAll(); // from here on every nonce under key 0 is in use
  const batched = Math.round((await callAll()) / pairs.length);

  const single = async (key: bigint) => {
    const { wallet, payee } = pairs[0] ?? raise();
    const { message: m, signature } = await signed(wallet, payee, await nonceOf(wallet, key));
    return gasOf(send(token, m, signature));
  };
  return { batched, sequential: await single(0n), newKey: await single(OWN_KEY), keyed: await single(OWN_KEY) };
}

const V_R_S =
  "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)" as const;

type Authorization = {
  from: string;
  to: string;
  value: bigint;
  validAfter: bigint;
  validBefore: bigint;
  nonce: string;
};

function send(token: SignedToken, message: Authorization, { v, r, s }: Signature) {
  const { from, to, value, validAfter, validBefore, nonce } = message;
  return token[V_R_S](from, to, value, validAfter, validBefore, nonce, v, r, s);
}

function raise(): never {
  throw new Error("No wallet to sign with");
}
