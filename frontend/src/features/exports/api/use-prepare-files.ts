// SPDX-License-Identifier: EUPL-1.2
import type { Pick } from "@monnaie-commune/sdk/ledger/files/pick";
import { useMutation } from "@tanstack/react-query";
import { useLanguage } from "../../../i18n/use-language.ts";
import { askLedger } from "../../../lib/ledger/ask-ledger.ts";
import { useLedger, useLedgerPlace } from "../../../lib/ledger/use-ledger.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { FilesWanted, ReadyFiles } from "./answer-files.ts";

/** Has the files of a pick made, up to the last block that was read. */
export function usePrepareFiles() {
  const { toBlock } = useLedger();
  const { fromBlock } = useLedgerPlace();
  const { chainId, deployment, symbol } = useRuntime();
  const language = useLanguage();
  return useMutation({
    mutationFn: async ({ pick, siren }: { pick: Pick; siren: string }): Promise<ReadyFiles> => {
      const origin = { chainId, genesisHash: deployment.genesisHash, fromBlock };
      const args: FilesWanted = { pick, language, symbol, origin, ...(siren !== "" && { siren }) };
      return (await askLedger("answer", { name: "files", args, block: toBlock ?? 0 })) as ReadyFiles;
    },
  });
}
