// SPDX-License-Identifier: EUPL-1.2
import { formatAmount, type Language } from "../amounts.ts";
import { Html, html } from "../html.ts";
import { FATES } from "./fates.ts";
import { actsOf, type PlanTotals } from "./plan.ts";
import type { ReportCheck } from "./reconcile.ts";
import type { RunReport } from "./report-files.ts";
import { formatCount } from "./rule-words.ts";

/** The sentences of a printed report, in the language of its reader. */
export type PageWords = {
  language: Language;
  /** A sentence of sdk/i18n/report-page. */
  say: (key: string, parameters?: Record<string, string>) => string;
  /** A word of sdk/i18n/bonus-run. */
  word: (key: string) => string;
  check: (check: ReportCheck) => string;
};

/** What became of the lines, in sums, and what each budget line and act comes to. */
export function sums({ plan, result }: RunReport, { language, say, word }: PageWords): Html {
  const amount = (cents: bigint | string) => formatAmount(BigInt(cents), language);
  const count = (value: number) => formatCount(value, language);
  const shown = FATES.filter((fate) => result.fates[fate].lines > 0);
  const fates = shown.map((fate) => {
    const { lines: number, cents } = result.fates[fate];
    return html`<tr>
      <td>${word(`fate.${fate}`)}</td>
      <td class="number">${count(number)}</td>
      <td class="number">${fate === "euros" ? "" : amount(cents)}</td>
    </tr>`;
  });
  const groups = (name: (key: string) => string, list: readonly (PlanTotals & { key: string })[]) =>
    list.map(
      ({ key, payments, claims, cents, eurosCents }) =>
        html`<tr>
          <td>${name(key)}</td>
          <td class="number">${count(payments)}</td>
          <td class="number">${count(claims)}</td>
          <td class="number">${amount(cents)}</td>
          <td class="number">${amount(eurosCents)}</td>
        </tr>`,
    );
  const head = (first: string) =>
    html`<thead>
      <tr>
        <th>${first}</th>
        <th class="number">${say("payments")}</th>
        <th class="number">${say("letters")}</th>
        <th class="number">${say("units")}</th>
        <th class="number">${say("euros")}</th>
      </tr>
    </thead>`;
  const total = groups(() => say("total"), [{ ...plan.totals, key: "" }]).map(
    ({ text }) => new Html(text.replace("<tr>", '<tr class="sum">')),
  );
  const acts = actsOf(plan.lines).map((each) => ({ ...each, key: each.act }));
  return html`<h2>${say("sums")}</h2>
    <table class="sums">
      <thead>
        <tr>
          <th>${say("fate")}</th>
          <th class="number">${say("people")}</th>
          <th class="number">${say("units")}</th>
        </tr>
      </thead>
      <tbody>
        ${fates}
      </tbody>
    </table>
    <h2>${say("budgetLines")}</h2>
    <table>
      ${head(say("budgetLine"))}
      <tbody>
        ${groups(
          String,
          plan.budgetLines.map((each) => ({ ...each, key: each.budgetLine })),
        )}${total}
      </tbody>
    </table>
    ${
      acts.length === 0
        ? ""
        : html`<h2>${say("acts")}</h2>
            <table>
              ${head(say("act"))}
              <tbody>
                ${groups((key) => word(`acts.${key}`), acts)}
              </tbody>
            </table>`
    }`;
}

/** What was held against the chain, and whether it agrees. */
export function checks({ result }: RunReport, { say, check }: PageWords): Html {
  return html`<h2>${say("checks")}</h2>
    <ul class="checks">
      ${result.checks.map((each) => html`<li class="${each.holds ? "holds" : "fails"}">${each.holds ? "☑" : "☒"} ${check(each)}</li>`)}
    </ul>`;
}

/** Room for the two who answer for the run. */
export function signatures({ say }: PageWords): Html {
  const boxes = ["officer", "approver"].map(
    (who) =>
      html`<div>
        <p><strong>${say(`sign.${who}`)}</strong></p>
        <p>${say("sign.below")}</p>
      </div>`,
  );
  return html`<section class="signatures">${boxes}</section>`;
}
