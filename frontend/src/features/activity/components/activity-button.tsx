// SPDX-License-Identifier: EUPL-1.2
import { Activity } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { isMishap, isUnderWay } from "../../../lib/activity/activity.ts";
import { useActivity } from "../api/use-activity.ts";
import { useFollowing } from "../api/use-following.ts";

const ActivitySheet = lazy(() => import("./activity-sheet.tsx"));

/** The way to what was begun on this device, at the top of every page: how much is under way, and whether something failed. */
export default function ActivityButton() {
  const { t } = useTranslation("activity");
  const [isOpen, setIsOpen] = useState(false);
  const { entries } = useActivity();
  useFollowing();
  const underWay = entries.filter(isUnderWay).length;
  const mishaps = entries.filter(isMishap).length;
  const count = underWay + mishaps;
  const words = [underWay > 0 && t("underWay", { count: underWay }), mishaps > 0 && t("mishaps", { count: mishaps })];
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={[t("title"), ...words].filter(Boolean).join(", ")}
        onClick={() => setIsOpen(true)}
        className="relative inline-flex min-h-11 min-w-11 shrink-0 flex-col items-center justify-center rounded-card px-1 text-caption leading-tight text-ink-soft hover:bg-stone"
      >
        <Activity size={22} strokeWidth={1.75} aria-hidden="true" />
        <span className="max-sm:sr-only">{t("title")}</span>
        {count > 0 && (
          <span
            aria-hidden="true"
            className={`tabular absolute top-0 right-0 flex h-5 min-w-5 items-center justify-center rounded-pill px-1 text-caption leading-none font-bold ${mishaps > 0 ? "bg-bad text-surface" : "bg-accent text-on-accent"}`}
          >
            {count}
          </span>
        )}
      </button>
      {isOpen && (
        <Suspense>
          <ActivitySheet onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
