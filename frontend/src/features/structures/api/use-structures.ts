// SPDX-License-Identifier: EUPL-1.2
import { readLedger } from "@monnaie-commune/sdk/ledger/read";
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { PURPOSES } from "@monnaie-commune/sdk/purposes";
import { structureFigures, type Convention, type StructureFigures } from "@monnaie-commune/sdk/structures/structures";
import { useQuery } from "@tanstack/react-query";
import { useConfig, type Config } from "wagmi";
import { getBlock, getClient, readContract } from "wagmi/actions";
import { useContracts } from "../../../lib/contracts.ts";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

const PAGE = 200n;
const STALE_MS = 60_000;

type Asked = { config: Config; chainId: number; blockNumber: bigint; contracts: ReturnType<typeof useContracts> };

async function readConventions({ config, contracts, ...at }: Asked): Promise<Convention[]> {
  const call = { ...contracts.registry, ...at };
  const count = await readContract(config, { ...call, functionName: "structureCount" });
  const offsets = Array.from({ length: Number((count + PAGE - 1n) / PAGE) }, (_, page) => BigInt(page) * PAGE);
  const pages = await Promise.all(
    offsets.map((offset) => readContract(config, { ...call, functionName: "structures", args: [offset, PAGE] })),
  );
  return pages.flat().map(({ since, until, ...rest }) => ({ ...rest, since: Number(since), until: Number(until) }));
}

async function readSubsidyProgrammes({ config, contracts, ...at }: Asked): Promise<Set<bigint>> {
  const call = { ...contracts.issuance, ...at };
  const count = await readContract(config, { ...call, functionName: "programmeCount" });
  const ids = Array.from({ length: Number(count) }, (_, index) => BigInt(index) + 1n);
  const purposes = await Promise.all(
    ids.map(async (id) => (await readContract(config, { ...call, functionName: "programmeOf", args: [id] })).purpose),
  );
  return new Set(ids.filter((_, index) => PURPOSES[purposes[index] ?? -1] === "subsidy"));
}

/** What every funded structure did with the currency, read from the books at one block. */
export function useStructures() {
  const config = useConfig();
  const { chainId, deployment } = useRuntime();
  const contracts = useContracts();
  const { RegionalToken: token, Issuance, Redemptions } = deployment.contracts;
  return useQuery({
    queryKey: [CHAIN_KEY, "structures"],
    staleTime: STALE_MS,
    queryFn: async ({ signal }): Promise<{ structures: StructureFigures[]; block: number; at: number }> => {
      const client = getClient(config, { chainId });
      if (!client) throw new Error(`No client for chain ${chainId}`);
      const block = await getBlock(config, { chainId });
      const asked = { config, chainId, contracts, blockNumber: block.number };
      const addresses = { token: token.address, issuance: Issuance.address, redemptions: Redemptions.address };
      const range = { fromBlock: token.block, toBlock: Number(block.number), signal };
      const [conventions, subsidies, { entries }] = await Promise.all([
        readConventions(asked),
        readSubsidyProgrammes(asked),
        readLedger(createViemSource(client), addresses, range),
      ]);
      const at = Number(block.timestamp);
      const structures = structureFigures(conventions, entries, (id) => subsidies.has(id), at);
      return { structures, block: Number(block.number), at };
    },
  });
}
