// SPDX-License-Identifier: EUPL-1.2
import { qrPath } from "@monnaie-commune/sdk/qr-path";

type Props = { text: string; label: string; medium?: "paper" | "screen" };

/** A QR code, black on white in every theme, so that any camera reads it; for paper unless it is said otherwise. */
export function QrCode({ text, label, medium = "paper" }: Props) {
  const { path, size } = qrPath(text, medium);
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="w-full rounded-card"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
