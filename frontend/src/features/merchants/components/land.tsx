// SPDX-License-Identifier: EUPL-1.2
import type { Places } from "@monnaie-commune/sdk/places";
import { useId } from "react";
import { smoothPath } from "../region-map.ts";

type Props = {
  places: Places;
  /** Kilometres in the view for each that the whole region has: lines and letters keep their size on the screen. */
  scale: number;
  chosen: string | undefined;
  nameOf: (department: string) => string;
  onDepartment?: (department: string) => void;
};

/** The departments and the river through them; the chosen one with its name. Choosing one by a press is a convenience: the filters say the same. */
export function Land({ places: { departments, rivers }, scale, chosen, nameOf, onDepartment }: Props) {
  const clip = useId();
  return (
    <g aria-hidden="true">
      <clipPath id={clip}>
        {departments.map(({ code, path }) => (
          <path key={code} d={path} />
        ))}
      </clipPath>
      {departments.map(({ code, path }) => {
        const fill =
          code === chosen ? "fill-accent-wash" : chosen === undefined ? "fill-stone" : "fill-stone opacity-50";
        return (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- hidden from the keyboard: the list of places is its twin
          <path
            key={code}
            d={path}
            onClick={onDepartment && (() => onDepartment(code))}
            strokeWidth={1.2 * scale}
            strokeLinejoin="round"
            className={`stroke-page ${fill} ${onDepartment ? "cursor-pointer hover:fill-accent-wash" : ""}`}
          />
        );
      })}
      <g clipPath={`url(#${clip})`} fill="none" strokeLinecap="round" className="pointer-events-none stroke-accent">
        {rivers.map(({ name, points }) => (
          <path key={name} d={smoothPath(points)} strokeWidth={2.4 * scale} className="opacity-35" />
        ))}
      </g>
      {departments
        .filter(({ code }) => code === chosen)
        .map(({ code, label: [x, y] }) => (
          <text
            key={code}
            x={x}
            y={y}
            textAnchor="middle"
            fontSize={8 * scale}
            className="pointer-events-none fill-ink-soft tracking-wide uppercase select-none"
          >
            {nameOf(code)}
          </text>
        ))}
    </g>
  );
}
