// SPDX-License-Identifier: EUPL-1.2
// What the journal can be narrowed to, for pages and files.
import { getAddress, isAddress, type Hex } from "viem";
import type { Act } from "./acts.ts";
import type { JournalLine } from "./journal.ts";

/** What a line is about, in the order in which it is offered. */
export const LINE_TOPICS = ["payment", "issue", "fonte", "commons", "exit", "decision", "shop", "role"] as const;

export type LineTopic = (typeof LINE_TOPICS)[number];

/** Days are UTC days, both included; amounts cents, both included. An account matches where a line names it at all. */
export type LineFilter = {
  topic?: LineTopic;
  programmeId?: bigint;
  accounts?: readonly Hex[];
  firstDay?: number;
  lastDay?: number;
  least?: bigint;
  most?: bigint;
};

const ENTRY_TOPICS = {
  issue: "issue",
  claim: "issue",
  burn: "issue",
  payment: "payment",
  fonte: "fonte",
  collection: "commons",
  redemption: "exit",
} as const satisfies Record<Exclude<JournalLine["kind"], "act">, LineTopic>;

const ACT_TOPICS: Partial<Record<Act["event"], LineTopic>> = {
  AuthorizationCanceled: "payment",
  AuthorizationSkipped: "payment",
  AuthorizationUsed: "payment",
  ChunkPaid: "issue",
  ClaimsOpened: "issue",
  Claimed: "issue",
  ClaimCancelled: "issue",
  ClaimsClosed: "issue",
  RedemptionRequested: "exit",
  RedemptionCancelled: "exit",
  RedemptionRefused: "exit",
  RedemptionPaid: "exit",
  RateClassSet: "shop",
  AuthorityUpdated: "role",
  EIP712DomainChanged: "role",
};

const CONTRACT_TOPICS: Record<Act["contract"], LineTopic> = {
  AccessManager: "role",
  MerchantRegistry: "shop",
  RegionalToken: "decision",
  Issuance: "decision",
  Redemptions: "decision",
  AuthorizationBatch: "payment",
};

export function topicOf(line: JournalLine): LineTopic {
  if (line.kind !== "act") return ENTRY_TOPICS[line.kind];
  return ACT_TOPICS[line.event] ?? CONTRACT_TOPICS[line.contract];
}

/** Every account a line names, each once, in the order in which it does. */
export function accountsOf(line: JournalLine): Hex[] {
  if (line.kind === "act") {
    const named = Object.values(line.args).filter(
      (value): value is Hex => typeof value === "string" && isAddress(value),
    );
    return [...new Set(named.map((address) => getAddress(address)))];
  }
  const named: (Hex | undefined)[] = [
    "from" in line ? line.from : undefined,
    "to" in line ? line.to : undefined,
    line.kind === "redemption" ? line.shop : undefined,
  ];
  return [...new Set(named.filter((address) => address !== undefined))];
}

/** What moved, was voted, attested or set aside, in cents; nothing for a line about no amount. */
export function centsOf(line: JournalLine): bigint | undefined {
  if (line.kind !== "act") return line.cents;
  const args: Readonly<Record<string, unknown>> = { ...line.args };
  const cents = args.amount ?? args.total ?? args.budget ?? args.released ?? args.monthlyAllowance;
  return typeof cents === "bigint" ? cents : undefined;
}

/** Under which programme a line stands. */
export function programmeOf(line: JournalLine): bigint | undefined {
  if (line.kind === "act") {
    const { programmeId }: Readonly<Record<string, unknown>> = { ...line.args };
    return typeof programmeId === "bigint" ? programmeId : undefined;
  }
  return "story" in line ? line.story?.programmeId : undefined;
}

/** The lines that a filter lets through, in their order. */
export function findLines(lines: readonly JournalLine[], filter: LineFilter): JournalLine[] {
  const { topic, programmeId, firstDay = -Infinity, lastDay = Infinity, least, most } = filter;
  const accounts = filter.accounts && new Set(filter.accounts.map((account) => account.toLowerCase()));
  return lines.filter((line) => {
    if (line.day < firstDay || line.day > lastDay) return false;
    if (topic !== undefined && topicOf(line) !== topic) return false;
    if (programmeId !== undefined && programmeOf(line) !== programmeId) return false;
    if (least !== undefined || most !== undefined) {
      const cents = centsOf(line);
      if (cents === undefined || cents < (least ?? cents) || cents > (most ?? cents)) return false;
    }
    return accounts === undefined || accountsOf(line).some((account) => accounts.has(account.toLowerCase()));
  });
}
