// SPDX-License-Identifier: EUPL-1.2
import type { Letters, PlanHead } from "@monnaie-commune/sdk/bonus/plan";
import { dayOf, isoDateOf, SECONDS_PER_DAY } from "@monnaie-commune/sdk/days";
import type { ListPurpose } from "@monnaie-commune/sdk/purposes";
import { Failure } from "../../lib/failure.ts";
import type { Chain } from "../../lib/network.ts";
import { dayStart } from "../fund.ts";
import { officerLetterSecret } from "./officer-secret.ts";
import { claimKeyOf, letterSecrets } from "./secrets.ts";

/** The longest letters stay valid, in days: until the next year's bonus. */
const MOST_DAYS = 400;

/** The letters of a plan that is being made. */
export async function lettersFor(chain: Chain, head: PlanHead, deadline: number): Promise<Letters> {
  const secretOf = letterSecrets(await officerLetterSecret(chain), { ...head, deadline });
  return { deadline, claimKey: (line) => claimKeyOf(secretOf(line)) };
}

/**
 * The last second of a letter's last day in UTC, on the clock of the chain, which will be asked.
 * @throws Failure when that day is over, too far or no day, or letters are not written for this purpose.
 */
export async function letterDeadline(chain: Chain, purpose: ListPurpose, day: string): Promise<number> {
  if (purpose === "subsidy") throw new Failure(1, "bonus.lettersToStructures");
  const deadline = dayStart(day) + Number(SECONDS_PER_DAY) - 1;
  const now = (await chain.provider.getBlock("latest"))?.timestamp ?? 0;
  if (deadline <= now) throw new Failure(1, "bonus.letterDeadline.over", { day });
  const most = isoDateOf(dayOf(now) + MOST_DAYS);
  if (day > most) throw new Failure(1, "bonus.letterDeadline.late", { day, most, count: MOST_DAYS });
  return deadline;
}
