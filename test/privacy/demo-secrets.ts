// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { demoIdentities } from "../../frontend/plugins/demo-identities.ts";
import { DEMO_IDENTITIES } from "../../scripts/demo/identities.ts";
import type { Secret } from "./forms.ts";

/** Lists of persons among the files of the demo; those of shops and structures are public. */
const LISTS = ["staff-2026.csv", "rewards-2026.csv"];

/** Whom the demo invents: names, the numbers of staff and citizens, and those of the papers they signed. */
export function demoSecrets(folder: string): Secret[] {
  const rows = LISTS.flatMap((file): Record<string, string>[] =>
    parse(readFileSync(join(folder, file)), { columns: true, delimiter: ";" }),
  );
  const distinct = (column: string) => [...new Set(rows.map((row) => row[column] ?? ""))].filter((text) => text !== "");
  const shops = new Set(DEMO_IDENTITIES.flatMap(({ address, shop }) => (shop === undefined ? [] : [address])));
  const people = demoIdentities().filter(({ address }) => !shops.has(address));
  return [
    ...people.map(({ name }): Secret => ({ kind: "name", text: name.fr })),
    ...distinct("payee_id").map((text): Secret => ({ kind: "staffId", text })),
    ...distinct("consent_reference").map((text): Secret => ({ kind: "mandate", text })),
  ];
}
