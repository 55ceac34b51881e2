// SPDX-License-Identifier: EUPL-1.2
import { Droplets } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";

/** What has melted since the last line and will be written down with the next one; in cents. */
export function PendingFonte({ cents }: { cents: bigint }) {
  const { t } = useTranslation("history");
  if (cents <= 0n) return null;
  return (
    <div className="flex items-center gap-4 rounded-card border border-fonte bg-fonte-wash px-4 py-3">
      <Droplets size={24} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-fonte-text" />
      <p className="min-w-0 flex-1">
        <span className="block font-semibold">{t("pending.title")}</span>
        <span className="block text-caption text-ink-soft">{t("pending.text")}</span>
      </p>
      <Amount cents={-cents} size="row" className="text-fonte-text" />
    </div>
  );
}
