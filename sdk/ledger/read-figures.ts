// SPDX-License-Identifier: EUPL-1.2
// What the contracts say at one block, for the checks: everything is asked at the same block, so that it fits the journal.
import type { Hex, PublicClient } from "viem";
import { AccessManagerAbi, IssuanceAbi, RedemptionsAbi, RegionalTokenAbi } from "../generated/abis.ts";
import type { JournalContracts } from "./acts.ts";
import type { ChainFigures } from "./checks/check-books.ts";
import type { ChainBalance } from "./checks/check-decay.ts";
import type { ProgrammeFigures } from "./checks/check-limits.ts";
import type { RateFigures } from "./checks/check-rates.ts";
import type { Access } from "./checks/check-roles.ts";
import type { RolePeriod } from "./role-periods.ts";

/** What of a viem client reading contracts takes. */
export type Reader = Pick<PublicClient, "readContract" | "multicall">;

/** A programme as Issuance keeps it; amounts in cents, times in Unix seconds. */
export type ProgrammeTold = ProgrammeFigures & {
  purpose: number;
  opensAt: bigint;
  closesAt: bigint;
  decisionHash: Hex;
};

/** Everything the contracts say of themselves; `today` is the UTC day they count. */
export type ToldFigures = Omit<ChainFigures, "programmes"> &
  RateFigures & { programmes: readonly ProgrammeTold[]; today: number; isIssuingClosed: boolean };

/** Accounts asked for in one call: what fits the code a node takes for a contract's creation. */
const ACCOUNTS_PER_CALL = 64;
const CALLS_TOGETHER = 4;
/** Bytes of one such question, which viem counts its calls by. */
const BYTES_PER_ACCOUNT = 2 * 36;

export async function readFigures(reader: Reader, contracts: JournalContracts, block: number): Promise<ToldFigures> {
  const at = { blockNumber: BigInt(block) };
  const token = { ...at, abi: RegionalTokenAbi, address: contracts.RegionalToken } as const;
  const issuance = { ...at, abi: IssuanceAbi, address: contracts.Issuance } as const;
  const redemptions = { ...at, abi: RedemptionsAbi, address: contracts.Redemptions } as const;
  const [totalSupply, cap, till, ordinary, merchant, rateCeilingBps, today] = await Promise.all([
    reader.readContract({ ...token, functionName: "totalSupply" }),
    reader.readContract({ ...token, functionName: "cap" }),
    reader.readContract({ ...token, functionName: "settledBalanceOf", args: [contracts.RegionalToken] }),
    reader.readContract({ ...token, functionName: "ratesOf", args: [0] }),
    reader.readContract({ ...token, functionName: "ratesOf", args: [1] }),
    reader.readContract({ ...token, functionName: "rateCeilingBps" }),
    reader.readContract({ ...token, functionName: "today" }),
  ]);
  const [redeemed, waitingForEuros, isIssuingClosed, count] = await Promise.all([
    reader.readContract({ ...redemptions, functionName: "redeemed" }),
    reader.readContract({ ...redemptions, functionName: "waiting" }),
    reader.readContract({ ...issuance, functionName: "isClosed" }),
    reader.readContract({ ...issuance, functionName: "programmeCount" }),
  ]);
  const ids = Array.from({ length: Number(count) }, (_, index) => BigInt(index) + 1n);
  const programmes = await Promise.all(
    ids.map(async (programmeId) => {
      const told = await reader.readContract({ ...issuance, functionName: "programmeOf", args: [programmeId] });
      return { programmeId, ...told };
    }),
  );
  const rates = [ordinary, merchant];
  return {
    totalSupply,
    cap,
    till,
    rates,
    rateCeilingBps,
    today,
    redeemed,
    waitingForEuros,
    isIssuingClosed,
    programmes,
  };
}

type BalancesAt = { token: Hex; block: number };

const questionsOf = (token: Hex, account: Hex) =>
  (["settledBalanceOf", "balanceOf"] as const).map(
    (functionName) => ({ abi: RegionalTokenAbi, address: token, functionName, args: [account] }) as const,
  );

/** The two balances of some accounts, one after the other. */
async function balancesOf(reader: Reader, accounts: readonly Hex[], { token, block }: BalancesAt): Promise<bigint[]> {
  const contracts = accounts.flatMap((account) => questionsOf(token, account));
  const blockNumber = BigInt(block);
  try {
    const batchSize = ACCOUNTS_PER_CALL * BYTES_PER_ACCOUNT;
    return await reader.multicall({ deployless: true, allowFailure: false, batchSize, blockNumber, contracts });
  } catch {
    // Not every node runs code that comes with the question.
    return await Promise.all(contracts.map((question) => reader.readContract({ ...question, blockNumber })));
  }
}

/** Settled and live balances of accounts, many in each call: no contract is needed for that, nor anything sent. */
export async function readBalances(
  reader: Reader,
  token: Hex,
  accounts: readonly Hex[],
  { block, onProgress }: { block: number; onProgress?: (done: number, all: number) => void },
): Promise<Map<Hex, ChainBalance>> {
  const balances = new Map<Hex, ChainBalance>();
  const step = ACCOUNTS_PER_CALL * CALLS_TOGETHER;
  for (let start = 0; start < accounts.length; start += step) {
    const some = accounts.slice(start, start + step);
    const calls = Array.from({ length: CALLS_TOGETHER }, (_, i) => i * ACCOUNTS_PER_CALL);
    const parts = calls.map((at) => some.slice(at, at + ACCOUNTS_PER_CALL)).filter(({ length }) => length > 0);
    const answers = (await Promise.all(parts.map((part) => balancesOf(reader, part, { token, block })))).flat();
    for (const [i, account] of some.entries()) {
      balances.set(account, { settled: answers[2 * i] as bigint, live: answers[2 * i + 1] as bigint });
    }
    onProgress?.(balances.size, accounts.length);
  }
  return balances;
}

/** What the manager says of everybody who ever held a role. */
export async function readAccesses(
  reader: Reader,
  manager: Hex,
  periods: readonly RolePeriod[],
  block: number,
): Promise<Access[]> {
  const pairs = new Map(periods.map(({ roleId, account }) => [`${roleId} ${account}`, { roleId, account }]));
  return await Promise.all(
    [...pairs.values()].map(async ({ roleId, account }) => {
      const [since] = await reader.readContract({
        abi: AccessManagerAbi,
        address: manager,
        functionName: "getAccess",
        args: [roleId, account],
        blockNumber: BigInt(block),
      });
      return { roleId, account, since };
    }),
  );
}
