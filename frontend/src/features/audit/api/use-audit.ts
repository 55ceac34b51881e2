// SPDX-License-Identifier: EUPL-1.2
import { CONTRACT_NAMES } from "@monnaie-commune/sdk/deployments";
import { inReportOrder } from "@monnaie-commune/sdk/ledger/checks/check-everything";
import { checkOf, type Check } from "@monnaie-commune/sdk/ledger/checks/check";
import { readAccesses, readBalances, readFigures } from "@monnaie-commune/sdk/ledger/read-figures";
import { isPublishedProgram } from "@monnaie-commune/sdk/runtime-code";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { size, type PublicClient } from "viem";
import { useConfig } from "wagmi";
import { getPublicClient } from "wagmi/actions";
import { askLedger } from "../../../lib/ledger/ask-ledger.ts";
import type { QuestionAnswer, QuestionArgs, QuestionName } from "../../../lib/ledger/questions.ts";
import { useLedger, useLedgerPlace } from "../../../lib/ledger/use-ledger.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { rolesHeld, type Audit } from "../audit.ts";

/** The reading of the register is the longer part of the way; the rest is asking about every account. */
const READING_SHARE = 0.6;

async function ask<Name extends QuestionName>(name: Name, args: QuestionArgs<Name>, block: number) {
  return (await askLedger("answer", { name, args, block })) as QuestionAnswer<Name>;
}

/** Whether the code of each contract is the published one: its bytes, all of them or none. */
async function checkCodes(
  client: PublicClient,
  { contracts }: ReturnType<typeof useRuntime>["deployment"],
  block: number,
): Promise<Check[]> {
  const checks = CONTRACT_NAMES.map(async (name): Promise<Check[]> => {
    const { address, code: published } = contracts[name];
    if (published === undefined) return [];
    const code = (await client.getCode({ address, blockNumber: BigInt(block) })) ?? "0x";
    const isOurs = isPublishedProgram(code, published);
    const bytes = BigInt(Math.max(size(code), 1));
    return [checkOf("codeAgrees", bytes, isOurs ? bytes : 0n, { contract: name })];
  });
  return (await Promise.all(checks)).flat();
}

/**
 * Reads the journal up to a block in the worker, asks the contracts about everything it names at that block, and compares
 * the two in the worker. `progress` goes from 0 to 1. A block before the last asks for a node that keeps old states.
 */
export function useAudit(block: number | undefined) {
  const config = useConfig();
  const { chainId, deployment } = useRuntime();
  const place = useLedgerPlace();
  const { progress: reading } = useLedger();
  const [asked, setAsked] = useState(0);

  const audit = async (): Promise<Audit> => {
    const client = getPublicClient(config, { chainId });
    if (!client) throw new Error(`No client for chain ${chainId}`);
    setAsked(0);
    const { toBlock } = await askLedger("readOn", place);
    const at = block ?? toBlock;
    const { RegionalToken, AccessManager } = place.contracts;
    const facts = await ask("auditFacts", undefined, at);
    const [figures, balances, accesses, codes] = await Promise.all([
      readFigures(client, place.contracts, at),
      readBalances(client, RegionalToken, facts.accounts, {
        block: at,
        onProgress: (done, all) => setAsked(done / all),
      }),
      readAccesses(client, AccessManager, facts.periods, at),
      checkCodes(client, deployment, at),
    ]);
    const { checks, sums } = await ask("auditChecks", { figures, balances, accesses }, at);
    return {
      block: at,
      at: facts.at,
      lines: facts.lines,
      accounts: facts.accounts.length,
      sums,
      figures,
      roles: rolesHeld(facts.periods),
      checks: inReportOrder([...checks, ...codes]),
    };
  };

  const query = useQuery({
    queryKey: ["audit", chainId, block ?? "last"],
    queryFn: audit,
    refetchOnWindowFocus: false,
  });
  return { ...query, progress: READING_SHARE * reading + (1 - READING_SHARE) * asked };
}
