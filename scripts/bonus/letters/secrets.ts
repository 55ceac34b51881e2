// SPDX-License-Identifier: EUPL-1.2
import { hkdfSync } from "node:crypto";
import { claimPrivateKey, claimSecret } from "@monnaie-commune/sdk/claims/code";
import type { BonusPlan, PlanHead, PlanLine } from "@monnaie-commune/sdk/bonus/plan";
import canonicalize from "canonicalize";
import { computeAddress } from "ethers";

/** Bytes of a letter's secret: what `claimSecret` writes as 24 characters. */
const BYTES = 15;

/** What a letter's secret depends on besides the officer's: the plan it belongs to, and the day it must be used by. */
export type LetterPlace = Pick<PlanHead, "chainId" | "issuance" | "programmeId" | "sourceSha256" | "created"> & {
  deadline: number;
};

/** Where the letters of a plan belong. Throws `RangeError` for a plan without letters. */
export function letterPlace(plan: BonusPlan): LetterPlace {
  const { chainId, issuance, programmeId, sourceSha256, created, claims } = plan;
  if (claims === null) throw new RangeError("The plan has no letters");
  return { chainId, issuance, programmeId, sourceSha256, created, deadline: claims.deadline };
}

/**
 * The secrets of letters are computed from the officer's letter secret (HKDF-SHA256) and never stored: the same plan gives
 * the same letters again, another file, day, programme or chain gives others, and no file holds what could pay.
 */
export function letterSecrets(
  officerSecret: Uint8Array,
  place: LetterPlace,
): (line: Pick<PlanLine, "line" | "payeeId">) => string {
  const { chainId, issuance, programmeId, sourceSha256, created, deadline } = place;
  const salt = text(["monnaie-commune letters 1", chainId, issuance, programmeId, sourceSha256, created, deadline]);
  return ({ line, payeeId }) => {
    return claimSecret(new Uint8Array(hkdfSync("sha256", officerSecret, salt, text([line, payeeId]), BYTES)));
  };
}

/** The address of the one-time key of a letter, which the plan holds. */
export function claimKeyOf(secret: string): `0x${string}` {
  return computeAddress(claimPrivateKey(secret)) as `0x${string}`;
}

function text(parts: readonly (string | number)[]): Uint8Array {
  return new TextEncoder().encode(canonicalize(parts));
}
