// SPDX-License-Identifier: EUPL-1.2
import { Check, Circle } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ProblemText } from "../../../components/problem-text.tsx";
import { Button } from "../../../components/button.tsx";
import { useNetwork } from "../api/use-network.ts";

function Step({ isDone, text }: { isDone: boolean; text: string }) {
  const { t } = useTranslation("connection");
  const Icon = isDone ? Check : Circle;
  return (
    <li className="flex min-h-11 items-center gap-3">
      <Icon size={22} strokeWidth={1.75} aria-hidden="true" className={isDone ? "text-ok" : "text-ink-soft"} />
      <span className={isDone ? "" : "font-semibold"}>
        {text}
        <span className="sr-only">{t(isDone ? "steps.done" : "steps.toDo")}</span>
      </span>
    </li>
  );
}

/** What is left to do once a wallet has given its address. */
export function ConnectionSteps({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation("connection");
  const { isWrong, switchToRegion, isPending, problem } = useNetwork();
  return (
    <div className="space-y-5">
      <ol aria-live="polite">
        <Step isDone text={t("steps.address")} />
        <Step isDone={!isWrong} text={t("steps.network")} />
        <Step isDone={!isWrong} text={t("steps.ready")} />
      </ol>
      {isWrong ? (
        <>
          <p>{t("steps.networkText")}</p>
          <Button className="w-full" onClick={() => void switchToRegion()} isPending={isPending}>
            {t("steps.addNetwork")}
          </Button>
        </>
      ) : (
        <Button className="w-full" onClick={onDone}>
          {t("steps.start")}
        </Button>
      )}
      {problem && (
        <p role="alert" className="font-semibold text-bad">
          <ProblemText problem={problem} />
        </p>
      )}
    </div>
  );
}
