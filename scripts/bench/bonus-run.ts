// SPDX-License-Identifier: EUPL-1.2
// A bonus from the staff file to the reconciled report, in a process of its own so that its memory can be told from the
// chain's. Arguments: region, programme, staff file. Prints one line of JSON.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { runChunks } from "@monnaie-commune/sdk/bonus/run-chunks";
import { dayOf, isoDateOf } from "@monnaie-commune/sdk/days";
import { approveBonus } from "../bonus/approve.ts";
import { planBonus } from "../bonus/plan.ts";
import { proposeBonus } from "../bonus/propose.ts";
import { checkReport, reportBonus } from "../bonus/report.ts";
import { runBonus } from "../bonus/run.ts";
import { simulateBonus } from "../bonus/simulate.ts";
import { type Chain, connect } from "../lib/network.ts";
import { signerFor } from "../lib/signers.ts";

/** Seconds of each step, payments made, and the most memory this process held, in megabytes. */
export type BonusTimes = { seconds: Record<string, number>; payments: number; chunks: number; megabytes: number };

const [region = "", programme = "", file = ""] = process.argv.slice(2);
const seconds: Record<string, number> = {};

/** Each step with a connection of its own, as each is a command of its own. */
async function timed<T>(name: string, work: (chain: Chain) => Promise<T>): Promise<T> {
  const began = performance.now();
  const chain = await connect("localhost");
  const result = await work(chain);
  await chain.close();
  seconds[name] = (performance.now() - began) / 1000;
  return result;
}

const claimsUntil = isoDateOf(dayOf(Date.now() / 1_000) + 90);
const source = { name: basename(file), bytes: readFileSync(file) };
const planned = await timed("plan", (chain) =>
  planBonus({ chain, region, programme: Number(programme), file: source, claimsUntil }),
);
if ("errors" in planned) throw new Error(`The staff file is refused: ${JSON.stringify(planned.errors[0])}`);
const plan = planned.plan.planHash;
await timed("simulate", async (chain) => {
  const { address } = await signerFor(chain, "bonusOfficer");
  return await simulateBonus({ chain, plan, officer: address });
});
await timed("propose", async (chain) => {
  return await proposeBonus({ chain, plan, officer: await signerFor(chain, "bonusOfficer") });
});
await timed("approve", async (chain) => {
  return await approveBonus({ chain, plan, approver: await signerFor(chain, "approver"), confirm: async () => {} });
});
const { payments, paidNow } = await timed("run", async (chain) => {
  return await runBonus({ chain, plan, officer: await signerFor(chain, "bonusOfficer") });
});
if (paidNow !== payments) throw new Error(`${paidNow} of ${payments} payments were made`);
checkReport(await timed("report", (chain) => reportBonus({ chain, plan })));

const times: BonusTimes = {
  seconds,
  payments,
  chunks: runChunks(planned.plan).length,
  megabytes: process.resourceUsage().maxRSS / 1000,
};
console.log(JSON.stringify(times));
