// SPDX-License-Identifier: EUPL-1.2
import type { Figures } from "@monnaie-commune/sdk/ledger/figures/figures";
import type { ProgrammeFigures } from "@monnaie-commune/sdk/ledger/figures/programmes";
import { useTranslation } from "react-i18next";
import { COLOURS } from "../colours.ts";
import { shareBps } from "../scale.ts";
import { useFormats } from "../use-formats.ts";
import { FigureCard } from "./figure-card.tsx";
import { Swatch } from "./swatch.tsx";

function Programme({ programme }: { programme: ProgrammeFigures }) {
  const { t } = useTranslation("figures");
  const { amount } = useFormats();
  const { programmeId, purpose, budget, attested, issued, returned } = programme;
  const width = (cents: bigint) => ({ width: `${Math.min(100, shareBps(cents, budget) / 100)}%` });
  const lines = [
    { key: "issued", colour: COLOURS.main, cents: issued },
    { key: "attested", colour: COLOURS.light, cents: attested },
    { key: "budget", colour: COLOURS.hidden, cents: budget },
  ] as const;
  return (
    <li>
      <h3 className="font-semibold">
        {t("programmes.name", {
          id: programmeId.toString(),
          purpose: purpose === undefined ? "" : t(`programmes.purposes.${purpose}`),
        })}
      </h3>
      <div aria-hidden="true" className="relative mt-2 h-4 overflow-hidden rounded-pill bg-stone">
        <div className="absolute inset-y-0 rounded-pill" style={{ ...width(attested), background: COLOURS.light }} />
        <div className="absolute inset-y-0 rounded-pill bg-accent" style={width(issued)} />
      </div>
      <dl className="mt-2 grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-3">
        {lines.map(({ key, colour, cents }) => (
          <div key={key} className="max-sm:flex max-sm:justify-between max-sm:gap-4">
            <dt className="flex items-start gap-2 sm:text-caption sm:text-ink-soft">
              <Swatch colour={colour} isHidden={key === "budget"} />
              {t(`programmes.${key}`)}
            </dt>
            <dd className="tabular font-semibold">{amount(cents)}</dd>
          </div>
        ))}
      </dl>
      {returned > 0n && (
        <p className="mt-1 text-caption text-ink-soft">
          {t("programmes.returned")} <span className="tabular">{amount(returned)}</span>
        </p>
      )}
    </li>
  );
}

/** What became of the council's decisions. */
export function ProgrammesCard({ figures: { programmes } }: { figures: Figures }) {
  const { t } = useTranslation("figures");
  return (
    <FigureCard title={t("programmes.title")} method={t("programmes.method")}>
      {programmes.length === 0 ? (
        <p className="text-ink-soft">{t("programmes.none")}</p>
      ) : (
        <ul className="space-y-6">
          {programmes.map((programme) => (
            <Programme key={programme.programmeId.toString()} programme={programme} />
          ))}
        </ul>
      )}
    </FigureCard>
  );
}
