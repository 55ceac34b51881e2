// SPDX-License-Identifier: EUPL-1.2
import type { Figures } from "@monnaie-commune/sdk/ledger/figures/figures";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../../components/page.tsx";
import { ErrorState } from "../../components/states.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { formatDay, formatTime } from "../../lib/format-date.ts";
import { useAnswer } from "../../lib/ledger/use-answer.ts";
import { useLedger } from "../../lib/ledger/use-ledger.ts";
import { FonteCard } from "./components/fonte-card.tsx";
import { GaugeCard } from "./components/gauge-card.tsx";
import { Headlines } from "./components/headlines.tsx";
import { MoneyCard, RestCard, ShopsCard } from "./components/money-cards.tsx";
import { OpenData } from "./components/open-data.tsx";
import { PaymentsCard } from "./components/payments-card.tsx";
import { ProgrammesCard } from "./components/programmes-card.tsx";
import { SpreadCard } from "./components/spread-card.tsx";
import { TradesCard } from "./components/trades-card.tsx";
import { VelocityCard } from "./components/velocity-card.tsx";

function Reading({ progress }: { progress: number }) {
  const { t } = useTranslation("figures");
  return (
    <div className="space-y-6">
      <p role="status">{t("reading")}</p>
      <progress aria-label={t("reading")} value={progress} className="block h-3 w-full accent-accent" />
      <div className="skeleton h-24" />
      <div className="grid gap-6 lg:grid-cols-2">
        <div className="skeleton h-96" />
        <div className="skeleton h-96" />
      </div>
    </div>
  );
}

const COLUMN = "grid min-w-0 gap-6";

function AllFigures({ figures }: { figures: Figures }) {
  return (
    <div className="space-y-8">
      <Headlines figures={figures} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className={COLUMN}>
          <PaymentsCard figures={figures} />
          <VelocityCard figures={figures} />
          <ShopsCard figures={figures} />
          <TradesCard figures={figures} />
          <ProgrammesCard figures={figures} />
        </div>
        <div className={COLUMN}>
          <GaugeCard figures={figures} />
          <MoneyCard figures={figures} />
          <RestCard figures={figures} />
          <FonteCard figures={figures} />
          <SpreadCard figures={figures} />
        </div>
      </div>
      <OpenData figures={figures} />
    </div>
  );
}

/** The currency as a whole, in figures that whoever opens the page computes from the public register. */
export default function FiguresPage() {
  const { t } = useTranslation("figures");
  const language = useLanguage();
  const ledger = useLedger();
  const { data: figures, error: unanswered } = useAnswer("figures", undefined);
  const error = ledger.state === "failed" ? ledger.error : unanswered;
  return (
    <Page title={t("title")} lead={t("lead")}>
      {error && (
        <div className="mb-6">
          <ErrorState title={t("problem")} error={error} onRetry={ledger.refresh} />
        </div>
      )}
      {!figures && !error && <Reading progress={ledger.progress} />}
      {figures && <AllFigures figures={figures} />}
      {figures && ledger.at !== undefined && (
        <p className="mt-6 text-caption text-ink-soft">
          {t("asOf", {
            block: figures.toBlock,
            day: formatDay(ledger.at, language),
            time: formatTime(ledger.at, language),
          })}{" "}
          <Link to="/controle" className="underline underline-offset-4">
            {t("check")}
          </Link>
        </p>
      )}
    </Page>
  );
}
