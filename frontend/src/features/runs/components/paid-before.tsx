// SPDX-License-Identifier: EUPL-1.2
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { usePaidBefore } from "../api/use-paid-before.ts";

/** Warns of people who were paid under the same programme by another run. */
export function PaidBefore({ plan }: { plan: BonusPlan }) {
  const { t } = useTranslation("runs");
  const { data: count = 0 } = usePaidBefore(plan, true);
  if (count === 0) return null;
  return (
    <p className="flex items-start gap-2 font-semibold">
      <TriangleAlert size={20} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-bad" />
      {t("paidBefore", { count })}
    </p>
  );
}
