// SPDX-License-Identifier: EUPL-1.2
import { AbiCoder, id, keccak256, type Signer, toBeHex } from "ethers";
import type { Redemptions, RegionalToken } from "../../types/ethers-contracts/index.js";

/** What a shop signs to ask for euros. Cents, basis points, Unix seconds. */
export type Exit = { amount: bigint; mostFeeBps: bigint; validAfter?: bigint; validBefore?: bigint; salt?: string };

type Account = Pick<Signer, "signTypedData"> & { address: string };
type System = { token: RegionalToken; redemptions: Redemptions };

const NO_END = 2n ** 48n;
const RECEIVE = ["address from", "address to", "uint256 value", "uint256 validAfter", "uint256 validBefore"];

/** The nonce of an authorisation, computed as the interface describes it. */
export function exitNonce(salt: string, mostFeeBps: bigint): string {
  const hash = keccak256(AbiCoder.defaultAbiCoder().encode(["bytes32", "uint16"], [salt, mostFeeBps]));
  return toBeHex((BigInt(hash) >> 64n) << 64n, 32);
}

/** The arguments of `requestWithAuthorization`, as the account signs them. */
export async function exitArgs(
  { token, redemptions }: System,
  account: Account,
  { amount, mostFeeBps, validAfter = 0n, validBefore = NO_END, salt = id("salt") }: Exit,
): Promise<
  [
    shop: string,
    amount: bigint,
    mostFeeBps: bigint,
    validAfter: bigint,
    validBefore: bigint,
    salt: string,
    signature: string,
  ]
> {
  const types = { ReceiveWithAuthorization: fields([...RECEIVE, "bytes32 nonce"]) };
  const signature = await account.signTypedData(await domainOf(token), types, {
    from: account.address,
    to: await redemptions.getAddress(),
    value: amount,
    validAfter,
    validBefore,
    nonce: exitNonce(salt, mostFeeBps),
  });
  return [account.address, amount, mostFeeBps, validAfter, validBefore, salt, signature];
}

/** What takes a request back when its shop signed it. */
export async function cancelSignature(redemptions: Redemptions, account: Account, requestId: bigint): Promise<string> {
  const types = { CancelRedemption: fields(["uint256 requestId"]) };
  return await account.signTypedData(await domainOf(redemptions), types, { requestId });
}

async function domainOf(contract: Pick<RegionalToken, "eip712Domain"> | Pick<Redemptions, "eip712Domain">) {
  const { name, version, chainId, verifyingContract } = await contract.eip712Domain();
  return { name, version, chainId, verifyingContract };
}

function fields(descriptions: readonly string[]): { type: string; name: string }[] {
  return descriptions.map((description) => {
    const [type = "", name = ""] = description.split(" ");
    return { type, name };
  });
}
