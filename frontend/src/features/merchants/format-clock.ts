// SPDX-License-Identifier: EUPL-1.2
import type { Language } from "@monnaie-commune/sdk/amounts";

const NO_BREAK_SPACE = "\u00A0";

/** Minutes of a day as people write a time: "9 h", "18 h 30"; "9:00", "18:30" in English. */
export function formatClock(minutes: number, language: Language): string {
  const [hour, minute] = [Math.floor(minutes / 60), String(minutes % 60).padStart(2, "0")];
  if (language === "en") return `${hour}:${minute}`;
  return [hour, "h", ...(minute === "00" ? [] : [minute])].join(NO_BREAK_SPACE);
}
