// SPDX-License-Identifier: EUPL-1.2

/** The colour of a part of a drawing, before its name. */
export function Swatch({ colour, isHidden = false }: { colour: string; isHidden?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`mt-1.5 inline-block size-3 shrink-0 rounded-[4px] ${isHidden ? "border border-dashed border-line" : ""}`}
      style={{ background: colour }}
    />
  );
}
