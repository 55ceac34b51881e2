// SPDX-License-Identifier: EUPL-1.2
import { CircleAlert, CircleCheckBig, CircleDashed, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { isUnderWay, type ActivityEntry } from "../../../lib/activity/activity.ts";
import { formatDay, formatTime } from "../../../lib/format-date.ts";
import { useEntryWords } from "../use-entry-words.ts";
import { NextStep } from "./next-step.tsx";

function look(entry: ActivityEntry): { icon: LucideIcon; colour: string } {
  if (isUnderWay(entry)) return { icon: CircleDashed, colour: "text-accent" };
  if (entry.stage === "confirmed") return { icon: CircleCheckBig, colour: "text-ok" };
  return { icon: CircleAlert, colour: "text-bad" };
}

type Props = {
  entry: ActivityEntry;
  onErase: () => void;
  /** Called when a link leads away from the sheet. */
  onLeave: () => void;
};

/** Something begun: what it is, where it stands, the next step. */
export function ActivityRow({ entry, onErase, onLeave }: Props) {
  const { t } = useTranslation("activity");
  const language = useLanguage();
  const words = useEntryWords();
  const { title, sentence } = words(entry);
  const { icon: Icon, colour } = look(entry);
  const at = entry.at ?? entry.begun;
  return (
    <article aria-label={title} className="flex gap-3">
      <Icon size={22} strokeWidth={1.75} aria-hidden="true" className={`mt-0.5 shrink-0 ${colour}`} />
      <div className="min-w-0 flex-1">
        <h3 className="font-semibold">{title}</h3>
        {entry.label && entry.label !== title && <p>{entry.label}</p>}
        <p role="status" className="mt-1">
          <span className={`font-semibold ${colour}`}>{t(`names.${entry.stage}`)}</span>
          <span className="block">{sentence}</span>
        </p>
        <p className="mt-1 text-caption text-ink-soft first-letter:uppercase">
          {t("when", { day: formatDay(at, language), time: formatTime(at, language) })}
        </p>
        <div className="mt-1 flex flex-wrap items-center gap-x-5">
          <NextStep entry={entry} onLeave={onLeave} />
          {!isUnderWay(entry) && (
            <button
              type="button"
              aria-label={t("actions.eraseOne", { title })}
              onClick={onErase}
              className="min-h-11 font-semibold text-ink-soft underline underline-offset-4 hover:text-ink"
            >
              {t("actions.erase")}
            </button>
          )}
        </div>
      </div>
    </article>
  );
}
