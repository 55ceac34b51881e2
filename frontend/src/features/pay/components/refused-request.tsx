// SPDX-License-Identifier: EUPL-1.2
import type { RequestProblem } from "@monnaie-commune/sdk/payments/request";
import { Link } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../../components/button.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatDay, formatTime } from "../../../lib/format-date.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

/** Why a request is not paid here, in a sentence each. */
export function useRequestSentence(): (problem: RequestProblem) => string {
  const { t } = useTranslation("payment");
  const language = useLanguage();
  const region = useRuntime().region.name[language];
  return (problem) => {
    switch (problem.kind) {
      case "malformed":
        return t(`link.malformed.${problem.field}`);
      case "expired": {
        const { expires } = problem;
        return t("link.expired", { day: formatDay(expires, language), time: formatTime(expires, language) });
      }
      case "altered":
        return t("link.altered");
      case "wrongNetwork":
        return t("link.wrongNetwork", { region });
      case "wrongCurrency":
        return t("link.wrongCurrency", { region });
    }
  };
}

/** A link that is not to be paid, and the way on. */
export function RefusedRequest({ problem }: { problem: RequestProblem }) {
  const { t } = useTranslation("payment");
  const sentence = useRequestSentence();
  return (
    <div role="alert" className="max-w-column space-y-4 rounded-card border border-bad bg-surface px-6 py-5">
      <h2 className="flex items-start gap-3 text-lead font-bold">
        <CircleAlert size={24} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-bad" />
        {t("link.title")}
      </h2>
      <p>{sentence(problem)}</p>
      <Link to="/payer" search={{}} className={buttonClass("secondary")}>
        {t("link.other")}
      </Link>
    </div>
  );
}
