// SPDX-License-Identifier: EUPL-1.2
import type { Language } from "@monnaie-commune/sdk/amounts";
import { REFUSAL_REASONS, SUSPENSION_REASONS } from "@monnaie-commune/sdk/merchants";

/** Why a shop is suspended or was refused; undefined for a code that is on neither list. */
export function reasonName(code: number, language: Language): string | undefined {
  return [...SUSPENSION_REASONS, ...REFUSAL_REASONS].find((reason) => reason.code === code)?.[language];
}
