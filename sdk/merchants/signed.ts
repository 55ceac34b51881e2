// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import type { MerchantRecord } from "../merchants.ts";
import type { MerchantAction } from "./messages.ts";
import { detailsOf } from "./record.ts";

/**
 * What a shop signed, with the record it is about: all that anybody needs to send it, and nothing that would let them
 * change a word. What the relay is asked, and what a shop keeps to send later. `nonce` is a decimal string, `deadline`
 * Unix seconds.
 */
export type SignedMerchantRequest = {
  chainId: number;
  registry: Hex;
  account: Hex;
  nonce: string;
  deadline: number;
  signature: Hex;
} & ({ action: Exclude<MerchantAction, "leave">; record: MerchantRecord } | { action: "leave" });

const FUNCTIONS = { apply: "applyBySignature", update: "updateBySignature" } as const;

/** The registry's function that takes a request, and its arguments. */
export function merchantCall(request: SignedMerchantRequest) {
  const { account, deadline, signature } = request;
  const [nonce, until] = [BigInt(request.nonce), BigInt(deadline)];
  if (request.action === "leave") {
    return { functionName: "leaveBySignature", args: [account, nonce, until, signature] } as const;
  }
  const args = [account, detailsOf(request.record), nonce, until, signature] as const;
  return { functionName: FUNCTIONS[request.action], args } as const;
}
