// SPDX-License-Identifier: EUPL-1.2
// Everything that is told about the currency as a whole, from the journal alone. What each figure means: docs/figures.md.
import { dayOf } from "../../days.ts";
import type { Journal } from "../journal.ts";
import { FEWEST_WITH_PEOPLE, publishable, type Published } from "./cells.ts";
import { concentrationOf, type Concentration } from "./concentration.ts";
import { FLOWS, flowsOf, type Flow, type Flows } from "./flows.ts";
import { gaugeOn, paidByDay, paidInYear, type Gauge } from "./gauge.ts";
import { handsBefore, type Hands } from "./hands.ts";
import { holdingsOf, restingIn, type Holding, type Resting } from "./holdings.ts";
import { MONTHS_A_YEAR, monthsBetween, yearBefore, type Month } from "./months.ts";
import { movementsOf, type Movement, type Owner } from "./movements.ts";
import { programmesIn, type ProgrammeFigures } from "./programmes.ts";
import { stocksOver, type Stocks, type StocksOver } from "./stocks.ts";
import { velocity } from "./velocity.ts";

/** A month. Ways and trades are told of months that are over, and where they point at nobody; amounts in cents. */
export type MonthFigures = Month &
  Omit<Flows, "byWay" | "toTrade"> & {
    byWay: Map<Flow, Published>;
    toTrade: Map<number, Published>;
    /** At the end of the month. */
    stocks: Stocks;
    /** What people and shops held, on average of its days. */
    circulating: bigint;
    /** Hundredths of a turn a year. */
    velocity: number | undefined;
    /** Paid in the twelve months that end with it. */
    twelveMonths: bigint;
  };

/**
 * Where shops' money went, in cents: in those of the last twelve months that are over and tell both ways. A sum of what is
 * told reveals nothing that is not.
 */
export type ShopsPaid = { months: number; shops: bigint; people: bigint; euros: bigint };

/** The twelve months that end today, or as many days as there are. */
export type YearFigures = {
  days: number;
  paid: bigint;
  payments: number;
  circulating: bigint;
  velocity: number | undefined;
  shopsPaid: ShopsPaid;
  hands: Hands;
};

export type Figures = {
  toBlock: number;
  /** The day all of it is of. */
  today: number;
  months: MonthFigures[];
  year: YearFigures;
  stocks: Stocks;
  gauge: Gauge;
  /** Of all accounts, of people's and of shops'; nothing where too few hold anything. */
  concentration: Record<"all" | Extract<Owner, "person" | "shop">, Concentration | undefined>;
  resting: Resting[];
  programmes: ProgrammeFigures[];
};

/** @param at Unix seconds of the journal's last block. */
export function figuresOf(journal: Journal, at: number): Figures {
  const movements = movementsOf(journal);
  const today = dayOf(at);
  const first = movements[0]?.day ?? today;
  const months = monthsBetween(first, today);
  const stocks = stocksOver(movements, months);
  const holdings = holdingsOf(movements);
  const parts = splitByMonth(movements, months);
  const days = paidByDay(movements);
  const figures = months.map((month, i) => ({
    ...monthFigures(month, flowsOf(parts[i] ?? []), stocks[i] as StocksOver),
    twelveMonths: paidInYear(days, month.lastDay),
  }));
  return {
    toBlock: journal.toBlock,
    today,
    months: figures,
    year: { ...yearFigures(movements, first, today), shopsPaid: shopsPaidIn(figures) },
    stocks: (stocks.at(-1) as StocksOver).end,
    gauge: gaugeOn(days, today),
    concentration: {
      all: concentrationIn(holdings),
      person: concentrationIn(holdings.filter(({ owner }) => owner === "person")),
      shop: concentrationIn(holdings.filter(({ owner }) => owner === "shop")),
    },
    resting: restingIn(holdings, today),
    programmes: programmesIn(journal),
  };
}

/** The movements of each month; they are in order of time. */
function splitByMonth(movements: readonly Movement[], months: readonly Month[]): Movement[][] {
  let next = 0;
  return months.map(({ lastDay }) => {
    const start = next;
    while (next < movements.length && (movements[next]?.day ?? Infinity) <= lastDay) next++;
    return movements.slice(start, next);
  });
}

function monthFigures(
  month: Month,
  flows: Flows,
  { end, circulating }: StocksOver,
): Omit<MonthFigures, "twelveMonths"> {
  const { byWay, toTrade, ...sums } = flows;
  return {
    ...month,
    ...sums,
    // A month that goes on would tell, from one day to the next, what was paid in between.
    byWay: month.isOver ? publishable(byWay) : new Map(FLOWS.map((flow) => [flow, undefined])),
    toTrade: month.isOver ? publishable(toTrade) : new Map([...toTrade.keys()].map((trade) => [trade, undefined])),
    stocks: end,
    circulating,
    velocity: velocity(flows.paid, circulating, month.lastDay + 1 - month.firstDay),
  };
}

function yearFigures(movements: readonly Movement[], first: number, today: number): Omit<YearFigures, "shopsPaid"> {
  const past = Math.max(yearBefore(today), first - 1);
  const flows = flowsOf(movements.filter(({ day }) => day > past));
  const [, year] = stocksOver(movements, [
    { firstDay: first, lastDay: past },
    { firstDay: past + 1, lastDay: today },
  ]);
  const circulating = year?.circulating ?? 0n;
  const days = today - past;
  return {
    days,
    paid: flows.paid,
    payments: flows.payments,
    circulating,
    velocity: velocity(flows.paid, circulating, days),
    hands: handsBefore(movements, past),
  };
}

/** Too few holders would be told what they hold. */
function concentrationIn(holdings: readonly Holding[]): Concentration | undefined {
  return holdings.length < FEWEST_WITH_PEOPLE ? undefined : concentrationOf(holdings.map(({ cents }) => cents));
}

function shopsPaidIn(months: readonly MonthFigures[]): ShopsPaid {
  const paid = { months: 0, shops: 0n, people: 0n, euros: 0n };
  for (const { byWay, exited, fees } of months.filter(({ isOver }) => isOver).slice(-MONTHS_A_YEAR)) {
    const [shops, people] = [byWay.get("shopToShop"), byWay.get("shopToPerson")];
    if (shops === undefined || people === undefined) continue;
    paid.months++;
    paid.shops += shops.cents;
    paid.people += people.cents;
    paid.euros += exited + fees;
  }
  return paid;
}
