// SPDX-License-Identifier: EUPL-1.2
import type { Cause } from "./refusal.ts";

/** What was asked, by the name of its kind; the kind's schema has said that the body has its form. */
export type RelayRequest = { kind: string; body: unknown };

/** Where a request stands. `block` is where it is written in the register. */
export type RequestState =
  | { state: "received" }
  | { state: "sent"; hash: string }
  | { state: "confirmed"; hash: string; block: number }
  | { state: "refused"; cause: Cause }
  | { state: "expired" };

/** A request that was taken. `key` says what it is about: see `RequestKind.keyOf`. */
export type Entry = {
  id: string;
  key: string;
  request: RelayRequest;
  state: RequestState;
  /** Whether the chain shows it, though not yet at the depth at which it is confirmed. */
  isWritten?: boolean;
};

/** The relay's memory. What a method has written is on the disk when it returns. */
export type Store = {
  find(id: string): Entry | undefined;
  findByKey(key: string): Entry | undefined;
  all(): Entry[];
  /** What was taken and has no end yet, oldest first. */
  unfinished(): Entry[];
  /** Takes a request, for the first time or again after it came to nothing. */
  accept(taken: Omit<Entry, "state" | "isWritten">): Entry;
  setState(id: string, state: RequestState): void;
  /** Writes down what a transaction cost, in wei of the network's coin. */
  addFee(id: string, wei: bigint): void;
  /** Wei that transactions cost on a UTC day. */
  feesOn(day: number): bigint;
  close(): void;
};
