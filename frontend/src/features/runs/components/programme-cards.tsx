// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from "@monnaie-commune/sdk/days";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../components/states.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatUtcDay } from "../../../lib/format-date.ts";
import type { Programme } from "../../audit/audit.ts";
import { useProgrammeName } from "../use-programme-name.ts";
import { Fingerprint } from "./fingerprint.tsx";
import { ProgrammeBar } from "./programme-bar.tsx";

/** Each decision to issue: what it allows, what has become of it, and the decision itself. */
export function ProgrammeCards({ programmes }: { programmes: readonly Programme[] }) {
  const { t } = useTranslation(["runs", "audit"]);
  const language = useLanguage();
  const nameOf = useProgrammeName();
  if (programmes.length === 0) return <EmptyState text={t("audit:programmes.none")} />;
  return (
    <ul className="space-y-8">
      {programmes.map((programme) => {
        const { programmeId, opensAt, closesAt, decisionHash } = programme;
        const period = { from: formatUtcDay(dayOf(opensAt), language), to: formatUtcDay(dayOf(closesAt), language) };
        return (
          <li key={programmeId.toString()} className="space-y-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h3 className="font-bold">{nameOf(programme)}</h3>
              <p className="text-caption text-ink-soft">{t("audit:programmes.period", period)}</p>
            </div>
            <ProgrammeBar programme={programme} />
            <Fingerprint label={t("decision")} hash={decisionHash} />
          </li>
        );
      })}
    </ul>
  );
}
