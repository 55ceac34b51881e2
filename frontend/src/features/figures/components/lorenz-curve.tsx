// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";

const SIZE = 260;
const EDGE = 8;
const SIDE = SIZE - 2 * EDGE;
const FULL_BPS = 10_000;

/** The Lorenz curve: the further it hangs below the diagonal, the less evenly money is spread. Its table is beside it. */
export function LorenzCurve({ lorenzBps }: { lorenzBps: readonly number[] }) {
  const { t } = useTranslation("figures");
  const tenths = lorenzBps.length - 1;
  const points = lorenzBps.map((bps, tenth) => {
    const x = EDGE + (SIDE * tenth) / tenths;
    const y = EDGE + SIDE - (SIDE * bps) / FULL_BPS;
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  const curve = `M${points.join(" L")}`;
  const diagonal = `M${EDGE} ${EDGE + SIDE} L${EDGE + SIDE} ${EDGE}`;
  return (
    <figure className="shrink-0">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true" className="block aspect-square w-full max-w-80">
        <rect x={EDGE} y={EDGE} width={SIDE} height={SIDE} rx="6" fill="var(--page)" stroke="var(--hairline)" />
        <path d={`${curve} L${EDGE} ${EDGE + SIDE} Z`} fill="var(--accent)" opacity="0.14" />
        <path d={diagonal} stroke="var(--line)" strokeWidth="2" strokeDasharray="2 6" strokeLinecap="round" />
        <path
          d={curve}
          fill="none"
          stroke="var(--accent)"
          strokeWidth="3.5"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
        <text x={EDGE + 14} y={EDGE + 24} fontSize="14" fill="var(--ink-soft)">
          {`↑ ${t("spread.axisY")}`}
        </text>
      </svg>
      <figcaption className="mt-2 space-y-1 text-caption text-ink-soft">
        <span className="block">{`→ ${t("spread.axisX")}`}</span>
        <span className="flex items-center gap-2">
          <span aria-hidden="true" className="w-6 border-t-[3px] border-accent" />
          {t("spread.real")}
        </span>
        <span className="flex items-center gap-2">
          <span aria-hidden="true" className="w-6 border-t-2 border-dotted border-line" />
          {t("spread.equal")}
        </span>
      </figcaption>
    </figure>
  );
}
