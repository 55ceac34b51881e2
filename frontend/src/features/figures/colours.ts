// SPDX-License-Identifier: EUPL-1.2
// The colours of drawings, from the tokens. Safran is for what melts and what feeds commons: nothing else has it.

const tint = (percent: number) => `color-mix(in oklab, var(--accent) ${percent}%, var(--surface))`;

export const COLOURS = {
  main: "var(--accent)",
  strong: "var(--ink)",
  light: tint(58),
  pale: tint(32),
  quiet: "var(--line)",
  fonte: "var(--fonte)",
  commons: "color-mix(in oklab, var(--fonte) 55%, var(--ink))",
  hidden: "var(--stone)",
} as const;
