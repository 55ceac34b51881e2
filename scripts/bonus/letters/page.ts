// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { amountParts } from "@monnaie-commune/sdk/amounts";
import { Html, html } from "@monnaie-commune/sdk/html";
import { qrPath } from "@monnaie-commune/sdk/qr-path";
import type { Region } from "@monnaie-commune/sdk/regions";
import type { ListPurpose } from "@monnaie-commune/sdk/purposes";
import { formatDay, formatPercent, language, t } from "../../lib/messages.ts";
import { printFont } from "../../lib/print-font.ts";

/** What is the same on all letters of a run. */
export type LetterHead = {
  region: Region;
  purpose: ListPurpose;
  runId: bigint;
  /** Address of the dApp, without a slash at its end. */
  site: string;
  /** Last Unix second to claim. */
  deadline: number;
  /** What melts of an ordinary account in a year, in basis points. */
  yearlyRateBps: number;
  /** Whom to ask besides the office that pays, as a telephone number; "" for nobody. */
  contact: string;
};

/** What is on one letter alone; `code` as it is typed, `cents` its amount. */
export type LetterText = { line: number; payeeId: string; cents: bigint; code: string };

const NARROW_NO_BREAK_SPACE = "\u202F";

/** Characters of a pseudonym from which it is set smaller. */
const LONG_REFERENCE = 28;

const STYLE = readFileSync(new URL("letter.css", import.meta.url), "utf8");

/** Where a letter leads: the code behind the # is never sent to a server. */
export function letterLink(site: string, code: string): string {
  return `${site}/prime#${code}`;
}

/** The file of some letters: whole in itself, it asks for nothing from anywhere. */
export function lettersDocument(head: LetterHead, letters: readonly LetterText[]): string {
  const title = t("letters.title", { run: head.runId });
  const page = html`<!doctype html>
    <html lang="${language()}">
      <head>
        <meta charset="utf-8" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"
        />
        <title>${title}</title>
        <style>
          ${new Html(printFont() + STYLE)}
        </style>
      </head>
      <body>
        ${letters.map((letter) => letterPage(head, letter))}
      </body>
    </html> `;
  return page.text;
}

function letterPage(head: LetterHead, { line, payeeId, cents, code }: LetterText): Html {
  const { region, purpose, runId, site, deadline, yearlyRateBps, contact } = head;
  const name = region.currency.name[language()];
  const { symbol } = region.currency;
  const { whole, separator, decimals } = amountParts(cents, language());
  const words = { region: region.name[language()], currency: name, day: formatDay(deadline) };
  const say = (key: string, more: Record<string, string> = {}) => t(`letters.${key}`, { ...words, ...more });
  return html`<article class="letter">
    <header class="head">
      <p class="region">${words.region}</p>
      <p class="currency">${name}</p>
      <svg class="river" viewBox="0 0 124 10" aria-hidden="true">
        <path
          d="M0 5c8-5 16-5 24 0s16 5 24 0 16-5 24 0 16 5 24 0 16-5 24 0"
          fill="none"
          stroke="#000"
          stroke-width="1.4"
        />
      </svg>
      <div class="addressee">
        <p>${say("addressee")}</p>
        <p class="${payeeId.length > LONG_REFERENCE ? "reference long" : "reference"}">${payeeId}</p>
      </div>
    </header>
    <h1>${say(`subject.${purpose}`)}</h1>
    <p class="amount">${whole}<span class="cents">${separator}${decimals}</span>${NARROW_NO_BREAK_SPACE}${symbol}</p>
    <p class="lead">${say(`lead.${purpose}`)} ${say("worth", { symbol })}</p>
    <section class="how">
      <div>
        <h2>${say("howTitle")}</h2>
        <ol class="steps">
          <li>${say("steps.scan")}</li>
          <li>${say("steps.choose")}</li>
          <li>${say("steps.confirm")}</li>
        </ol>
      </div>
      ${qr(letterLink(site, code))}
    </section>
    <section class="type">
      <p>${say("type")}</p>
      <p class="address">${plainAddress(site)}/prime</p>
      <p class="code">${code}</p>
    </section>
    <section class="notes">
      <div>
        <h2>${say("deadlineTitle")}</h2>
        <p>${say("deadline")}</p>
      </div>
      <div>
        <h2>${say("cashTitle")}</h2>
        <p>${say("cash")}</p>
      </div>
      <div>
        <h2>${say("meltTitle")}</h2>
        <p>${say("melt", { rate: formatPercent(yearlyRateBps) })}</p>
      </div>
      <div>
        <h2>${say("walletTitle")}</h2>
        <p>${say("wallet")}</p>
      </div>
    </section>
    <footer class="foot">
      <p>${say("ask")}${contact === "" ? "" : ` ${say("contact", { contact })}`}</p>
      <p>${say("number", { run: String(runId), line: String(line) })}</p>
    </footer>
  </article> `;
}

function qr(link: string): Html {
  const { path, size } = qrPath(link);
  return html`<svg
    class="qr"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label="${t("letters.qr")}"
    shape-rendering="crispEdges"
  >
    <rect width="${size}" height="${size}" fill="#fff" />
    <path d="${path}" fill="#000" />
  </svg>`;
}

/** As people type it: browsers add https themselves. */
function plainAddress(site: string): string {
  return site.replace(/^https:\/\//u, "");
}
