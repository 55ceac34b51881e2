// SPDX-License-Identifier: EUPL-1.2
import type { FundedStructure } from "@monnaie-commune/sdk/bonus/check-structure";
import { readContract } from "wagmi/actions";
import type { Asked } from "./read-runs.ts";

const PAGE = 200;

/** Every structure the council ever funded, as the registry has it now. */
export async function readStructures({ config, chainId, contracts }: Asked): Promise<FundedStructure[]> {
  const registry = { ...contracts.registry, chainId };
  const count = Number(await readContract(config, { ...registry, functionName: "structureCount" }));
  const offsets = Array.from({ length: Math.ceil(count / PAGE) }, (_, page) => page * PAGE);
  const pages = await Promise.all(
    offsets.map((offset) =>
      readContract(config, { ...registry, functionName: "structures", args: [BigInt(offset), BigInt(PAGE)] }),
    ),
  );
  return pages.flat().map(({ account, acceptedShareBps, since, until }) => {
    return { account, acceptedShareBps, since: Number(since), until: Number(until) };
  });
}
