// SPDX-License-Identifier: EUPL-1.2
import { RefreshCw, ShieldAlert, ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatDay, formatTime } from "../../../lib/format-date.ts";
import type { Audit } from "../audit.ts";
import { formatPercent } from "../../../lib/format-percent.ts";

type Props = { audit: Audit; isRunning: boolean; progress: number; onAgain: () => void };

/** Whether everything agrees, as of which block, from how many entries; and the button that does it all again. */
export function Verdict({ audit: { block, at, lines, accounts, checks }, isRunning, progress, onAgain }: Props) {
  const { t } = useTranslation("audit");
  const language = useLanguage();
  const wrong = checks.filter(({ holds }) => !holds).length;
  const Icon = wrong === 0 ? ShieldCheck : ShieldAlert;
  const colour = wrong === 0 ? "text-ok" : "text-bad";
  return (
    <section
      aria-label={t("verdict.label")}
      className={`flex flex-wrap items-center gap-x-6 gap-y-4 rounded-card border-2 bg-surface p-5 md:p-8 ${wrong === 0 ? "border-ok" : "border-bad"}`}
    >
      <Icon size={56} strokeWidth={1.5} aria-hidden="true" className={`shrink-0 ${colour}`} />
      <div role="status" className="min-w-0 flex-1 basis-60">
        <p className={`text-title font-bold tracking-tight ${colour}`}>
          {wrong === 0 ? t("verdict.ok") : t("verdict.wrong", { count: wrong })}
        </p>
        <p className="mt-1 text-ink-soft">
          {t("verdict.basis", {
            checks: t("verdict.checks", { count: checks.length }),
            lines: t("verdict.lines", { count: lines }),
            accounts: t("verdict.accounts", { count: accounts }),
          })}
        </p>
        <p className="text-ink-soft">
          {t("verdict.asOf", { block, day: formatDay(at, language), time: formatTime(at, language) })}
        </p>
      </div>
      <Button kind="secondary" onClick={onAgain} isPending={isRunning} className="max-sm:w-full">
        <RefreshCw size={20} strokeWidth={1.75} aria-hidden="true" />
        {isRunning ? t("running", { progress: formatPercent(Math.round(progress * 100) * 100, language) }) : t("again")}
      </Button>
    </section>
  );
}
