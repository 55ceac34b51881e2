// SPDX-License-Identifier: EUPL-1.2
import type { ListPurpose } from "../purposes.ts";
import { isSiret } from "./check-structure.ts";
import type { RuleError } from "./rules.ts";

/**
 * Whether the payees are those of another purpose. Told once for the whole file: a list of staff in a subsidy programme
 * would otherwise be wrong on each of its lines.
 */
export function otherPurpose(payeeIds: readonly string[], purpose: ListPurpose): RuleError | undefined {
  const named = payeeIds.filter((id) => id !== "");
  if (named.length === 0) return undefined;
  if (purpose === "bonus" && named.every(isSiret)) return refuse("listOfSubsidies");
  const isNumber = (id: string) => /^[0-9 \u00A0\u202F]+$/u.test(id);
  return purpose === "subsidy" && !named.some(isNumber) ? refuse("listOfPeople") : undefined;
}

function refuse(code: RuleError["code"]): RuleError {
  return { line: undefined, column: "payee_id", code, shown: "", parameters: {} };
}
