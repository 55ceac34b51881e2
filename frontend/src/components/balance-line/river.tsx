// SPDX-License-Identifier: EUPL-1.2
import { useId } from "react";
import { HEIGHT, RESERVOIR, riverPaths, streamPath } from "./geometry.ts";

type Props = {
  shares: readonly number[];
  width: number;
  /** Where the handle stands, from 0 (now) to 1. */
  place: number;
  /** How full the reservoir is, from 0 to 1. */
  fill: number;
  label: string;
};

function Reservoir({ width, fill, label }: { width: number; fill: number; label: string }) {
  const clip = useId();
  const left = width - RESERVOIR.width;
  const top = RESERVOIR.bottom - RESERVOIR.height;
  const basin = `M${left + 8} ${top + 22} v${RESERVOIR.height - 40} q0 18 18 18 h${RESERVOIR.width - 36} q18 0 18 -18 v${-(RESERVOIR.height - 40)}`;
  const level = RESERVOIR.bottom - 2 - fill * (RESERVOIR.height - 30);
  return (
    <g>
      <clipPath id={clip}>
        <path d={`${basin} Z`} />
      </clipPath>
      <path d={`${basin} Z`} fill="var(--fonte-wash)" />
      <g clipPath={`url(#${clip})`}>
        <path
          d={`M${left} ${level} q16 -5 33 0 t33 0 t33 0 t33 0 t33 0 V${HEIGHT} H${left} Z`}
          fill="var(--fonte)"
          className="transition-transform"
        />
      </g>
      <path d={basin} fill="none" stroke="var(--line)" strokeWidth="2.5" strokeLinecap="round" />
      <text
        x={left + RESERVOIR.width / 2}
        y={RESERVOIR.bottom - 16}
        textAnchor="middle"
        fontSize="15"
        fontWeight="700"
        fill={fill > 0.35 ? "var(--on-fonte)" : "var(--fonte-text)"}
      >
        {label}
      </text>
    </g>
  );
}

/** The drawing alone; what it says is told by the slider, the sentence and the table beside it. */
export function River({ shares, width, place, fill, label }: Props) {
  const past = useId();
  const { balance, melted, currents } = riverPaths(shares, width);
  const x = place * width;
  const layers = (
    <>
      <path d={balance} fill="var(--accent)" />
      <path d={melted} fill="var(--fonte)" />
      {currents.map((current) => (
        <path key={current} d={current} fill="none" stroke="var(--on-accent)" strokeOpacity="0.28" strokeWidth="1.5" />
      ))}
    </>
  );
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      aria-hidden="true"
      className="block max-w-full select-none overflow-visible"
    >
      <clipPath id={past}>
        <rect x="0" y="0" width={Math.max(x, 0.01)} height={HEIGHT} />
      </clipPath>
      <g className="animate-[flow-in_900ms_ease-out] motion-reduce:animate-none">
        <g opacity="0.32">{layers}</g>
        <g clipPath={`url(#${past})`}>{layers}</g>
      </g>
      {fill > 0 && (
        <path
          d={streamPath(place, width)}
          fill="none"
          stroke="var(--fonte)"
          strokeWidth={2 + fill * 5}
          strokeLinecap="round"
        />
      )}
      <Reservoir width={width} fill={fill} label={label} />
    </svg>
  );
}
