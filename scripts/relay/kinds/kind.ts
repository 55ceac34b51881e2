// SPDX-License-Identifier: EUPL-1.2
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import type { TransactionReceipt } from "ethers";
import type { Hex } from "viem";
import type { Chain } from "../../lib/network.ts";

export type Call = { to: Hex; data: Hex };

/** What a kind may ask about while it checks a request. */
export type KindContext = {
  chain: Chain;
  deployment: Deployment;
  /** The relay's account: who calls. */
  sender: string;
  /** Unix seconds, by the chain's clock where it is ahead of ours. */
  now(): Promise<number>;
  underWay: UnderWay;
};

/** What was taken and the chain does not show yet. */
export type UnderWay = {
  /** Cents these requests take from an account. */
  spentBy(account: string): bigint;
  /** Places in a lane that they hold. */
  placesIn(lane: string): ReadonlySet<bigint>;
  /** Whether the request about something is with the node already. */
  isSent(key: string): boolean;
};

/** Requests of one lane are written one after the other, in the order of their places. */
export type Lane = { lane: string; place: bigint };

/** How several requests go out in one transaction. */
export type Batch<Request> = {
  /** Fewest for which that costs less gas than one transaction for each. */
  fewest: number;
  most: number;
  callOf(requests: readonly Request[]): Call;
  /** Keys of the requests that a mined transaction left out. */
  skippedIn(receipt: TransactionReceipt): ReadonlySet<string>;
};

/** Something the relay sends for others: how it is asked, checked and turned into a call. */
export type RequestKind<Request> = {
  /** Its name in the journal and, below /v1/, in the address it is sent to. */
  name: string;
  /** JSON schema of a request: fields of any other name or form are refused. */
  schema: Record<string, unknown>;
  /** What can happen once only, whoever asks for it: two requests with the same key are about the same thing. */
  keyOf(request: Request): string;
  /** What of a request matters: with the same key and the same content, it is the same request. */
  contentOf(request: Request): string;
  /** Code of the refusal of a request whose key is under way with another content. */
  conflict: string;
  /** Whose signature `verify` has checked, for the quota of signers. */
  signerOf?(request: Request): string;
  /** Unix second from which it can no longer be written. */
  expiresAt?(request: Request): number;
  laneOf?(request: Request): Lane | undefined;
  /** What it takes from whom, in cents. */
  spendingOf?(request: Request): { from: string; cents: bigint };
  /** Key of a request that this one takes the place of, if that one still waits. */
  replaces?(request: Request): string;
  /**
   * Checks what costs nothing first, then asks the chain.
   * @throws Refusal when it would not go through.
   */
  verify(request: Request): Promise<void>;
  callOf(request: Request): Call;
  batch?: Batch<Request>;
  /** Where the chain shows it as done, whoever sent it; asked when the chain refuses it. */
  find?(request: Request): Promise<{ hash: string; block: number } | undefined>;
};
