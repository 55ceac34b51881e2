// SPDX-License-Identifier: EUPL-1.2
// The figures as files anybody may use. Their columns are described in docs/figures.md; a name is never given another meaning.
import type { Hex } from "viem";
import { plainAmount, spreadsheetCsv } from "../../bonus/report-files.ts";
import { isoDateOf } from "../../days.ts";
import { CATEGORIES } from "../../merchants.ts";
import { FEWEST_SHOPS, FEWEST_WITH_PEOPLE, LARGEST_SHARE_BPS } from "./cells.ts";
import type { Figures, MonthFigures } from "./figures.ts";
import { FLOWS, type Flow } from "./flows.ts";
import { NOTIFICATION_CENTS } from "./gauge.ts";

/** What the figures are of. */
export type FiguresOf = { region: string; chainId: number; token: Hex };

type Cell = string | number;

const amount = (cents: bigint | undefined): Cell => (cents === undefined ? "" : plainAmount(cents));
const hundredths = (value: number | undefined): Cell => (value === undefined ? "" : amount(BigInt(value)));
const way = (flow: Flow) => (month: MonthFigures) => amount(month.byWay.get(flow)?.cents);

/** The columns of the months, in order. */
const COLUMNS: Record<string, (month: MonthFigures) => Cell> = {
  month: ({ name }) => name,
  payments: ({ payments }) => payments,
  paid: ({ paid }) => amount(paid),
  ...Object.fromEntries(FLOWS.map((flow) => [flow, way(flow)])),
  activePeople: ({ activePeople }) => activePeople,
  activeShops: ({ activeShops }) => activeShops,
  circulating: ({ circulating }) => amount(circulating),
  turnsPerYear: (month) => hundredths(month.velocity),
  issued: ({ issued }) => amount(issued),
  unclaimed: ({ returned }) => amount(returned),
  paidInEuros: ({ exited }) => amount(exited),
  fees: ({ fees }) => amount(fees),
  melted: ({ fonte }) => amount(fonte),
  spentForCommons: ({ spent }) => amount(spent),
  heldByPeople: ({ stocks }) => amount(stocks.person),
  heldByShops: ({ stocks }) => amount(stocks.shop),
  inTheTill: ({ stocks }) => amount(stocks.commons),
  waitingForLetters: ({ stocks }) => amount(stocks.claims),
  waitingForEuros: ({ stocks }) => amount(stocks.exits),
  paidInTwelveMonths: ({ twelveMonths }) => amount(twelveMonths),
};

/** The months that are over: a line each. An empty cell is one that would point at somebody. */
export function monthsCsv({ months }: Figures): string {
  const over = months.filter(({ isOver }) => isOver);
  return spreadsheetCsv([
    Object.keys(COLUMNS),
    ...over.map((month) => Object.values(COLUMNS).map((column) => column(month))),
  ]);
}

/** What shops of each trade were paid in each month that is over. */
export function tradesCsv({ months }: Figures): string {
  const rows = months
    .filter(({ isOver }) => isOver)
    .flatMap(({ name, toTrade }) =>
      [...toTrade]
        .toSorted(([a], [b]) => a - b)
        .map(([code, published]) => {
          const trade = CATEGORIES.find((one) => one.code === code);
          const { cents, count = "" } = published ?? {};
          return [name, code, trade?.fr ?? "", trade?.en ?? "", count, amount(cents)];
        }),
    );
  return spreadsheetCsv([["month", "trade", "tradeFr", "tradeEn", "payments", "paid"], ...rows]);
}

/** Everything for programs: cents and hundredths as decimal strings and numbers, `null` for what is hidden. */
export function figuresJson(figures: Figures, { region, chainId, token }: FiguresOf): string {
  const { toBlock, today, months, ...rest } = figures;
  const value = {
    region,
    chainId,
    token,
    block: toBlock,
    date: isoDateOf(today),
    unit: "cents",
    rules: {
      fewestShops: FEWEST_SHOPS,
      fewestWithPeople: FEWEST_WITH_PEOPLE,
      largestShareBps: LARGEST_SHARE_BPS,
      notification: NOTIFICATION_CENTS,
    },
    months: months.filter(({ isOver }) => isOver),
    ...rest,
  };
  return `${JSON.stringify(value, plain, 2)}\n`;
}

/** Maps as objects, big integers as text, and what is not told as null. */
function plain(_: string, value: unknown): unknown {
  if (value === undefined) return null;
  if (typeof value === "bigint") return value.toString();
  if (!(value instanceof Map)) return value;
  return Object.fromEntries([...value].map(([key, part]) => [String(key), part]));
}

/** The files of the open data by name. */
export function openDataFiles(figures: Figures, of: FiguresOf): Map<string, string> {
  return new Map([
    ["months.csv", monthsCsv(figures)],
    ["trades.csv", tradesCsv(figures)],
    ["figures.json", figuresJson(figures, of)],
  ]);
}
