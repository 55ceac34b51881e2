// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from "../errors.ts";
import type { Address } from "../runtime-config.ts";
import type { RelayRequest } from "../transaction-state.ts";

/** What somebody sets out to do, in the words of the tray. Amounts in cents. */
export type Activity = {
  kind: "payment" | "refund" | "claim" | "exit" | "application" | "cancellation" | "office";
  payee?: Address;
  cents?: bigint;
  label?: string;
  reference?: string;
  /** Path of the dApp where it can be begun again; payments have one without it. */
  again?: string;
};

/**
 * Where it stands. `expired`: what was signed is no longer valid and was not used. `dropped`: nothing shows that it will
 * still arrive, be it that it never left or that the register forgot it.
 */
export type Stage = "pending" | "sent" | "confirmed" | "failed" | "replaced" | "expired" | "dropped";

/** What this device remembers of something begun on it; times are Unix seconds. No signature is ever kept. */
export type ActivityEntry = Activity & {
  id: string;
  /** Who began it; a letter can be cashed without a wallet. */
  account?: Address;
  begun: number;
  stage: Stage;
  hash?: Address;
  /** Number of the wallet's transaction, once it was seen in the register's waiting room. */
  nonce?: number;
  relay?: RelayRequest;
  /** When it was written in the register. */
  at?: number;
  problem?: Problem;
};

const STAGES: readonly Stage[] = ["pending", "sent", "confirmed", "failed", "replaced", "expired", "dropped"];
const KINDS: readonly Activity["kind"][] = [
  "payment",
  "refund",
  "claim",
  "exit",
  "application",
  "cancellation",
  "office",
];

/** Whether it may still change by itself. */
export const isUnderWay = ({ stage }: Pick<ActivityEntry, "stage">): boolean => stage === "pending" || stage === "sent";

/** Whether a person has to know that it did not go through. */
export const isMishap = (entry: Pick<ActivityEntry, "stage">): boolean =>
  !isUnderWay(entry) && entry.stage !== "confirmed";

const BIG = "$bigint";

/** Entries as text; amounts are kept exactly. */
export function writeEntries(entries: readonly ActivityEntry[]): string {
  return JSON.stringify(entries, (_key, value: unknown) =>
    typeof value === "bigint" ? { [BIG]: value.toString() } : value,
  );
}

function revive(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || !(BIG in value)) return value;
  const text = value[BIG];
  return typeof text === "string" && /^\d{1,78}$/.test(text) ? BigInt(text) : undefined;
}

const isText = (value: unknown) => value === undefined || typeof value === "string";
const isTime = (value: unknown) => value === undefined || Number.isSafeInteger(value);
const isAddress = (value: unknown) =>
  value === undefined || (typeof value === "string" && /^0x[0-9a-fA-F]{40}$/.test(value));
const isHash = (value: unknown) =>
  value === undefined || (typeof value === "string" && /^0x[0-9a-fA-F]{1,64}$/.test(value));

function isRelayRequest(value: unknown): boolean {
  if (value === undefined) return true;
  if (typeof value !== "object" || value === null) return false;
  const { kind, id, validBefore, nonce } = value as Record<string, unknown>;
  return (
    typeof kind === "string" &&
    /^[a-z]{1,20}$/.test(kind) &&
    typeof id === "string" &&
    /^[\w-]{1,100}$/.test(id) &&
    isTime(validBefore) &&
    isHash(nonce)
  );
}

function isProblem(value: unknown): boolean {
  return (
    value === undefined ||
    (typeof value === "object" && value !== null && "kind" in value && typeof value.kind === "string")
  );
}

function isEntry(value: unknown): value is ActivityEntry {
  if (typeof value !== "object" || value === null) return false;
  const entry = value as Record<string, unknown>;
  return (
    typeof entry.id === "string" &&
    KINDS.some((kind) => kind === entry.kind) &&
    STAGES.some((stage) => stage === entry.stage) &&
    Number.isSafeInteger(entry.begun) &&
    (entry.cents === undefined || typeof entry.cents === "bigint") &&
    [entry.account, entry.payee].every(isAddress) &&
    [entry.label, entry.reference].every(isText) &&
    (entry.again === undefined || (typeof entry.again === "string" && /^\/(?!\/)/.test(entry.again))) &&
    [entry.nonce, entry.at].every(isTime) &&
    isHash(entry.hash) &&
    isRelayRequest(entry.relay) &&
    isProblem(entry.problem)
  );
}

/** The entries in a text; what is malformed is left out. */
export function readEntries(text: string | null): ActivityEntry[] {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text, revive);
    return Array.isArray(value) ? value.filter(isEntry) : [];
  } catch {
    return [];
  }
}
