// SPDX-License-Identifier: EUPL-1.2
import { getAddress, keccak256, stringToHex } from "viem/utils";
import { readStaffFile, type StaffFileContext } from "@monnaie-commune/sdk/bonus/read-staff-file";
import { type StaffColumn, STAFF_COLUMNS } from "@monnaie-commune/sdk/bonus/rules";

export const PLAN_DATE = "2026-11-23";
export const TOKEN = walletOf("token");

/** A person's address, made from a word. */
export function walletOf(word: string): `0x${string}` {
  return getAddress(`0x${keccak256(stringToHex(word)).slice(-40)}`);
}

export const GOOD_LINE: Readonly<Record<StaffColumn, string>> = {
  payee_id: "AG-1",
  wallet: walletOf("one"),
  amount: "1 250,50",
  consent_reference: "MANDAT-2026-1",
  consent_date: "2026-10-12",
  share: "50",
  budget_line: "932-6488",
};

export const HEADER = STAFF_COLUMNS.join(";");

/** A line of a file, right but for what is given. */
export function lineOf(changes: Partial<Record<StaffColumn, string>> = {}): string {
  return STAFF_COLUMNS.map((column) => ({ ...GOOD_LINE, ...changes })[column]).join(";");
}

/** A line of somebody who did not opt in. */
export function euroLine(payeeId: string, amount = "300"): string {
  return lineOf({ payee_id: payeeId, amount, wallet: "", consent_reference: "", consent_date: "", share: "" });
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Reads a file with the usual context. */
export function read(file: string | Uint8Array, context: Partial<StaffFileContext> = {}) {
  return readStaffFile(typeof file === "string" ? bytesOf(file) : file, {
    planDate: PLAN_DATE,
    reserved: [{ address: TOKEN, name: "RegionalToken" }],
    ...context,
  });
}

/** A file with these lines below the header. */
export function fileOf(...lines: string[]): string {
  return [HEADER, ...lines].map((line) => `${line}\n`).join("");
}
