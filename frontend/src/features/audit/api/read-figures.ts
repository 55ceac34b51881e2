// SPDX-License-Identifier: EUPL-1.2
import { readContract } from "wagmi/actions";
import type { Config } from "wagmi";
import type { useContracts } from "../../../lib/contracts.ts";
import type { Figures, Programme } from "../audit.ts";
import type { HeldRole } from "../../../lib/held-roles.ts";

const ORDINARY = 0;
const MERCHANT = 1;

type Place = { config: Config; chainId: number; blockNumber: bigint; contracts: ReturnType<typeof useContracts> };

async function readProgrammes({ config, contracts: { issuance }, ...at }: Place): Promise<Programme[]> {
  const count = await readContract(config, { ...issuance, ...at, functionName: "programmeCount" });
  const ids = Array.from({ length: Number(count) }, (_, index) => BigInt(index) + 1n);
  return Promise.all(
    ids.map(async (programmeId) => ({
      programmeId,
      ...(await readContract(config, { ...issuance, ...at, functionName: "programmeOf", args: [programmeId] })),
    })),
  );
}

async function countConfirmed({ config, contracts, ...at }: Place, roles: readonly HeldRole[]): Promise<number> {
  const { accessManager } = contracts;
  const pairs = roles.flatMap(({ roleId, holders }) => holders.map((account) => [roleId, account] as const));
  // `getAccess` also knows a grant whose delay still runs, as the events do.
  const since = await Promise.all(
    pairs.map(([roleId, account]) =>
      readContract(config, { ...accessManager, ...at, functionName: "getAccess", args: [roleId, account] }),
    ),
  );
  return since.filter(([grantedAt]) => grantedAt !== 0).length;
}

/** Asks the contracts, all at the same block. */
export async function readFigures(place: Place, roles: readonly HeldRole[]): Promise<Figures> {
  const { config, contracts, ...at } = place;
  const { token, issuance, redemptions } = contracts;
  const [redeemed, waitingForEuros] = await Promise.all([
    readContract(config, { ...redemptions, ...at, functionName: "redeemed" }),
    readContract(config, { ...redemptions, ...at, functionName: "waiting" }),
  ]);
  const [totalSupply, cap, till, programmes, ordinary, merchant, rateCeilingBps, today, isIssuingClosed, confirmed] =
    await Promise.all([
      readContract(config, { ...token, ...at, functionName: "totalSupply" }),
      readContract(config, { ...token, ...at, functionName: "cap" }),
      readContract(config, { ...token, ...at, functionName: "settledBalanceOf", args: [token.address] }),
      readProgrammes(place),
      readContract(config, { ...token, ...at, functionName: "ratesOf", args: [ORDINARY] }),
      readContract(config, { ...token, ...at, functionName: "ratesOf", args: [MERCHANT] }),
      readContract(config, { ...token, ...at, functionName: "rateCeilingBps" }),
      readContract(config, { ...token, ...at, functionName: "today" }),
      readContract(config, { ...issuance, ...at, functionName: "isClosed" }),
      countConfirmed(place, roles),
    ]);
  return {
    totalSupply,
    cap,
    till,
    programmes,
    redeemed,
    waitingForEuros,
    rates: [ordinary, merchant],
    rateCeilingBps,
    today,
    isIssuingClosed,
    confirmedHolders: confirmed,
  };
}
