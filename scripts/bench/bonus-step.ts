// SPDX-License-Identifier: EUPL-1.2
// One step of a bonus, in a process of its own as each is a command of its own, so that its memory can be told from the
// chain's. Arguments: step, plan; for the first step `plan`, region, programme, staff file. Prints one line of JSON.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { runChunks } from "@monnaie-commune/sdk/bonus/run-chunks";
import { dayOf, isoDateOf } from "@monnaie-commune/sdk/days";
import { approveBonus } from "../bonus/approve.ts";
import { planBonus } from "../bonus/plan.ts";
import { proposeBonus } from "../bonus/propose.ts";
import { checkReport, reportBonus } from "../bonus/report.ts";
import { loadPlan } from "../bonus/run-folder.ts";
import { runBonus } from "../bonus/run.ts";
import { simulateBonus } from "../bonus/simulate.ts";
import { connect } from "../lib/network.ts";
import { signerFor } from "../lib/signers.ts";
import { mostMegabytes } from "./memory.ts";
import type { Step, StepTimes } from "./steps.ts";

const [step = "", ...rest] = process.argv.slice(2);
const [given = "", programme = "", file = ""] = rest;
const began = performance.now();
const chain = await connect("localhost");
const plan = await work(step as Step);
await chain.close();
const times: StepTimes = {
  plan: plan.planHash,
  payments: plan.totals.payments,
  chunks: runChunks(plan).length,
  seconds: (performance.now() - began) / 1000,
  megabytes: mostMegabytes(),
};
console.log(JSON.stringify(times));

async function work(name: Step) {
  const job = { chain, plan: given };
  const officer = await signerFor(chain, "bonusOfficer");
  switch (name) {
    case "plan": {
      const source = { name: basename(file), bytes: readFileSync(file) };
      const claimsUntil = isoDateOf(dayOf(Date.now() / 1_000) + 90);
      const planned = await planBonus({
        chain,
        region: given,
        programme: Number(programme),
        file: source,
        claimsUntil,
      });
      if ("errors" in planned) throw new Error(`The staff file is refused: ${JSON.stringify(planned.errors[0])}`);
      return planned.plan;
    }
    case "simulate":
      return (await simulateBonus({ ...job, officer: officer.address })).plan;
    case "propose":
      return (await proposeBonus({ ...job, officer })).plan;
    case "approve":
      await approveBonus({ ...job, approver: await signerFor(chain, "approver"), confirm: async () => {} });
      return loadPlan(given).plan;
    case "run": {
      const { payments, paidNow } = await runBonus({ ...job, officer });
      if (paidNow !== payments) throw new Error(`${paidNow} of ${payments} payments were made`);
      return loadPlan(given).plan;
    }
    case "report": {
      const report = await reportBonus(job);
      checkReport(report);
      return report.plan;
    }
  }
}
