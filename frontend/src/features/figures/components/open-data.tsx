// SPDX-License-Identifier: EUPL-1.2
import { isoDateOf } from "@monnaie-commune/sdk/days";
import type { Figures } from "@monnaie-commune/sdk/ledger/figures/figures";
import { figuresJson, monthsCsv, tradesCsv } from "@monnaie-commune/sdk/ledger/figures/open-data";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { download } from "../../../lib/download.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

/** The figures as files. */
export function OpenData({ figures }: { figures: Figures }) {
  const { t } = useTranslation("figures");
  const { region, chainId, deployment } = useRuntime();
  const start = `${region.slug}-${isoDateOf(figures.today)}`;
  const of = { region: region.slug, chainId, token: deployment.contracts.RegionalToken.address };
  const files = [
    { key: "months", save: () => download(`${start}-months.csv`, monthsCsv(figures), "text/csv") },
    { key: "trades", save: () => download(`${start}-trades.csv`, tradesCsv(figures), "text/csv") },
    { key: "figures", save: () => download(`${start}-figures.json`, figuresJson(figures, of), "application/json") },
  ] as const;
  return (
    <Card title={t("openData.title")}>
      <p className="max-w-column">{t("openData.text")}</p>
      {!figures.months.some(({ isOver }) => isOver) && <p className="mt-2 text-ink-soft">{t("openData.empty")}</p>}
      <div className="mt-4 flex flex-wrap gap-3">
        {files.map(({ key, save }) => (
          <Button key={key} kind="secondary" onClick={save} className="max-sm:w-full">
            <Download size={20} strokeWidth={1.75} aria-hidden="true" />
            {t(`openData.${key}`)}
          </Button>
        ))}
      </div>
    </Card>
  );
}
