// SPDX-License-Identifier: EUPL-1.2
import { BadgeCheck } from "lucide-react";
import { useTranslation } from "react-i18next";

/** Says that the region approved this shop, in words beside the mark. */
export function VerifiedMark() {
  const { t } = useTranslation("merchants");
  return (
    <span className="inline-flex items-center gap-1.5 text-caption font-semibold text-ok">
      <BadgeCheck size={18} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
      {t("verified")}
    </span>
  );
}
