// SPDX-License-Identifier: EUPL-1.2
// What contracts tell and are told, value by value, in words: the name of an argument says what its number counts.
import { formatAmount, type Language } from "@monnaie-commune/sdk/amounts";
import { REFUSAL_REASONS as EXIT_REASONS } from "@monnaie-commune/sdk/exits/reasons";
import { CATEGORIES, decodeCommune, REFUSAL_REASONS, SUSPENSION_REASONS } from "@monnaie-commune/sdk/merchants";
import { PURPOSES } from "@monnaie-commune/sdk/purposes";
import { roleName } from "@monnaie-commune/sdk/role-names";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../i18n/use-language.ts";
import { formatDay, formatTime, formatUtcDay } from "../../lib/format-date.ts";
import { formatPercent } from "../../lib/format-percent.ts";
import { useRuntime } from "../../lib/runtime-context.ts";
import { receiptNumber } from "../../lib/short-address.ts";
import type { AccountName } from "../accounts/api/use-account-names.ts";
import { keyOfSelector } from "./function-key.ts";
import { useContractNames, usePublicNames } from "./use-public-names.ts";

const PUBLIC_ROLE = 2n ** 64n - 1n;
const SECONDS_PER_DAY = 86_400;

const AMOUNTS = new Set([
  "amount",
  "attested",
  "budget",
  "fee",
  "monthlyAllowance",
  "newAllowance",
  "redeemed",
  "released",
  "total",
  "value",
]);
const DATES = new Set(["closesAt", "opensAt", "since"]);
const MOMENTS = new Set(["deadline", "schedule", "validAfter", "validBefore", "when"]);
const ROLE_IDS = new Set(["admin", "guardian", "roleId"]);
const DURATIONS = new Set(["delay", "executionDelay", "newDelay"]);
const CONTRACTS = new Set(["authority", "newAuthority", "target"]);
const CLASSES = ["ordinary", "merchant", "exempt"] as const;

type Setting = {
  t: TFunction<["register", "audit", "calls"]>;
  language: Language;
  symbol: string;
  nameOf: (address: string) => AccountName;
  contractName: (address: string) => string | undefined;
};

/** A moment to the minute; a signature that is good from second 0 on always was. */
function momentWords(name: string, at: number, { t, language }: Pick<Setting, "t" | "language">): string {
  if (at === 0) return t(name === "validAfter" ? "values.always" : "values.never");
  return t("values.moment", { day: formatDay(at, language), time: formatTime(at, language) });
}

function numberWords(name: string, value: bigint, { t, language, symbol }: Setting): string {
  if (AMOUNTS.has(name)) return formatAmount(value, language, symbol);
  if (name.toLowerCase().endsWith("bps")) return formatPercent(Number(value), language);
  if (ROLE_IDS.has(name)) {
    if (value === PUBLIC_ROLE) return t("values.everybody");
    const role = roleName(value);
    return role === undefined ? t("values.role", { id: value.toString() }) : t(`audit:roles.names.${role}`);
  }
  if (DATES.has(name)) return value === 0n ? t("values.never") : formatDay(Number(value), language);
  if (MOMENTS.has(name)) return momentWords(name, Number(value), { t, language });
  if (name === "fromDay") return formatUtcDay(Number(value), language);
  if (DURATIONS.has(name)) {
    const seconds = Number(value);
    const inDays = seconds % SECONDS_PER_DAY === 0;
    return inDays ? t("values.days", { count: seconds / SECONDS_PER_DAY }) : t("values.seconds", { count: seconds });
  }
  if (name === "purpose") return t(`audit:programmes.purposes.${PURPOSES[Number(value)] ?? "reward"}`);
  if (name === "rateClass" || name === "previousClass") {
    return t(`audit:rates.classes.${CLASSES[Number(value)] ?? "ordinary"}`);
  }
  if (name === "category") return CATEGORIES.find(({ code }) => code === Number(value))?.[language] ?? String(value);
  return value.toLocaleString(language);
}

/** The name of a contract's reason, from the list its own register keeps. */
function reasonWords(code: number, isExit: boolean, { t, language }: Setting): string {
  const list = isExit ? EXIT_REASONS : [...SUSPENSION_REASONS, ...REFUSAL_REASONS];
  return list.find((reason) => reason.code === code)?.[language] ?? t("values.noReason");
}

/** Anybody may apply, with whatever stands in the place of the commune. */
function communeWords(value: string): string {
  try {
    return decodeCommune(value);
  } catch {
    return value;
  }
}

function textWords(name: string, value: string, { t, nameOf, contractName }: Setting): string {
  if (CONTRACTS.has(name)) return contractName(value) ?? nameOf(value).name;
  if (/^0x[0-9a-fA-F]{40}$/.test(value)) return nameOf(value).name;
  if (name === "selector") {
    const found = keyOfSelector(value);
    return found === undefined ? value : t(`calls:functions.${found}`);
  }
  if (name === "commune") return communeWords(value);
  return /^0x[0-9a-fA-F]{64}$/.test(value) ? receiptNumber(value) : value;
}

/**
 * Says a value of an event or of a call, by the name its contract gives it; `isExit` tells which list of reasons counts.
 * Lists and records are said by how much they hold.
 */
export function useValueWords(): (name: string, value: unknown, isExit?: boolean) => string {
  const { t } = useTranslation(["register", "audit", "calls"]);
  const language = useLanguage();
  const { symbol } = useRuntime();
  const nameOf = usePublicNames();
  const contractName = useContractNames();
  const setting: Setting = { t, language, symbol, nameOf, contractName };
  return (name, value, isExit = false) => {
    if (name === "reasonCode") return reasonWords(Number(value), isExit, setting);
    if (typeof value === "bigint") return numberWords(name, value, setting);
    if (typeof value === "number") return numberWords(name, BigInt(value), setting);
    if (typeof value === "boolean") return t(value ? "values.yes" : "values.no");
    if (typeof value === "string") return textWords(name, value, setting);
    if (Array.isArray(value)) return t("values.items", { count: value.length });
    return t("values.items", { count: Object.keys(value ?? {}).length });
  };
}
