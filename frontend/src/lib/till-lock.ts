// SPDX-License-Identifier: EUPL-1.2
// The lock of a till's screen. It keeps passers-by from leaving the till; whoever can read this browser's memory gets past
// it, so it guards no money: that is the wallet's work.
import { keccak256, stringToHex } from "viem";

/** A lock without a code: a long press opens it. */
export const HOLD = "hold";

const SALT_BYTES = 16;

export function isPin(text: string): boolean {
  return /^[0-9]{4,8}$/.test(text);
}

const hashOf = (salt: string, pin: string) => keccak256(stringToHex(`${salt} ${pin}`));

/** What is kept of a code: enough to recognise it. */
export function lockFor(pin: string): string {
  const salt = [...crypto.getRandomValues(new Uint8Array(SALT_BYTES))].join("");
  return `${salt}:${hashOf(salt, pin)}`;
}

export function opens(lock: string, pin: string): boolean {
  const [salt = "", hash] = lock.split(":");
  return hashOf(salt, pin) === hash;
}

/** Wrong codes in a row that cost no waiting. */
const FREE_TRIES = 4;
const WAIT_SECONDS = 30;

/** Seconds to wait after so many wrong codes in a row. */
export function waitAfter(wrongTries: number): number {
  return wrongTries > 0 && wrongTries % (FREE_TRIES + 1) === 0 ? WAIT_SECONDS : 0;
}
