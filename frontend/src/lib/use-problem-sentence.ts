// SPDX-License-Identifier: EUPL-1.2
import { formatAmount, type Language } from "@monnaie-commune/sdk/amounts";
import type { ErrorName } from "@monnaie-commune/sdk/generated/errors";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../i18n/use-language.ts";
import { formatDay, formatUtcDay } from "./format-date.ts";
import type { Problem } from "./errors.ts";
import { shortAddress } from "./short-address.ts";

const CENTS = new Set([
  "amount",
  "available",
  "balance",
  "needed",
  "value",
  "supply",
  "increasedSupply",
  "cap",
  "maxSupply",
  "budget",
  "allowance",
  "left",
]);
const UTC_DAYS = new Set(["day", "today", "fromDay", "earliestDay"]);
const SECONDS = new Set(["opensAt", "closesAt", "deadline", "validAfter", "validBefore", "schedule"]);

/** What the relay says in many ways and people can do but one thing about. */
export const RELAY_REASONS = {
  unreachable: "unreachable",
  quota: "quota",
  signerQuota: "signerQuota",
  budget: "budget",
  busy: "busy",
  noFunds: "noFunds",
  failed: "failed",
  badRequest: "malformed",
  tooLarge: "malformed",
  mediaType: "malformed",
  notFound: "malformed",
  origin: "malformed",
  wrongChain: "elsewhere",
  wrongContract: "elsewhere",
  otherPayee: "otherPayee",
  otherPayment: "otherPayment",
  outOfOrder: "outOfOrder",
  underWay: "underWay",
  cancelled: "cancelled",
  expired: "expired",
  otherRequest: "otherRequest",
  recordsFull: "recordsFull",
  paused: "paused",
  noSuchRequest: "malformed",
  notYetValid: "clock",
  validTooLong: "clock",
} as const;

/** Where the relay does not say for how long it counts. */
const AN_HOUR_IN_MINUTES = 60;

/** Relays may learn new codes before this page does. */
function relayReason(code: string): (typeof RELAY_REASONS)[keyof typeof RELAY_REASONS] {
  return Object.hasOwn(RELAY_REASONS, code) ? RELAY_REASONS[code as keyof typeof RELAY_REASONS] : "failed";
}

/** An argument of a contract error as people read it: amounts with cents, days as dates, addresses shortened. */
function readable(name: string, value: unknown, language: Language): string {
  if (typeof value === "string") return value.startsWith("0x") ? shortAddress(value) : value;
  if (typeof value !== "bigint" && typeof value !== "number") return String(value);
  if (CENTS.has(name)) return formatAmount(BigInt(value), language);
  if (UTC_DAYS.has(name)) return formatUtcDay(Number(value), language);
  if (SECONDS.has(name)) return formatDay(Number(value), language);
  return String(value);
}

/** Says in the user's language what happened, what it means for the money, and what to do. */
export function useProblemSentence(): (problem: Problem) => string {
  const { t } = useTranslation("transaction");
  const { t: contractError } = useTranslation("errors");
  const language = useLanguage();
  return (problem) => {
    if (problem.kind === "unnamed") return t("problems.unnamed", { detail: problem.detail });
    if (problem.kind === "relay") {
      const { code, minutes = AN_HOUR_IN_MINUTES } = problem;
      return t(`problems.relay.${relayReason(code)}`, { count: minutes });
    }
    if (problem.kind !== "contract") return t(`problems.${problem.kind}`);
    const args = Object.entries(problem.args).map(([name, value]) => [name, readable(name, value, language)] as const);
    // The dictionary is held against every ABI by a test of the repository; names come from the ABI at run time.
    return contractError(problem.name as ErrorName, { replace: Object.fromEntries(args) });
  };
}
