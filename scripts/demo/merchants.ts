// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { DEMO_IDENTITIES } from "./identities.ts";
import { fictitiousAddress, randomFrom } from "./random.ts";

const STREETS = [
  "rue de la République",
  "place du Marché",
  "rue des Écoles",
  "rue du Moulin",
  "place de l’Église",
  "rue des Tanneurs",
  "rue Haute",
  "chemin des Vignes",
  "rue du Pont",
  "avenue de la Gare",
  "rue des Lavandières",
  "route de la Forêt",
];

const COLUMNS = [
  "account",
  "name",
  "legal_name",
  "category",
  "commune",
  "town",
  "postcode",
  "street",
  "website",
  "hours",
] as const;

type Row = Record<string, string>;

function read(file: string, key: string): Map<string, Row> {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  const rows: Row[] = parse(text, { columns: true, delimiter: ";" });
  return new Map(rows.map((row) => [row[key] ?? "", row]));
}

function required(rows: Map<string, Row>, key: string | undefined): Row {
  const row = rows.get(key ?? "");
  if (row === undefined) throw new Error(`The demo data do not know ${key}`);
  return row;
}

function slugOf(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

function legalName(name: string, form: string | undefined): string {
  return form === "Association" ? `Association ${name}` : `${name} ${form}`;
}

/** Fictitious shops in real towns, 30 in each department: the first ones belong to identities of the demo. */
export function demoMerchantsCsv(): string {
  const towns = read("towns.csv", "town");
  const trades = read("trades.csv", "trade");
  const random = randomFrom("merchants");
  const accounts = new Map(
    DEMO_IDENTITIES.flatMap(({ shop, address }) => (shop === undefined ? [] : [[shop, address]])),
  );
  const rows = [...read("shops.csv", "name")].map(([name, { trade, town }]) => {
    const { commune, postcode } = required(towns, town);
    const { legal_form, hours } = required(trades, trade);
    return {
      account: accounts.get(name) ?? fictitiousAddress(`shop ${name}`),
      name,
      legal_name: legalName(name, legal_form),
      category: trade,
      commune,
      town,
      postcode,
      street: `${random.between(1, 98)} ${random.pick(STREETS)}`,
      website: `https://${slugOf(name)}.example`,
      hours,
    };
  });
  return stringify(rows, { header: true, columns: [...COLUMNS], delimiter: ";" });
}
