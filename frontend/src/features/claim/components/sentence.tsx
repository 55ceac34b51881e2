// SPDX-License-Identifier: EUPL-1.2
import { CircleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";

type Props = {
  title: string;
  text: string;
  icon?: LucideIcon;
  onRetry?: () => void;
  onOtherCode?: () => void;
  children?: ReactNode;
};

/** Why a letter cannot be paid, what that means and what to do next. */
export function Sentence({ title, text, icon: Icon = CircleAlert, onRetry, onOtherCode, children }: Props) {
  const { t } = useTranslation(["claim", "common"]);
  return (
    <section role="status" className="max-w-column space-y-4 rounded-card border border-hairline bg-surface p-5 md:p-8">
      <h2 className="flex items-start gap-3 text-lead font-bold">
        <Icon size={26} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-ink-soft" />
        {title}
      </h2>
      <p>{text}</p>
      {children}
      {(onRetry ?? onOtherCode) && (
        <div className="flex flex-wrap gap-3">
          {onRetry && <Button onClick={onRetry}>{t("common:actions.retry")}</Button>}
          {onOtherCode && (
            <Button kind="secondary" onClick={onOtherCode}>
              {t("code.other")}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
