// SPDX-License-Identifier: EUPL-1.2
import { MOST_CELL_CHARACTERS, type RuleCode, type RuleParameters } from "./rules.ts";
import { BIDI, CONTROL, INVISIBLE, safeText } from "./safe-text.ts";

/** What is wrong with a cell, before it is known on which line it stands. */
export type CellProblem = { code: RuleCode; parameters?: RuleParameters };

const FORMULA = /^[=+@\t\r-]/u;
const OUTER_SPACES = /^\s|\s$/u;

/**
 * What no cell may hold, whatever its column. Amounts are read with their spaces and their sign, which have sentences of
 * their own.
 */
export function checkCell(value: string, isAmount: boolean): CellProblem | undefined {
  if (value.length > MOST_CELL_CHARACTERS) {
    return { code: "cellTooLong", parameters: { length: value.length, most: MOST_CELL_CHARACTERS } };
  }
  const direction = BIDI.exec(value);
  if (direction !== null) return { code: "cellBidi", parameters: { character: safeText(direction[0]) } };
  const invisible = INVISIBLE.exec(value);
  if (invisible !== null) return { code: "cellInvisible", parameters: { character: safeText(invisible[0]) } };
  if (/[\r\n]/u.test(value)) return { code: "cellLineBreak" };
  const control = CONTROL.exec(value);
  if (control !== null) return { code: "cellControl", parameters: { character: safeText(control[0]) } };
  if (isAmount) return undefined;
  if (OUTER_SPACES.test(value)) return { code: "cellOuterSpaces" };
  return FORMULA.test(value) ? { code: "cellFormula", parameters: { character: value.slice(0, 1) } } : undefined;
}
