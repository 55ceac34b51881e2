// SPDX-License-Identifier: EUPL-1.2
import type { Figures } from "@monnaie-commune/sdk/ledger/figures/figures";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatPercent } from "../../../lib/format-percent.ts";
import { useFormats } from "../use-formats.ts";
import { FigureCard } from "./figure-card.tsx";
import { LorenzCurve } from "./lorenz-curve.tsx";
import { roundedShare } from "./parts-bar.tsx";
import { TwinTable } from "./twin-table.tsx";

const GROUPS = ["all", "person", "shop"] as const;
const FULL_BPS = 10_000;
const TENTH_BPS = 1_000;

/** How evenly money is spread over the accounts that hold any. */
export function SpreadCard({ figures: { concentration } }: { figures: Figures }) {
  const { t } = useTranslation("figures");
  const language = useLanguage();
  const { number } = useFormats();
  const { all } = concentration;
  const percent = (bps: number) => formatPercent(roundedShare(bps), language);
  if (!all) {
    return (
      <FigureCard title={t("spread.title")} method={t("spread.method")}>
        <p className="text-ink-soft">{t("spread.none")}</p>
      </FigureCard>
    );
  }
  return (
    <FigureCard
      title={t("spread.title")}
      finding={t("spread.finding", { share: percent(all.topTenBps) })}
      method={t("spread.method")}
      table={
        <TwinTable
          caption={t("spread.chart")}
          columns={[t("spread.poorest"), t("spread.hold")]}
          rows={all.lorenzBps.slice(1).map((bps, tenth) => [percent((tenth + 1) * TENTH_BPS), percent(bps)])}
        />
      }
    >
      <div className="flex flex-wrap items-start gap-x-8 gap-y-6">
        <LorenzCurve lorenzBps={all.lorenzBps} />
        <div className="min-w-0 flex-1 basis-56">
          <TwinTable
            caption={t("spread.groups")}
            columns={[t("spread.group"), t("spread.holders"), t("spread.gini"), t("spread.topTen")]}
            rows={GROUPS.map((group) => {
              const one = concentration[group];
              const cells = one
                ? [number(one.holders), number(one.giniBps / FULL_BPS, 2), percent(one.topTenBps)]
                : [t("hidden.cell"), "", ""];
              return [t(`spread.names.${group}`), ...cells];
            })}
          />
        </div>
      </div>
    </FigureCard>
  );
}
