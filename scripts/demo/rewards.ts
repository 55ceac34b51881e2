// SPDX-License-Identifier: EUPL-1.2
import type { Act } from "@monnaie-commune/sdk/bonus/acts";
import { dayOf, isoDateOf } from "@monnaie-commune/sdk/days";
import { id } from "ethers";
import { amountCell, listCsv } from "./csv.ts";
import { DEMO_IDENTITIES } from "./identities.ts";
import { fictitiousAddress, randomFrom } from "./random.ts";

/** People of the demo who did something for others in a season; some did two kinds of things. */
const PEOPLE = 36;
const SECOND_ACT_PERCENT = 30;

/** Acts are agreed on from 1 June on, in the 90 days after it. */
const SEASON_DAYS = 90;

/** What is done, and for how much in cents: assumptions of the demo. */
const DEEDS: readonly (readonly [word: string, act: Act, cents: number])[] = [
  ["aide numérique", "solidarity", 20_00],
  ["visites de voisinage", "solidarity", 25_00],
  ["atelier de réparation", "ecology", 15_00],
  ["plantation de haies", "ecology", 30_00],
  ["compost de quartier", "ecology", 20_00],
  ["relevé d’accessibilité", "commons", 5_00],
  ["leçon sous licence libre", "commons", 80_00],
];

const WORDS: Record<Act, string> = { solidarity: "entraide", ecology: "écologie", commons: "communs" };

/** The rewards of a season: solidarity, ecology, commons; one line for each person and act. Naïma planted a hedge. */
export function demoRewardsCsv({ year }: { year: number }): string {
  const random = randomFrom(`rewards ${year}`);
  const firstDay = dayOf(Date.UTC(year, 5, 1) / 1000);
  const naima = DEMO_IDENTITIES[1];
  const rows = Array.from({ length: PEOPLE }, (_, index) => {
    const wallet = index === 0 && naima !== undefined ? naima.address : fictitiousAddress(`reward ${year} ${index}`);
    const first = index === 0 ? DEEDS[3] : random.pick(DEEDS);
    const second = random.between(1, 100) <= SECOND_ACT_PERCENT ? random.pick(DEEDS) : undefined;
    const deeds = [first, second].filter((deed) => deed !== undefined);
    return deeds
      .filter(([, act], at) => deeds.findIndex(([, other]) => other === act) === at)
      .map(([, act, cents]) => ({
        payee_id: `CT-${id(`monnaie-commune demo citizen ${index}`).slice(2, 12).toUpperCase()}`,
        wallet,
        amount: amountCell(cents * random.between(1, 3)),
        consent_reference: `ACCORD-${year}-${String(index + 1).padStart(4, "0")}`,
        consent_date: isoDateOf(firstDay + random.between(0, SEASON_DAYS)),
        share: "100",
        budget_line: "934-65748",
        act: WORDS[act],
      }));
  });
  return listCsv("reward", rows.flat());
}
