// SPDX-License-Identifier: EUPL-1.2
import { formatAmount, type Language } from "@monnaie-commune/sdk/amounts";
import type { Fate, ReportLine } from "@monnaie-commune/sdk/bonus/fates";

/** Lines of one fate (or of all) that hold every word: in the pseudonym, wallet, budget line, transaction or amount. */
export function findLines(
  lines: readonly ReportLine[],
  fate: Fate | "all",
  text: string,
  language: Language,
): readonly ReportLine[] {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  if (fate === "all" && words.length === 0) return lines;
  return lines.filter((line) => {
    if (fate !== "all" && line.fate !== fate) return false;
    if (words.length === 0) return true;
    const { payeeId, wallet, budgetLine, tx, cents, eurosCents } = line;
    const amounts = [cents, eurosCents].map((amount) =>
      formatAmount(BigInt(amount), language).replaceAll("\u202F", ""),
    );
    const whole = [line.line, payeeId, wallet, budgetLine, tx, ...amounts].join(" ").toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}
