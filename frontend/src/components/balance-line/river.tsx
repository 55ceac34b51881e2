// SPDX-License-Identifier: EUPL-1.2
import { useId } from "react";
import { BLEED, HEIGHT, RESERVOIR, riverPaths, streamPath } from "./geometry.ts";

type Props = {
  shares: readonly number[];
  width: number;
  /** Where the handle stands, from 0 (now) to 1. */
  place: number;
  /** How full the reservoir is, from 0 to 1. */
  fill: number;
  label: string;
};

/** Pixels above the wall of the reservoir, and above the highest water: room for its name. */
const RIM = 4;
const LABEL_SPACE = 36;

function Reservoir({ width, fill, label }: { width: number; fill: number; label: string }) {
  const clip = useId();
  const left = width - RESERVOIR.width;
  const top = RESERVOIR.bottom - RESERVOIR.height;
  const { width: span, height, bottom } = RESERVOIR;
  const wall = height - RIM - 18;
  const basin = `M${left} ${top + RIM} v${wall} q0 18 18 18 h${span - 36} q18 0 18 -18 v${-wall}`;
  const level = bottom - 2 - fill * (height - LABEL_SPACE);
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
        x={left + span / 2 + 12}
        y={top + LABEL_SPACE - 10}
        textAnchor="middle"
        fontSize="15"
        fontWeight="700"
        fill="var(--fonte-text)"
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
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      aria-hidden="true"
      className="block select-none overflow-visible"
    >
      <clipPath id={past}>
        <rect x={-BLEED} y="0" width={x + BLEED} height={HEIGHT} />
      </clipPath>
      <g className="animate-[flow-in_900ms_ease-out] motion-reduce:animate-none">
        <path d={balance} fill="var(--accent)" opacity="0.28" />
        <path d={melted} fill="var(--fonte)" opacity="0.6" />
        <g clipPath={`url(#${past})`}>
          <path d={balance} fill="var(--accent)" />
          <path d={melted} fill="var(--fonte)" />
        </g>
        {currents.map((current) => (
          <path key={current} d={current} fill="none" stroke="var(--on-accent)" strokeOpacity="0.3" strokeWidth="1.5" />
        ))}
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
