// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { Failure } from "../../lib/failure.ts";
import { keyInHardhatKeystore, refuseKeysInEnvironment } from "../../lib/keys.ts";
import type { Chain } from "../../lib/network.ts";

const VARIABLE = "LETTER_SECRET";

/** As `openssl rand -hex 32` prints it: 32 bytes or more. */
const FORMAT = /^(?:[0-9a-f]{2}){32,128}$/iu;

/**
 * The secret the letters of an officer are computed from: a variable of Hardhat's keystore, and a well-known one on the
 * local chain.
 * @throws Failure when there is none, or it is too short or no secret at all.
 */
export async function officerLetterSecret(chain: Chain): Promise<Uint8Array> {
  if (!chain.isLive) return createHash("sha256").update("monnaie-commune development letters").digest();
  refuseKeysInEnvironment([VARIABLE]);
  const value = await keyInHardhatKeystore(VARIABLE);
  if (value === "") throw new Failure(3, "bonus.letterSecret.missing", { name: VARIABLE, network: chain.name });
  return secretBytes(value);
}

/** Reads a letter secret. @throws Failure when it is too short, no hexadecimal number, or a pattern. */
export function secretBytes(value: string): Uint8Array {
  const bytes = Buffer.from(value.trim(), "hex");
  // 32 random bytes have 30 different ones on average, and 16 or fewer never.
  if (!FORMAT.test(value.trim()) || new Set(bytes).size <= 16) {
    throw new Failure(3, "bonus.letterSecret.bad", { name: VARIABLE });
  }
  return bytes;
}
