// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { COLUMNS } from "@monnaie-commune/sdk/bonus/columns";
import { dayOf, isoDateOf } from "@monnaie-commune/sdk/days";
import type { Payment } from "@monnaie-commune/sdk/runs";
import { id } from "ethers";
import { approveBonus } from "../../../scripts/bonus/approve.ts";
import { attestEuros, openProgramme } from "../../../scripts/bonus/fund.ts";
import { planBonus, type PlanJob } from "../../../scripts/bonus/plan.ts";
import { proposeBonus } from "../../../scripts/bonus/propose.ts";
import { runBonus } from "../../../scripts/bonus/run.ts";
import type { Chain } from "../../../scripts/lib/network.ts";
import type { Signatory } from "../../../scripts/lib/sending/take-step.ts";
import { signerFor } from "../../../scripts/lib/signers.ts";

const YEAR = 365 * 86_400;
const SUBSIDIES = 50_000_00n;

/** A staff file in which everybody takes the whole bonus in the currency. */
function staffFile(payments: readonly Payment[], date: string): Uint8Array {
  const lines = payments.map(({ payee, amount }, i) =>
    [`AG-TEST-${i}`, payee, formatAmount(amount, "fr"), `MANDAT-${i}`, date, "100", "932"].join(";"),
  );
  return new TextEncoder().encode([COLUMNS.bonus.join(";"), ...lines, ""].join("\n"));
}

/** Pays a bonus the way a region does: programme, euros, then the steps of `npm run bonus`, each by its office. */
export async function payBonus(
  chain: Chain,
  region: string,
  runs: string,
  payments: readonly Payment[],
): Promise<void> {
  const now = (await chain.provider.getBlock("latest"))?.timestamp ?? 0;
  const total = payments.reduce((sum, { amount }) => sum + amount, 0n);
  const council = await signerFor(chain, "council");
  const dates = { opensAt: now, closesAt: now + YEAR };
  const bonus = { budget: total * 2n, decisionHash: id("deliberation 2026-117"), ...dates };
  const { programmeId } = await openProgramme({ chain, region, runs, council, purpose: "bonus", ...bonus });
  const subsidy = { budget: SUBSIDIES, decisionHash: id("deliberation 2026-118"), ...dates };
  await openProgramme({ chain, region, runs, council, purpose: "subsidy", ...subsidy });
  const programme = Number(programmeId);
  const treasurer = await signerFor(chain, "treasurer");
  const order = { amount: total + 1_000_00n, orderHash: id("order 4711") };
  await attestEuros({ chain, region, runs, treasurer, programme, ...order });

  const planDate = isoDateOf(dayOf(now));
  const file = { name: "staff.csv", bytes: staffFile(payments, planDate) };
  const officer = await signerFor(chain, "bonusOfficer");
  await payList({ chain, region, runs, programme, file, planDate, officer });
}

type List = Omit<PlanJob, "runs"> & { runs: string; officer: Signatory };

/** Pays a list the way a region does, by the steps of `npm run bonus`. */
export async function payList({ officer, ...job }: List): Promise<void> {
  const { chain, runs } = job;
  const planned = await planBonus(job);
  if ("errors" in planned)
    throw new Error(`${job.file.name} of the tests is refused: ${JSON.stringify(planned.errors)}`);
  const plan = planned.plan.planHash;
  await proposeBonus({ chain, plan, officer, runs });
  await approveBonus({ chain, plan, approver: await signerFor(chain, "approver"), confirm: async () => {}, runs });
  await runBonus({ chain, plan, officer, runs });
}
