// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SkeletonRows } from "../../../components/skeleton.tsx";
import { ErrorState } from "../../../components/states.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatPercent } from "../../../lib/format-percent.ts";
import { useLedger } from "../../../lib/ledger/use-ledger.ts";

const SKELETONS = 8;

/** Shows how far the register is read until it is, and then what is made of it. */
export function LedgerGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation("register");
  const language = useLanguage();
  const { state, progress, error, refresh } = useLedger();
  if (state === "ready") return children;
  if (state === "failed") return <ErrorState title={t("problem")} error={error} onRetry={refresh} />;
  const reading = t("reading", { progress: formatPercent(Math.round(progress * 100) * 100, language) });
  return (
    <div className="space-y-6">
      <p role="status">{reading}</p>
      <progress aria-label={t("title")} value={progress} className="block h-3 w-full accent-accent" />
      <SkeletonRows rows={SKELETONS} />
    </div>
  );
}
