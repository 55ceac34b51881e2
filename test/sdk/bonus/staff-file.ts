// SPDX-License-Identifier: EUPL-1.2
import { getAddress, keccak256, stringToHex } from "viem/utils";
import { readStaffFile, type StaffFile, type StaffFileContext } from "@monnaie-commune/sdk/bonus/read-staff-file";
import type { FundedStructure } from "@monnaie-commune/sdk/bonus/check-structure";
import { type Column, COLUMNS } from "@monnaie-commune/sdk/bonus/columns";

import type { ListPurpose } from "@monnaie-commune/sdk/purposes";

export const PLAN_DATE = "2026-11-23";
export const TOKEN = walletOf("token");

/** A person's address, made from a word. */
export function walletOf(word: string): `0x${string}` {
  return getAddress(`0x${keccak256(stringToHex(word)).slice(-40)}`);
}

/** A structure of the registry, whose convention holds and accepts half. */
export const STRUCTURE: FundedStructure = {
  account: walletOf("one"),
  acceptedShareBps: 5_000,
  since: Date.UTC(2026, 0, 1) / 1_000,
  until: 0,
};

const PERSON: Readonly<Record<Column, string>> = {
  payee_id: "AG-1",
  wallet: walletOf("one"),
  amount: "1 250,50",
  consent_reference: "MANDAT-2026-1",
  consent_date: "2026-10-12",
  share: "50",
  budget_line: "932-6488",
  act: "solidarity",
};

/** A line that is right, for each purpose. */
export const GOOD: Readonly<Record<ListPurpose, Readonly<Record<Column, string>>>> = {
  bonus: PERSON,
  reward: PERSON,
  subsidy: { ...PERSON, payee_id: "73282932000074", consent_reference: "CONV-2026-7" },
};

export const GOOD_LINE = GOOD.bonus;

export const HEADER = COLUMNS.bonus.join(";");

/** A line of a bonus file, right but for what is given. */
export function lineOf(changes: Partial<Record<Column, string>> = {}): string {
  return lineFor("bonus", changes);
}

/** A line of a file for some purpose, right but for what is given. */
export function lineFor(purpose: ListPurpose, changes: Partial<Record<Column, string>> = {}): string {
  return COLUMNS[purpose].map((column) => ({ ...GOOD[purpose], ...changes })[column]).join(";");
}

/** A line of somebody who did not opt in. */
export function euroLine(payeeId: string, amount = "300"): string {
  return lineOf({ payee_id: payeeId, amount, wallet: "", consent_reference: "", consent_date: "", share: "" });
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

type Facts = Partial<Omit<StaffFileContext, "purpose" | "structures">>;

/** Reads a bonus file with the usual context. */
export function read(file: string | Uint8Array, facts: Facts = {}): StaffFile {
  return readFor("bonus", file, facts);
}

/** Reads a file for some purpose with the usual context. */
export function readFor(
  purpose: ListPurpose,
  file: string | Uint8Array,
  facts: Facts = {},
  structures: readonly FundedStructure[] = [STRUCTURE],
): StaffFile {
  const bytes = typeof file === "string" ? bytesOf(file) : file;
  const reserved = [
    { address: TOKEN, name: "RegionalToken" },
    { address: walletOf("commons"), name: "CommonsFund" },
  ];
  const context = { planDate: PLAN_DATE, reserved, ...facts };
  return readStaffFile(bytes, purpose === "subsidy" ? { ...context, purpose, structures } : { ...context, purpose });
}

/** A bonus file with these lines below the header. */
export function fileOf(...lines: string[]): string {
  return textOf("bonus", lines);
}

/** A file for some purpose with these lines below the header. */
export function fileFor(purpose: ListPurpose, ...lines: string[]): string {
  return textOf(purpose, lines);
}

function textOf(purpose: ListPurpose, lines: readonly string[]): string {
  return [COLUMNS[purpose].join(";"), ...lines].map((line) => `${line}\n`).join("");
}
