// SPDX-License-Identifier: EUPL-1.2
import type { ExitState } from "@monnaie-commune/sdk/exits/request";
import { Ban, Check, Hourglass, Undo2, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";

const ICONS: Record<ExitState, LucideIcon> = { waiting: Hourglass, paid: Check, cancelled: Undo2, refused: Ban };

/** Where a request stands, by a sign and a word. */
export function StateBadge({ state }: { state: ExitState }) {
  const { t } = useTranslation("exits");
  const Icon = ICONS[state];
  const colour = state === "paid" ? "text-ok" : state === "refused" ? "text-bad" : "text-ink";
  return (
    <span className={`inline-flex items-center gap-1.5 font-semibold whitespace-nowrap ${colour}`}>
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
      {t(`states.${state}`)}
    </span>
  );
}
