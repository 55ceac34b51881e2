// SPDX-License-Identifier: EUPL-1.2
import { ruleWords } from "@monnaie-commune/sdk/bonus/rule-words";
import type { RuleCode, RuleError, RuleParameters } from "@monnaie-commune/sdk/bonus/rules";
import { formatCount, language, t } from "../lib/messages.ts";
import { errorLine } from "../lib/terminal.ts";

/** Errors that are printed; of a file in a wrong format there may be one for each of its lines. */
const MOST_PRINTED = 200;

/** What is wrong with a file: line, column, value, what to do. */
export function printErrors(file: string, errors: readonly RuleError[]): void {
  for (const error of errors.slice(0, MOST_PRINTED)) {
    const { line, column, shown, code, parameters } = error;
    const place = [
      line === undefined ? file : `${file}:${line}`,
      ...(column === undefined ? [] : [column]),
      ...(shown === "" ? [] : [t("bonus.plan.value", { value: shown })]),
    ];
    errorLine(`${place.join("  ")}\n    ${ruleSentence(code, parameters)}`);
  }
  const left = errors.length - MOST_PRINTED;
  if (left > 0) errorLine(t("bonus.plan.moreErrors", { count: left, shown: formatCount(left) }));
}

/** What is wrong and what to do, in the language of the sentences. */
export function ruleSentence(code: RuleCode, parameters: RuleParameters): string {
  return t(`bonus-rules.${code}`, ruleWords(parameters, language()));
}
