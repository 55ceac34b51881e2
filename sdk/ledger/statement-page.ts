// SPDX-License-Identifier: EUPL-1.2
import { formatAmount, type Language } from "../amounts.ts";
import { REPORT_STYLE } from "../bonus/report-style.ts";
import { Html, html } from "../html.ts";
import type { StatementLine } from "./statements.ts";

/** A statement of an account with everything it says in words; amounts in cents. */
export type PrintedStatement = {
  language: Language;
  symbol: string;
  /** Who publishes the register: the region and its currency. */
  issuer: string;
  title: string;
  /** Name and value, in the order in which they are told: account, holder, period. */
  facts: readonly (readonly [name: string, value: string])[];
  sums: readonly { name: string; cents: bigint }[];
  columns: { date: string; what: string; in: string; out: string; balance: string };
  opening: { name: string; cents: bigint };
  lines: readonly { line: StatementLine; date: string; what: string }[];
  closing: { name: string; cents: bigint };
  /** From what it was made, and where anybody can make it again. */
  notes: readonly string[];
};

const STYLE = `
.sums { display: grid; grid-template-columns: repeat(5, auto); gap: 0 6mm; margin-top: 7mm; padding: 3mm 0; border: solid #000; border-width: 0.3mm 0; }
.sums dt { font-size: 8pt; }
.sums dd { font-size: 12pt; white-space: nowrap; }
.lines { margin-top: 7mm; break-before: auto; }
.lines table { font-size: 8.5pt; }
.balance td { font-weight: 700; }
.notes { margin-top: 6mm; font-size: 8pt; overflow-wrap: anywhere; }
`;

/** A statement as pages for a binder, A4, black on white. Whole in itself; no name gets into it as markup. */
export function statementPage(statement: PrintedStatement): string {
  const { language, symbol, issuer, title, facts, sums, columns, opening, lines, closing, notes } = statement;
  const amount = (cents: bigint) => formatAmount(cents, language);
  const balanceRow = ({ name, cents }: { name: string; cents: bigint }) =>
    html`<tr class="balance">
      <td></td>
      <td>${name}</td>
      <td></td>
      <td></td>
      <td class="number">${amount(cents)}</td>
    </tr>`;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>
          ${new Html(REPORT_STYLE + STYLE)}
        </style>
      </head>
      <body>
        <p class="region">${issuer}</p>
        <h1>${title}</h1>
        <dl>
          ${facts.map(
            ([name, value]) =>
              html`<dt>${name}</dt>
                <dd>${value}</dd>`,
          )}
        </dl>
        <dl class="sums">
          ${sums.map(({ name }) => html`<dt>${name}</dt>`)}
          ${sums.map(({ cents }) => html`<dd>${formatAmount(cents, language, symbol)}</dd>`)}
        </dl>
        <section class="lines">
          <table>
            <thead>
              <tr>
                <th>${columns.date}</th>
                <th>${columns.what}</th>
                <th class="number">${columns.in}</th>
                <th class="number">${columns.out}</th>
                <th class="number">${columns.balance}</th>
              </tr>
            </thead>
            <tbody>
              ${balanceRow(opening)}
              ${lines.map(
                ({ line: { cents, balance }, date, what }) =>
                  html`<tr>
                    <td>${date}</td>
                    <td>${what}</td>
                    <td class="number">${cents > 0n ? amount(cents) : ""}</td>
                    <td class="number">${cents < 0n ? amount(-cents) : ""}</td>
                    <td class="number">${amount(balance)}</td>
                  </tr>`,
              )}
              ${balanceRow(closing)}
            </tbody>
          </table>
        </section>
        <section class="notes">${notes.map((note) => html`<p>${note}</p>`)}</section>
      </body>
    </html> `.text;
}
