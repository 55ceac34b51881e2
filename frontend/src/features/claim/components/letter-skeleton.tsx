// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";

/** The shape of a letter that is being looked up. */
export function LetterSkeleton() {
  const { t } = useTranslation("claim");
  return (
    <div role="status" className="max-w-column space-y-6">
      <p className="text-ink-soft">{t("looking")}</p>
      <div className="space-y-4 rounded-card border border-hairline bg-surface p-5 md:p-8">
        <div className="skeleton h-4 w-1/2" />
        <div className="skeleton h-12 w-56" />
        <div className="skeleton h-4 w-3/4" />
      </div>
      <div className="skeleton h-40" />
    </div>
  );
}
