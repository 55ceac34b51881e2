// SPDX-License-Identifier: EUPL-1.2
import { CircleSlash, Hourglass, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatDay } from "../../../lib/format-date.ts";
import { reasonName } from "../reasons.ts";
import type { Shop, ShopStatus } from "../shop.ts";
import { VerifiedMark } from "./verified-mark.tsx";

const ICONS: Partial<Record<ShopStatus, LucideIcon>> = { applied: Hourglass };

/** Where a shop stands with the region: approved, or why it is not, and since when. */
export function ShopStatusMark({ shop: { status, reasonCode, since } }: { shop: Shop }) {
  const { t } = useTranslation("shops");
  const language = useLanguage();
  if (status === "approved") return <VerifiedMark />;
  const Icon = ICONS[status] ?? CircleSlash;
  const reason = reasonName(reasonCode, language) ?? t("status.noReason");
  return (
    <p className="flex items-start gap-3 rounded-card bg-stone px-4 py-3 font-semibold">
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0" />
      {t(`status.${status}`, { reason, day: formatDay(since, language) })}
    </p>
  );
}
