// SPDX-License-Identifier: EUPL-1.2
// Audits a currency over HTTP as `npm run audit` does, in a process of its own, so that its memory is known. Arguments: the
// node's address, the token's, the folder logs are kept in. Prints one line of JSON.
import { createMemoryStore } from "@monnaie-commune/sdk/ledger/store";
import type { Hex } from "viem";
import { openNode } from "../audit/node.ts";
import { runAudit } from "../audit/run-audit.ts";
import { compilerInput, inputText } from "../lib/compiler-input.ts";
import { recompile } from "../lib/recompile.ts";
import { mostMegabytes } from "./memory.ts";
import type { AuditTimes } from "./steps.ts";

const [url = "", token = ""] = process.argv.slice(2);

// Half a minute, once for each version of the contracts: it has nothing to do with how much there is to audit.
await recompile(inputText(await compilerInput()));

const began = performance.now();
const { checks, accounts, journal } = await runAudit(await openNode(url), {
  token: token as Hex,
  store: createMemoryStore(),
  isRecompiled: false,
  onStep: () => {},
  onProgress: () => {},
});
const wrong = checks.filter(({ holds }) => !holds).map(({ key }) => key);
if (wrong.length > 0) throw new Error(`These checks do not hold: ${wrong.join(", ")}`);
const times: AuditTimes = {
  lines: journal.entries.length + journal.acts.length,
  accounts,
  checkCount: checks.length,
  seconds: (performance.now() - began) / 1_000,
  megabytes: mostMegabytes(),
};
console.log(JSON.stringify(times));
