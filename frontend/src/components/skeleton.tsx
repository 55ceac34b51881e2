// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";

/** Lines in the place of a list that is being read; the shape of what will come. */
export function SkeletonRows({ rows }: { rows: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" className="divide-y divide-hairline">
      <span className="sr-only">{t("states.loading")}</span>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex items-center gap-4 py-4">
          <div className="skeleton size-11" />
          <div className="flex-1 space-y-2">
            <div className="skeleton h-4 w-3/5" />
            <div className="skeleton h-3 w-2/5" />
          </div>
          <div className="skeleton h-5 w-16" />
        </div>
      ))}
    </div>
  );
}
