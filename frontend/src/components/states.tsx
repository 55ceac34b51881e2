// SPDX-License-Identifier: EUPL-1.2
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../lib/errors.ts";
import { Button } from "./button.tsx";
import { ProblemText } from "./problem-text.tsx";

/** One sentence on what will be here, and one action. */
export function EmptyState({ text, action }: { text: string; action?: ReactNode }) {
  return (
    <div className="rounded-card bg-stone px-6 py-8">
      <p className="max-w-column">{text}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}

/** What could not be read, why, and a way to try again. */
export function ErrorState({ title, error, onRetry }: { title: string; error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="rounded-card border border-bad bg-surface px-6 py-5">
      <p className="flex items-start gap-3 font-semibold">
        <CircleAlert size={22} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-bad" />
        {title}
      </p>
      <p className="mt-2 max-w-column text-ink-soft">
        <ProblemText problem={problemOf(error)} />
      </p>
      <Button kind="secondary" className="mt-4" onClick={onRetry}>
        {t("actions.retry")}
      </Button>
    </div>
  );
}
