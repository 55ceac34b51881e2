// SPDX-License-Identifier: EUPL-1.2
import { FlaskConical } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useRuntime } from "../lib/runtime-context.ts";

/** Says, on the development chain, that nothing here is real. */
export function DemonstrationRibbon() {
  const { t } = useTranslation("notices");
  if (!useRuntime().isDemonstration) return null;
  return (
    <aside aria-label={t("ribbon.label")} className="border-b border-hairline bg-stone px-4 py-1.5 md:px-8">
      <p className="flex items-start justify-center gap-2 text-caption">
        <FlaskConical size={16} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0" />
        <span>
          <strong>{t("ribbon.label")}</strong> <span className="hidden sm:inline">{t("ribbon.text")}</span>
          <span className="sm:hidden">{t("ribbon.short")}</span>
        </span>
      </p>
    </aside>
  );
}
