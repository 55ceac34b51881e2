// SPDX-License-Identifier: EUPL-1.2
import type { Region } from "@monnaie-commune/sdk/regions";

/** Replaces the accent of src/styles/tokens.css by the region's own. */
export function applyRegionColours({ colours }: Region) {
  const { style } = document.documentElement;
  style.setProperty("--accent-light", colours.accentLight);
  style.setProperty("--accent-dark", colours.accentDark);
}
