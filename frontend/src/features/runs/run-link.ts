// SPDX-License-Identifier: EUPL-1.2

/** What a link to the page opens: a run on the chain, a plan on this device, or a new one; the list when all are left out. */
export type RunLink = { versement?: string; plan?: string; nouveau?: string };

export function readRunLink({ versement, plan, nouveau }: Record<string, unknown>): RunLink {
  if (typeof versement === "string" && /^[1-9]\d{0,8}$/.test(versement)) return { versement };
  if (typeof plan === "string" && /^0x[0-9a-f]{64}$/.test(plan)) return { plan };
  return nouveau === undefined ? {} : { nouveau: "1" };
}
