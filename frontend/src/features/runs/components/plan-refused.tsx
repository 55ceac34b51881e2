// SPDX-License-Identifier: EUPL-1.2
import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { PlanRefusal } from "../plan.ts";

/** Why a plan cannot be used here, and what to do. */
export function PlanRefused({ problem }: { problem: PlanRefusal }) {
  const { t } = useTranslation("runs");
  return (
    <p role="alert" className="flex items-start gap-3 rounded-card border border-bad bg-surface px-4 py-3">
      <CircleAlert size={22} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-bad" />
      <span>{t(`refused.${problem}`)}</span>
    </p>
  );
}
