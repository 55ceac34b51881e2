// SPDX-License-Identifier: EUPL-1.2
import { getAddress } from "viem/utils";
import type { CellProblem } from "./check-cell.ts";

/** Addresses nobody is paid at, and what each of them is. */
export type ReservedAddress = { address: string; name: string };

const HEX_DIGITS = /^[0-9a-fA-F]*$/u;
const NAME = /^[^0-9].*\.[a-z]{2,}$/iu;
/** Up to here the chain keeps its own precompiled contracts. */
const LOWEST_OWNED = 0x10000n;
/** The address people send to when they mean to destroy. */
const BURN = "0x000000000000000000000000000000000000dead";

/**
 * An account's address: `0x`, 40 hexadecimal digits, with the upper and lower case of its EIP-55 checksum. Without the
 * checksum a single wrong digit would pay a stranger, so such an address is refused and its checksummed form suggested.
 */
export function checkWallet(value: string, reserved: ReadonlyMap<string, string>): CellProblem | undefined {
  if (NAME.test(value)) return { code: "walletName" };
  const hasPrefix = value.startsWith("0x");
  const digits = hasPrefix ? value.slice(2) : value;
  if (!hasPrefix) {
    const isBare = HEX_DIGITS.test(digits) && digits.length === 40;
    return { code: isBare || value.startsWith("0X") ? "walletPrefixMissing" : "walletNotHex" };
  }
  if (!HEX_DIGITS.test(digits)) return { code: "walletNotHex" };
  if (digits.length !== 40) return { code: "walletLength", parameters: { length: digits.length } };
  const number = BigInt(value);
  if (number === 0n) return { code: "walletZero" };
  if (number < LOWEST_OWNED || value.toLowerCase() === BURN) return { code: "walletUnowned" };
  const name = reserved.get(value.toLowerCase());
  if (name !== undefined) return { code: "walletReserved", parameters: { name } };
  const checksummed = getAddress(value.toLowerCase());
  if (value === checksummed) return undefined;
  const hasOneCase = digits === digits.toLowerCase() || digits === digits.toUpperCase();
  return hasOneCase
    ? { code: "walletNotChecksummed", parameters: { suggestion: checksummed } }
    : { code: "walletChecksum" };
}

/** Names of reserved addresses by their address in lower case. */
export function reservedNames(reserved: readonly ReservedAddress[]): Map<string, string> {
  return new Map(reserved.map(({ address, name }) => [address.toLowerCase(), name]));
}
