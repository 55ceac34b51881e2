// SPDX-License-Identifier: EUPL-1.2
import type { ListPurpose } from "../purposes.ts";
import { isSiret } from "./check-structure.ts";
import type { RuleCode, RuleError } from "./rules.ts";

const NUMBER = /^[0-9 \u00A0\u202F]+$/u;

/**
 * Finds out whether the payees are those of another purpose. Told once for the whole file: a list of staff in a subsidy
 * programme would otherwise be wrong on each of its lines.
 */
export function purposeWatch(purpose: ListPurpose): { see(payeeId: string): void; error(): RuleError | undefined } {
  let named = 0;
  let sirets = 0;
  let numbers = 0;
  return {
    see(payeeId) {
      if (payeeId === "") return;
      named++;
      if (isSiret(payeeId)) sirets++;
      if (NUMBER.test(payeeId)) numbers++;
    },
    error() {
      if (named === 0) return undefined;
      if (purpose === "bonus" && sirets === named) return refuse("listOfSubsidies");
      return purpose === "subsidy" && numbers === 0 ? refuse("listOfPeople") : undefined;
    },
  };
}

function refuse(code: RuleCode): RuleError {
  return { line: undefined, column: "payee_id", code, shown: "", parameters: {} };
}
