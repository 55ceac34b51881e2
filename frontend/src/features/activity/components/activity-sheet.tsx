// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Sheet } from "../../../components/sheet.tsx";
import { EmptyState } from "../../../components/states.tsx";
import { isUnderWay } from "../../../lib/activity/activity.ts";
import { useActivity } from "../api/use-activity.ts";
import { ActivityRow } from "./activity-row.tsx";

/** What was begun on this device, what became of it, and what to do next. */
export default function ActivitySheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("activity");
  const { entries, erase } = useActivity();
  const ended = entries.filter((entry) => !isUnderWay(entry)).map(({ id }) => id);
  return (
    <Sheet title={t("title")} isOpen onClose={onClose}>
      {entries.length === 0 ? (
        <EmptyState text={t("empty")} />
      ) : (
        <>
          <p className="text-ink-soft">{t("lead")}</p>
          <ul aria-label={t("list")} className="mt-2 divide-y divide-hairline">
            {entries.map((entry) => (
              <li key={entry.id} className="py-4">
                <ActivityRow entry={entry} onErase={() => erase([entry.id])} onLeave={onClose} />
              </li>
            ))}
          </ul>
          {ended.length > 0 && (
            <Button kind="secondary" className="mt-4 w-full" onClick={() => erase(ended)}>
              {t("clear")}
            </Button>
          )}
        </>
      )}
    </Sheet>
  );
}
