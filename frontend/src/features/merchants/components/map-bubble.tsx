// SPDX-License-Identifier: EUPL-1.2
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Bubble } from "../region-map.ts";

/** From so many shops on, the bubble says how many. */
const WITH_NUMBER = 2;
/** Kilometres on the whole region's map: what a finger reaches. */
const REACH = 8;

type Props = {
  bubble: Bubble;
  scale: number;
  isChosen: boolean;
  isTabStop: boolean;
  onChoose: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Somebody points at it, or has come to it by the keyboard; or no longer. */
  onPoint: (isPointed: boolean) => void;
};

/** The shops of a commune. */
export function MapBubble({ bubble, scale, isChosen, isTabStop, onChoose, onKeyDown, onPoint }: Props) {
  const { t } = useTranslation("shops");
  const { commune, town, x, y, radius, count } = bubble;
  return (
    <g
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={t("map.bubble", { town, count })}
      data-commune={commune}
      onClick={onChoose}
      onKeyDown={onKeyDown}
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
      onFocus={() => onPoint(true)}
      onBlur={() => onPoint(false)}
      className="group cursor-pointer outline-none"
    >
      <circle cx={x} cy={y} r={Math.max(radius, REACH * scale)} className="fill-transparent" />
      <circle
        cx={x}
        cy={y}
        r={radius}
        strokeWidth={scale}
        className={`stroke-page group-hover:fill-ink ${isChosen ? "fill-ink" : "fill-accent"}`}
      />
      <circle
        cx={x}
        cy={y}
        r={radius + 1.6 * scale}
        fill="none"
        strokeWidth={1.6 * scale}
        className={`pointer-events-none group-focus-visible:stroke-accent ${isChosen ? "stroke-ink" : "stroke-transparent"}`}
      />
      {count >= WITH_NUMBER && (
        <text
          x={x}
          y={y}
          dy="0.35em"
          textAnchor="middle"
          fontSize={radius * 1.15}
          fontWeight="700"
          aria-hidden="true"
          className={`pointer-events-none select-none group-hover:fill-page ${isChosen ? "fill-page" : "fill-on-accent"}`}
        >
          {count}
        </text>
      )}
    </g>
  );
}
