// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "../amounts.ts";
import { dayOf, isoDateOf } from "../days.ts";
import { Html, html } from "../html.ts";
import type { Region } from "../regions.ts";
import { countFinal } from "./finality.ts";
import type { RunReport } from "./report-files.ts";
import { lineTable, operationsOf, operationTable } from "./report-lines.ts";
import { checks, type PageWords, signatures, sums } from "./report-sections.ts";
import { REPORT_STYLE } from "./report-style.ts";
import { formatCount } from "./rule-words.ts";
import { shortHash } from "./run-state.ts";

/**
 * The report as pages for the binder: what was decided and by whom, sums, checks, room for two signatures, then every line
 * of the file. Whole in itself; nothing in the file's cells gets into it as markup.
 * @param font CSS that brings the typeface, or "".
 */
export function reportPage(report: RunReport, region: Region, words: PageWords, font = ""): string {
  const { plan, run, result } = report;
  const { language, say } = words;
  const title = say("title", { run: run.runId.toString(), plan: shortHash(plan) });
  const operations = operationsOf(result.lines);
  // Only digits and letters of ours get into the style.
  const footer = `@page { @bottom-left { content: "${say("footer", { run: run.runId.toString(), plan: shortHash(plan) })}"; font: 7.5pt Arial, sans-serif; } @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt Arial, sans-serif; } }`;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"
        />
        <title>${title}</title>
        <style>
          ${new Html(font + REPORT_STYLE + footer)}
        </style>
      </head>
      <body>
        <p class="region">${region.name[language]}, ${region.currency.name[language]}</p>
        <h1>${title}</h1>
        ${facts(report, words)} ${sums(report, words)} ${checks(report, words)} ${signatures(words)}
        ${lineTable(report, words, operations)} ${operationTable(operations, words)}
      </body>
    </html> `.text;
}

function facts(report: RunReport, { language, say, word }: PageWords): Html {
  const { plan, run, block, finalBlock, result, totalSupply, decisionHash } = report;
  const { final, open } = countFinal(result.lines, finalBlock);
  const rows: [string, string][] = [
    ["purpose", word(`purposes.${plan.purpose}`)],
    ["programme", String(plan.programmeId)],
    ["decision", decisionHash],
    ["state", word(`states.${run.state}`)],
    ["proposer", run.proposer],
    ["approver", run.state === "approved" ? run.approver : ""],
    ["planHash", plan.planHash],
    ["planDate", plan.created],
    ["source", plan.sourceSha256],
    ...(plan.claims === null ? [] : [["deadline", isoDateOf(dayOf(plan.claims.deadline))] as [string, string]]),
    ["chain", `${plan.chainId}`],
    ["issuance", plan.issuance],
    ["token", plan.token],
    ["block", formatCount(block, language)],
    ["finality", say("finalCount", { final: formatCount(final, language), open: formatCount(open, language) })],
    ["supply", formatAmount(totalSupply, language)],
  ];
  return html`<dl>
    ${rows.map(
      ([key, value]) =>
        html`<dt>${say(`facts.${key}`)}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}
