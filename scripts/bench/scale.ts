// SPDX-License-Identifier: EUPL-1.2
// The tables of docs/scale.md, from the gas that was measured (test/gas/snapshot.json) and the assumptions named here.
// Run by itself it writes them into the page; a test compares.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { readSnapshot, type Snapshot } from "./snapshot.ts";

type Gas = Snapshot;

const PAGE = fileURLToPath(new URL("../../docs/scale.md", import.meta.url));

/** People of a currency, and how many payments the relay gathers in a transaction at their busiest. */
const SIZES = [
  { people: 100, gathered: 1 },
  { people: 10_000, gathered: 1 },
  { people: 1_000_000, gathered: 10 },
] as const;

/** Payments of a person in a year, all signed; events of one at most: used, two fontes, the transfer. */
const PAYMENTS = 120;
const EVENTS = 4;

/** One shop for so many people, which goes back to euros once a month. */
const PEOPLE_PER_SHOP = 50;
const EXITS = 12;

/** Of a day's payments in its busiest hour, and how much more than its mean that hour's busiest second has. */
const BUSY_HOUR = 0.1;
const BUSY_SECOND = 3;

/**
 * What gas costs: gwei, and dollars for the coin; `gasPerSecond` is what all users of the network share. For the second
 * layer without the part for its data on the first, which moves.
 */
const NETWORKS = [
  { name: "Ethereum, quiet", gwei: 0.1, dollars: 2_000, gasPerSecond: 60e6 / 12 },
  { name: "Ethereum, busy", gwei: 1, dollars: 2_000, gasPerSecond: 60e6 / 12 },
  { name: "Arbitrum One, its least fee", gwei: 0.02, dollars: 2_000, gasPerSecond: undefined },
  { name: "Gnosis Chain", gwei: 2, dollars: 1, gasPerSecond: 17e6 / 5 },
  { name: "consortium, free gas", gwei: 0, dollars: 0, gasPerSecond: undefined },
] as const;

/** The page with its tables made anew: each stands between `<!-- name -->` and `<!-- end -->`. */
export async function scalePage(page = readFileSync(PAGE, "utf8"), gas = readSnapshot()): Promise<string> {
  const tables = { people: peopleTable(gas), money: moneyTable(gas), share: shareTable(gas) };
  const filled = page.replaceAll(/(<!-- (people|money|share) -->\n)[^]*?(\n<!-- end -->)/gu, (_, start, name, end) => {
    return `${start}\n${tables[name as keyof typeof tables]}\n${end}`;
  });
  return await format(filled, { ...(await resolveConfig(PAGE)), parser: "markdown" });
}

/** Gas of one signed payment in which both sides settle: the most it costs, but for the first to a new holder. */
function gasOfPayment(gas: Gas, gathered: 1 | 10): number {
  const settling = of(gas, "RegionalToken.transfer_both_settle_30d") - of(gas, "RegionalToken.transfer_same_day");
  const alone = of(gas, "RegionalToken.authorization_key_0");
  return settling + (gathered === 1 ? alone : of(gas, "AuthorizationBatch.transferWithAuthorizations_10_each"));
}

function of(gas: Gas, name: string): number {
  const value = gas[name];
  if (value === undefined) throw new Error(`No ${name} was measured`);
  return value;
}

const busiest = (people: number) => (((people * PAYMENTS) / 365) * BUSY_HOUR * BUSY_SECOND) / 3_600;
const whole = (value: number) => Math.round(value).toLocaleString("en-GB");
const figure = (value: number) => (value === 0 ? "0" : value.toLocaleString("en-GB", { maximumSignificantDigits: 2 }));
const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(row)].join("\n");
}

function yearOf(gas: Gas, { people, gathered }: (typeof SIZES)[number]) {
  const payments = people * PAYMENTS;
  const exits = (people / PEOPLE_PER_SHOP) * EXITS;
  const ofExits = exits * (of(gas, "Redemptions.request_signed") + of(gas, "Redemptions.confirm"));
  const ofBonus = people * of(gas, "Issuance.payChunk_500_new_each");
  const ofPayments = payments * gasOfPayment(gas, gathered);
  return { payments, exits, gas: ofPayments + ofBonus + ofExits, events: payments * EVENTS + people * 2 + exits * 4 };
}

function peopleTable(gas: Gas): string {
  const years = SIZES.map((size) => ({ ...size, ...yearOf(gas, size) }));
  return table(
    ["in a year", ...years.map(({ people }) => `${whole(people)} people`)],
    [
      ["payments", ...years.map(({ payments }) => whole(payments))],
      ["payments in the busiest second", ...years.map(({ people }) => figure(busiest(people)))],
      ["gas of a payment", ...years.map(({ gathered }) => whole(gasOfPayment(gas, gathered)))],
      ["gas in all, bonus and exits too", ...years.map((year) => `${figure(year.gas / 1e9)} bn`)],
      ["events", ...years.map(({ events }) => whole(events))],
      ["transactions of a bonus", ...years.map(({ people }) => whole(Math.ceil(people / 500)))],
    ],
  );
}

function moneyTable(gas: Gas): string {
  const price = (units: number, { gwei, dollars }: (typeof NETWORKS)[number]) => units * gwei * 1e-9 * dollars;
  return table(
    [
      "dollars",
      "a payment alone",
      "one of 10 together",
      ...SIZES.map(({ people }) => `a year, ${whole(people)} people`),
    ],
    NETWORKS.map((network) => [
      network.name,
      figure(price(gasOfPayment(gas, 1), network)),
      figure(price(gasOfPayment(gas, 10), network)),
      ...SIZES.map((size) => figure(price(yearOf(gas, size).gas, network))),
    ]),
  );
}

function shareTable(gas: Gas): string {
  const networks = NETWORKS.filter(({ name, gasPerSecond }) => gasPerSecond !== undefined && !name.endsWith("busy"));
  return table(
    ["part of all the network's gas in the busiest second", ...SIZES.map(({ people }) => `${whole(people)} people`)],
    networks.map(({ name, gasPerSecond = 1 }) => [
      name.replace(", quiet", ""),
      ...SIZES.map(({ people, gathered }) => {
        return `${figure((100 * busiest(people) * gasOfPayment(gas, gathered)) / gasPerSecond)} %`;
      }),
    ]),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PAGE, await scalePage());
