// SPDX-License-Identifier: EUPL-1.2
import { isSiret } from "@monnaie-commune/sdk/bonus/check-structure";
import { parse } from "csv-parse/sync";
import { amountCell, listCsv } from "./csv.ts";
import { demoMerchantsCsv } from "./merchants.ts";
import { randomFrom } from "./random.ts";

/** Trades of the shops that the council of the demo also funds. */
const FUNDED_TRADES = ["museum", "concertHall", "cinema", "reuseCentre", "fabLab", "coopCafe"];
const STRUCTURES = 12;

/** Shares of their sales they committed to accept, in percent. */
const ACCEPTED_SHARES = [25, 30, 40, 50];

/** A shop of the demo under a convention. `siret` begins with two zeros, as no real one does. */
export type DemoStructure = { account: string; name: string; siret: string; acceptedSharePercent: number };

/** The structures the council of the demo funds: the same at every run. */
export function demoStructures(): DemoStructure[] {
  const shops: Record<string, string>[] = parse(demoMerchantsCsv(), { columns: true, delimiter: ";" });
  const random = randomFrom("structures");
  return shops
    .filter(({ category = "" }) => FUNDED_TRADES.includes(category))
    .slice(0, STRUCTURES)
    .map(({ account = "", name = "" }) => ({
      account,
      name,
      siret: siretFrom(`00${random.between(1_000_000, 9_999_999)}0001`),
      acceptedSharePercent: random.pick(ACCEPTED_SHARES),
    }));
}

/** The subsidies of a year: a part in the currency, up to the share the structure accepts, the rest in euros. */
export function demoSubsidiesCsv({ year }: { year: number }): string {
  const random = randomFrom(`subsidies ${year}`);
  const rows = demoStructures().map(({ account, siret, acceptedSharePercent }, index) => ({
    payee_id: siret,
    wallet: account,
    amount: amountCell(random.between(20, 120) * 100_00),
    consent_reference: `CONV-${year}-${String(index + 1).padStart(3, "0")}`,
    consent_date: `${year}-01-15`,
    share: String(random.pick([10, 20, acceptedSharePercent])),
    budget_line: random.pick(["933-65748", "939-65748"]),
  }));
  return listCsv("subsidy", rows);
}

function siretFrom(digits: string): string {
  const key = Array.from({ length: 10 }, (_, digit) => `${digits}${digit}`).find(isSiret);
  if (key === undefined) throw new Error(`No key makes ${digits} a SIRET`);
  return key;
}
