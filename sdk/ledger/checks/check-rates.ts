// SPDX-License-Identifier: EUPL-1.2
import type { Act, ActNamed } from "../acts.ts";
import type { Place } from "../entries.ts";
import type { YearlyRate } from "../independent-decay.ts";
import { Tally, type Check } from "./check.ts";

/** Days between the announcement of a rate and its first day, at least. */
export const NOTICE_DAYS = 30;

/** What the token says of its rates: those of the classes 0 and 1 from the beginning on, and the highest there can be. */
export type RateFigures = { rates: readonly (readonly YearlyRate[])[]; rateCeilingBps: number };

type Announced = YearlyRate & { at: Place };

/**
 * Rates change only for days to come, announced 30 days ahead, one announcement of a class at a time, never above the
 * ceiling; and the token has the rates that were announced, no others.
 */
export function checkRates(acts: readonly Act[], { rates, rateCeilingBps }: RateFigures): Check[] {
  const inTime = new Tally();
  const withinCeiling = new Tally();
  const agree = new Tally();
  const announced: [Announced[], Announced[]] = [[], []];
  const firstAct = acts[0] ?? { block: 0, logIndex: 0, tx: "0x" as const };

  const take = (act: ActNamed<"RateAnnounced" | "RateWithdrawn">) => {
    const { rateClass, yearlyRateBps, fromDay } = act.args;
    const ofClass = announced[rateClass === 1 ? 1 : 0];
    const last = ofClass.at(-1);
    if (act.event === "RateAnnounced") {
      const isAlone = last === undefined || last.fromDay <= act.day;
      inTime.add(isAlone && fromDay - act.day >= NOTICE_DAYS, act);
      withinCeiling.add(yearlyRateBps <= rateCeilingBps, act);
      ofClass.push({ fromDay, yearlyRateBps, at: act });
    } else {
      inTime.add(last?.fromDay === fromDay && last.yearlyRateBps === yearlyRateBps && fromDay > act.day, act);
      ofClass.pop();
    }
  };
  for (const act of acts) if (act.event === "RateAnnounced" || act.event === "RateWithdrawn") take(act);

  for (const [rateClass, said] of rates.entries()) {
    const [first, ...later] = said;
    withinCeiling.add(first !== undefined && first.yearlyRateBps <= rateCeilingBps, firstAct);
    const own = announced[rateClass === 1 ? 1 : 0];
    for (let i = 0; i < Math.max(own.length, later.length); i++) {
      const [mine, theirs] = [own[i], later[i]];
      const isSame = mine?.fromDay === theirs?.fromDay && mine?.yearlyRateBps === theirs?.yearlyRateBps;
      agree.add(isSame, mine?.at ?? own.at(-1)?.at ?? firstAct);
    }
    agree.add(first?.fromDay === 0, firstAct);
  }
  return [inTime.check("ratesAnnouncedInTime"), withinCeiling.check("ratesWithinCeiling"), agree.check("ratesAgree")];
}
