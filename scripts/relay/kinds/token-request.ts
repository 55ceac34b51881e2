// SPDX-License-Identifier: EUPL-1.2
import { type Currency, nonceParts } from "@monnaie-commune/sdk/payments/authorisation";
import { Contract, getAddress, recoverAddress } from "ethers";
import { type Hex, hashTypedData, type TypedDataDefinition } from "viem";
import { systemAt } from "../../lib/system.ts";
import { Refusal } from "../refusal.ts";
import { contractRefusal } from "../simulate.ts";
import type { KindContext, Lane } from "./kind.ts";

/** Seconds a request has to be valid for when it is taken: time to be sent and written. */
const SHORTEST_SECONDS = 30;
/** Seconds ahead that it may be valid at most: what is signed for longer may come back when nobody thinks of it. */
const LONGEST_SECONDS = 900;

/** Answer of a contract that takes a signature for its own (ERC-1271). */
const ERC1271_MAGIC = "0x1626ba7e";
const ERC1271 = ["function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)"];

export type TokenChecks = ReturnType<typeof tokenChecks>;

/** What requests that somebody signed for the token have in common. */
export function tokenChecks({ chain, deployment, now, underWay }: KindContext) {
  const { token } = systemAt(deployment, chain.provider);
  const address = deployment.contracts.RegionalToken.address;
  let name: Promise<string> | undefined;
  return { token, address, checkPlace, currency, checkValidity, checkSigner, checkNumber };

  /** @throws Refusal when it was signed for another chain or currency. */
  function checkPlace(request: { chainId: number; token: Hex }): void {
    if (request.chainId !== chain.chainId) throw Refusal.of("wrongChain");
    if (request.token !== address) throw Refusal.of("wrongContract");
  }

  /** What people sign for; the name never changes. */
  async function currency(): Promise<Currency> {
    name ??= token.name();
    try {
      return { name: await name, chainId: chain.chainId, token: address };
    } catch (error) {
      name = undefined;
      throw error;
    }
  }

  /** @throws Refusal when it is not valid now, for long enough, and for not too long. */
  async function checkValidity(validAfter: number, validBefore: number): Promise<void> {
    const seconds = await now();
    if (validAfter >= seconds) throw Refusal.of("notYetValid", {}, validAfter - seconds + 1);
    if (validBefore < seconds + SHORTEST_SECONDS) throw Refusal.of("expired");
    if (validBefore > seconds + LONGEST_SECONDS) throw Refusal.of("validTooLong", { minutes: LONGEST_SECONDS / 60 });
  }

  /** @throws Refusal when the signature is neither the account's key's nor, for a contract, one it takes for its own. */
  async function checkSigner(account: string, data: TypedDataDefinition, signature: Hex): Promise<void> {
    const hash = hashTypedData(data);
    if (recovered(hash, signature) === account) return;
    if ((await chain.provider.getCode(account)) !== "0x" && (await takes(account, hash, signature))) return;
    throw contractRefusal(token, "ERC3009InvalidSignature", []);
  }

  async function takes(account: string, hash: Hex, signature: Hex): Promise<boolean> {
    const contract = new Contract(account, ERC1271, chain.provider);
    const call = { to: account, data: contract.interface.encodeFunctionData("isValidSignature", [hash, signature]) };
    try {
      return (await chain.provider.call(call)).slice(0, 10) === ERC1271_MAGIC;
    } catch {
      return false;
    }
  }

  /**
   * A number that is next, or becomes so once what waits before it is written.
   * @returns Whether nothing that waits comes before it: the chain would take it now.
   * @throws Refusal when it was used, or one before it is missing.
   */
  async function checkNumber(account: string, nonce: Hex): Promise<boolean> {
    const { key, sequence } = nonceParts(nonce);
    const next = await nextOf(account, key);
    const places = underWay.placesIn(laneOf(account, nonce).lane);
    if (sequence < next) throw contractRefusal(token, "InvalidAccountNonce", [account, next]);
    for (let before = next; before < sequence; before++) if (!places.has(before)) throw Refusal.of("outOfOrder");
    return sequence === next;
  }

  async function nextOf(account: string, key: bigint): Promise<bigint> {
    return BigInt.asUintN(64, await token["nonces(address,uint192)"](account, key));
  }
}

/** Numbers of one key of one account are used in order. */
export function laneOf(account: string, nonce: Hex): Lane {
  const { key, sequence } = nonceParts(nonce);
  return { lane: `${account} ${key}`, place: sequence };
}

/** A number can be used once, whatever for: a payment, a permit. */
export function numberKey(account: string, nonce: Hex): string {
  return `number ${account} ${nonce}`;
}

function recovered(hash: Hex, signature: Hex): string | undefined {
  try {
    return getAddress(recoverAddress(hash, signature));
  } catch {
    return undefined;
  }
}
