// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { shortHash } from "@monnaie-commune/sdk/bonus/run-state";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useForgetPlan, useKeptPlans } from "../api/use-plans.ts";

/** Plans that lie on this device, with a way to take them off it. */
export function KeptPlans() {
  const { t } = useTranslation("runs");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const { data: plans } = useKeptPlans();
  const forget = useForgetPlan();
  if (!plans || plans.length === 0) return null;
  return (
    <Card title={t("kept.title")}>
      <p className="max-w-column text-ink-soft">{t("kept.text")}</p>
      <ul className="mt-3 divide-y divide-hairline">
        {plans.map((plan) => (
          <li key={plan.planHash} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
            <Link
              to="/primes"
              search={{ plan: plan.planHash }}
              className="inline-flex min-h-11 items-center text-accent"
            >
              {t("kept.plan", {
                plan: shortHash(plan),
                programme: plan.programmeId,
                total: formatAmount(BigInt(plan.totals.cents), language, symbol),
              })}
            </Link>
            <Button kind="quiet" onClick={() => void forget(plan.planHash)}>
              {t("kept.forget")}
              <span className="sr-only">{shortHash(plan)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
