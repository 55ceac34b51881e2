// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "../amounts.ts";
import { isoDateOf } from "../days.ts";
import { type Html, html } from "../html.ts";
import type { ReportLine } from "./fates.ts";
import { isFinal } from "./finality.ts";
import type { RunReport } from "./report-files.ts";
import type { PageWords } from "./report-sections.ts";
import { formatCount } from "./rule-words.ts";

/** A transaction the report speaks of, under the number its lines give it. */
type Operation = { number: number; tx: string; block: number; day: number };

/** Numbers the transactions in the order in which the lines speak of them: a hash on each line would fill the page. */
export function operationsOf(all: readonly ReportLine[]): Map<string, Operation> {
  const operations = new Map<string, Operation>();
  for (const line of all) {
    for (const { tx, block, day } of [line, line.end ?? {}] as Partial<Operation>[]) {
      if (tx === undefined || block === undefined || day === undefined || operations.has(tx)) continue;
      operations.set(tx, { number: operations.size + 1, tx, block, day });
    }
  }
  return operations;
}

/** Every line of the file, in its order. */
export function lineTable(
  { plan, result, finalBlock }: RunReport,
  { language, say, word }: PageWords,
  operations: Map<string, Operation>,
): Html {
  const hasActs = plan.purpose === "reward";
  const amount = (cents: string) => (cents === "0" ? "" : formatAmount(BigInt(cents), language));
  const operation = (tx: string | undefined) => (tx === undefined ? [] : [`T${operations.get(tx)?.number}`]);
  const columns = [
    "line",
    "payee",
    "account",
    "budgetLine",
    ...(hasActs ? ["act"] : []),
    "fate",
    "units",
    "euros",
    "operation",
    "final",
  ];
  const numeric = new Set(["line", "units", "euros"]);
  return html`<section class="lines">
    <h2>${say("lines")}</h2>
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th class="${numeric.has(column) ? "number" : "text"}">${say(`columns.${column}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${result.lines.map((line) => {
          const final = isFinal(line, finalBlock);
          const fate = [
            word(`fate.${line.fate}`),
            ...(line.reason === undefined ? [] : [word(`reason.${line.reason}`)]),
          ];
          return html`<tr>
            <td class="number">${line.line}</td>
            <td>${line.payeeId}</td>
            <td class="address">${line.wallet ?? line.end?.payee ?? ""}</td>
            <td>${line.budgetLine}</td>
            ${hasActs ? html`<td>${line.act === null ? "" : word(`acts.${line.act}`)}</td>` : ""}
            <td>${fate.join(", ")}</td>
            <td class="number">${amount(line.cents)}</td>
            <td class="number">${amount(line.eurosCents)}</td>
            <td>${[...operation(line.tx), ...operation(line.end?.tx)].join(", ")}</td>
            <td>${final === undefined ? "" : word(final ? "final.yes" : "final.no")}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </section>`;
}

/** The transactions the lines name by number. */
export function operationTable(operations: Map<string, Operation>, { language, say }: PageWords): Html {
  const rows = [...operations.values()].map(
    ({ number, tx, block, day }) =>
      html`<tr>
        <td>T${number}</td>
        <td>${isoDateOf(day)}</td>
        <td class="number">${formatCount(block, language)}</td>
        <td>${tx}</td>
      </tr>`,
  );
  if (rows.length === 0) return html``;
  return html`<section class="operations">
    <h2>${say("operations")}</h2>
    <table>
      <thead>
        <tr>
          <th>${say("columns.operation")}</th>
          <th>${say("columns.date")}</th>
          <th class="number">${say("columns.block")}</th>
          <th>${say("columns.tx")}</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </section>`;
}
