// SPDX-License-Identifier: EUPL-1.2
import { Signature, type TypedDataField, ZeroHash } from "ethers";
import { time } from "../helpers/fixtures.ts";
import type { MatrixCall } from "./matrix-call.ts";
import { somebody, type World } from "./matrix-world.ts";

const contract = "RegionalToken";
const NO_END = 2n ** 48n;

const address = (name: string): TypedDataField => ({ name, type: "address" });
const uint256 = (name: string): TypedDataField => ({ name, type: "uint256" });
const nonce: TypedDataField = { name: "nonce", type: "bytes32" };
const PERMIT = [address("owner"), address("spender"), uint256("value"), uint256("nonce"), uint256("deadline")];
const TRANSFER = [
  address("from"),
  address("to"),
  uint256("value"),
  uint256("validAfter"),
  uint256("validBefore"),
  nonce,
];
const CANCEL = [address("authorizer"), nonce];

/** What the applicant signs for anybody to submit: the message's values, and the signature. */
async function signed(world: World, primaryType: string, fields: TypedDataField[], values: readonly unknown[]) {
  const { name, version, chainId, verifyingContract } = await world.token.eip712Domain();
  const message = Object.fromEntries(fields.map((field, i) => [field.name, values[i]]));
  const domain = { name, version, chainId, verifyingContract };
  const signature = await world.applicant.signTypedData(domain, { [primaryType]: fields }, message);
  const { v, r, s } = Signature.from(signature);
  return { values, signature, vrs: [v, r, s] };
}

/** A payment of nothing that the applicant signed. */
export const authorisation = async (world: World, primaryType: string, to: string) =>
  await signed(world, primaryType, TRANSFER, [
    world.applicant.address,
    to,
    0n,
    0n,
    BigInt(await time.latest()) + NO_END,
    ZeroHash,
  ]);
const cancellation = async (world: World) =>
  await signed(world, "CancelAuthorization", CANCEL, [world.applicant.address, ZeroHash]);

const payee = somebody("payee");
const SIGNED_TRANSFER = "address,address,uint256,uint256,uint256,bytes32";

export const TOKEN_CALLS: readonly MatrixCall[] = [
  { contract, signature: "mint(address,uint256)", who: "table", args: () => [payee, 1n] },
  { contract, signature: "mintBatch((address,uint256)[])", who: "table", args: () => [[[payee, 1n]]] },
  { contract, signature: "burn(uint256)", who: "table", args: () => [0n] },
  { contract, signature: "contribute(uint256)", who: "table", args: () => [0n] },
  { contract, signature: "collectDemurrage(address,uint256)", who: "table", args: () => [payee, 0n] },
  { contract, signature: "setRateClass(address,uint8)", who: "table", args: () => [payee, 1n] },
  {
    contract,
    signature: "announceRate(uint8,uint16,uint32)",
    who: "table",
    args: ({ today }) => [0n, 500n, today + 40n],
  },
  { contract, signature: "withdrawRate(uint8)", who: "table", args: () => [1n] },
  { contract, signature: "setAuthority(address)", who: [], args: ({ manager }) => [manager.target] },
  { contract, signature: "transfer(address,uint256)", who: "anyone", args: () => [payee, 0n] },
  { contract, signature: "approve(address,uint256)", who: "anyone", args: () => [payee, 1n] },
  { contract, signature: "transferFrom(address,address,uint256)", who: "anyone", args: () => [payee, payee, 0n] },
  { contract, signature: "settle(address[])", who: "anyone", args: () => [[payee]] },
  {
    contract,
    signature: "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)",
    who: "anyone",
    async args(world) {
      const { applicant } = world;
      const { values, vrs } = await signed(world, "Permit", PERMIT, [applicant.address, payee, 1n, 0n, NO_END]);
      return [...values.slice(0, 3), NO_END, ...vrs];
    },
  },
  {
    contract,
    signature: `transferWithAuthorization(${SIGNED_TRANSFER},bytes)`,
    who: "anyone",
    async args(world) {
      const { values, signature } = await authorisation(world, "TransferWithAuthorization", payee);
      return [...values, signature];
    },
  },
  {
    contract,
    signature: `transferWithAuthorization(${SIGNED_TRANSFER},uint8,bytes32,bytes32)`,
    who: "anyone",
    async args(world) {
      const { values, vrs } = await authorisation(world, "TransferWithAuthorization", payee);
      return [...values, ...vrs];
    },
  },
  {
    contract,
    signature: `receiveWithAuthorization(${SIGNED_TRANSFER},bytes)`,
    who: "anyone",
    async args(world, caller) {
      const { values, signature } = await authorisation(world, "ReceiveWithAuthorization", caller.address);
      return [...values, signature];
    },
  },
  {
    contract,
    signature: `receiveWithAuthorization(${SIGNED_TRANSFER},bytes)`,
    variant: "for somebody else",
    who: [],
    async args(world) {
      const { values, signature } = await authorisation(world, "ReceiveWithAuthorization", payee);
      return [...values, signature];
    },
    refusal: () => ({ name: "ERC20InvalidReceiver", args: [payee] }),
  },
  {
    contract,
    signature: `receiveWithAuthorization(${SIGNED_TRANSFER},uint8,bytes32,bytes32)`,
    who: "anyone",
    async args(world, caller) {
      const { values, vrs } = await authorisation(world, "ReceiveWithAuthorization", caller.address);
      return [...values, ...vrs];
    },
  },
  {
    contract,
    signature: "cancelAuthorization(address,bytes32,bytes)",
    who: "anyone",
    async args(world) {
      const { values, signature } = await cancellation(world);
      return [...values, signature];
    },
  },
  {
    contract,
    signature: "cancelAuthorization(address,bytes32,uint8,bytes32,bytes32)",
    who: "anyone",
    async args(world) {
      const { values, vrs } = await cancellation(world);
      return [...values, ...vrs];
    },
  },
];
