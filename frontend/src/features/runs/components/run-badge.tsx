// SPDX-License-Identifier: EUPL-1.2
import { Ban, CircleCheckBig, CircleDashed, Hourglass, Stamp, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { RunStatus } from "../run.ts";

const LOOKS: Record<RunStatus, { icon: LucideIcon; colour: string }> = {
  proposed: { icon: Hourglass, colour: "text-ink" },
  approved: { icon: Stamp, colour: "text-accent" },
  paying: { icon: CircleDashed, colour: "text-accent" },
  paid: { icon: CircleCheckBig, colour: "text-ok" },
  cancelled: { icon: Ban, colour: "text-bad" },
};

/** Where a run stands, in a word. */
export function RunBadge({ status }: { status: RunStatus }) {
  const { t } = useTranslation("runs");
  const { icon: Icon, colour } = LOOKS[status];
  return (
    <span className={`inline-flex items-center gap-1.5 font-semibold whitespace-nowrap ${colour}`}>
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
      {t(`status.${status}`)}
    </span>
  );
}
