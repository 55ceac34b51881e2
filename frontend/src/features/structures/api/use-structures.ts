// SPDX-License-Identifier: EUPL-1.2
import { useAnswer } from "../../../lib/ledger/use-answer.ts";
import { useLedger } from "../../../lib/ledger/use-ledger.ts";

/** What every funded structure did with the currency, from the journal up to `block`. */
export function useStructures() {
  const { toBlock: block, error, refresh } = useLedger();
  const answer = useAnswer("structures", undefined);
  return { structures: answer.data, block, error: error ?? answer.error, refresh };
}
