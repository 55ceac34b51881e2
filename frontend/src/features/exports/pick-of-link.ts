// SPDX-License-Identifier: EUPL-1.2
import { addMonths, isoDateOf } from "@monnaie-commune/sdk/days";
import type { Pick } from "@monnaie-commune/sdk/ledger/files/pick";
import { parseAddress } from "../../lib/address.ts";
import { dayOfDate } from "../register/register-filter.ts";
import type { ExportLink } from "./export-link.ts";

/** What the files are about; nothing while the end comes before the beginning, or the account's checksum is wrong. */
export function pickOf({ compte, du, au }: ExportLink): Pick | undefined {
  if (du !== undefined && au !== undefined && du > au) return undefined;
  const account = compte && parseAddress(compte);
  if (compte !== undefined && account === undefined) return undefined;
  return {
    ...(account && { account }),
    ...(du !== undefined && { firstDay: dayOfDate(du) }),
    ...(au !== undefined && { lastDay: dayOfDate(au) }),
  };
}

export const PERIODS = ["all", "thisYear", "lastYear", "thisMonth", "lastMonth"] as const;
export type Period = (typeof PERIODS)[number];

/** The dates of a usual period on a UTC day. */
export function datesOf(period: Period, today: number): { du?: string; au?: string } {
  if (period === "all") return {};
  const date = isoDateOf(today);
  const isMonth = period === "thisMonth" || period === "lastMonth";
  const start = dayOfDate(isMonth ? `${date.slice(0, 7)}-01` : `${date.slice(0, 4)}-01-01`);
  const months = isMonth ? 1 : 12;
  const first = period === "lastMonth" || period === "lastYear" ? addMonths(start, -months) : start;
  return { du: isoDateOf(first), au: isoDateOf(addMonths(first, months) - 1) };
}
