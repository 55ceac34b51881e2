// SPDX-License-Identifier: EUPL-1.2
import type { Language } from "@monnaie-commune/sdk/amounts";
import { formatEther } from "viem";

const LOCALES = { fr: "fr-FR", en: "en-GB" } as const;

/** Wei in whole coins of the network with six decimals: what fees are paid in. */
export function formatNetworkCoin(wei: bigint, language: Language): string {
  const whole = formatEther(wei) as `${number}`;
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 6 }).format(whole);
}
