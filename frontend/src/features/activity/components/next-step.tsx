// SPDX-License-Identifier: EUPL-1.2
import { Link, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isUnderWay, type ActivityEntry } from "../../../lib/activity/activity.ts";
import { retryPath } from "../retry-path.ts";

const LINK = "inline-flex min-h-11 items-center font-semibold text-accent underline underline-offset-4";

/** What has a line in the history of an account. */
const MOVES_MONEY: readonly ActivityEntry["kind"][] = ["payment", "refund", "claim", "exit"];

/** What a person can do about an entry: see its receipt, look at the history, begin again. */
export function NextStep({ entry, onLeave }: { entry: ActivityEntry; onLeave: () => void }) {
  const { t } = useTranslation("activity");
  const { history } = useRouter();
  const { stage, hash, kind } = entry;
  const again = retryPath(entry);
  const isInHistory = MOVES_MONEY.includes(kind);
  return (
    <>
      {stage === "confirmed" && isInHistory && hash && (
        <Link to="/historique" search={{ recu: hash }} onClick={onLeave} className={LINK}>
          {t("actions.receipt")}
        </Link>
      )}
      {(stage === "replaced" || stage === "dropped") && isInHistory && (
        <Link to="/historique" onClick={onLeave} className={LINK}>
          {t("actions.history")}
        </Link>
      )}
      {isUnderWay(entry) && entry.relay?.kind === "payments" && (
        <Link to="/payer" search={{}} onClick={onLeave} className={LINK}>
          {t("actions.cancel")}
        </Link>
      )}
      {again && (
        <a
          href={again}
          onClick={(event) => {
            event.preventDefault();
            onLeave();
            history.push(again);
          }}
          className={LINK}
        >
          {t("actions.retry")}
        </a>
      )}
    </>
  );
}
