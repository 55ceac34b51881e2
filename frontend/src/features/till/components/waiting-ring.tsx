// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { REQUEST_SECONDS } from "../till-request.ts";

const TURN = 100;

/** How much of the time is left, as a ring and in figures; assistive technology is told once that it waits. */
export function WaitingRing({ secondsLeft }: { secondsLeft: number }) {
  const { t } = useTranslation("till");
  const left = Math.max(0, secondsLeft);
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  return (
    <div className="flex items-center gap-3">
      <svg viewBox="0 0 40 40" className="size-10 -rotate-90" aria-hidden="true">
        <circle cx="20" cy="20" r="17" fill="none" stroke="var(--hairline)" strokeWidth="5" />
        <circle
          cx="20"
          cy="20"
          r="17"
          fill="none"
          stroke="var(--accent)"
          strokeWidth="5"
          strokeLinecap="round"
          pathLength={TURN}
          strokeDasharray={`${(TURN * left) / REQUEST_SECONDS} ${TURN}`}
        />
      </svg>
      <p className="text-left">
        <span role="status" className="block font-semibold">
          {t("waiting.waits")}
        </span>
        <span className="tabular block text-caption text-ink-soft">{t("waiting.left", { time })}</span>
      </p>
    </div>
  );
}
