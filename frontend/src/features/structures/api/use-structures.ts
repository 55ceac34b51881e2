// SPDX-License-Identifier: EUPL-1.2
import { useAnswer } from "../../../lib/ledger/use-answer.ts";
import { useLedger } from "../../../lib/ledger/use-ledger.ts";

/** What every funded structure did with the currency, from the journal up to `block`. */
export function useStructures() {
  const { toBlock: block } = useLedger();
  const { data: structures, error, refetch } = useAnswer("structures", undefined);
  return { structures, block, error, refetch };
}
