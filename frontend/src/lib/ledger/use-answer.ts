// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { askLedger } from "./ask-ledger.ts";
import type { QuestionAnswer, QuestionArgs, QuestionName } from "./questions.ts";
import { useLedgerHead } from "./use-ledger.ts";

/** Answers of blocks that have passed are of no use to anybody. */
const REMEMBERED_MS = 10_000;

/** Amounts are bigints, which JSON does not know. */
function keyText(key: readonly unknown[]): string {
  return JSON.stringify(key, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
}

type Options = {
  /** The block after which the ledger is asked; the last one that was read when left out. */
  block?: number | undefined;
  enabled?: boolean;
};

/**
 * The ledger's answer to a question: asked again when there is a new block, the answer before it kept meanwhile
 * (`isPlaceholderData`).
 */
export function useAnswer<Name extends QuestionName>(
  name: Name,
  args: QuestionArgs<Name>,
  { block, enabled = true }: Options = {},
) {
  const { data: head } = useLedgerHead();
  const at = block ?? head?.toBlock;
  return useQuery({
    // The hash of the last block tells a chain that was put in the place of another.
    queryKey: ["answer", name, args, at, head?.hash],
    queryKeyHashFn: keyText,
    enabled: enabled && head !== undefined,
    staleTime: Infinity,
    gcTime: REMEMBERED_MS,
    placeholderData: keepPreviousData,
    // The worker answers from what it has read: no network is needed.
    networkMode: "always",
    queryFn: async (): Promise<QuestionAnswer<Name>> =>
      (await askLedger("answer", { name, args, block: at ?? 0 })) as QuestionAnswer<Name>,
  });
}
