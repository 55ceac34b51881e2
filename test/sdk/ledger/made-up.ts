// SPDX-License-Identifier: EUPL-1.2
import { IssuanceAbi, RedemptionsAbi, RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import type { JournalContracts } from "@monnaie-commune/sdk/ledger/acts";
import type { ChainLog, LogFilter, LogSource, UndatedLog } from "@monnaie-commune/sdk/ledger/source";
import { getAddress, id, Interface, toBeHex, ZeroAddress } from "ethers";
import type { Hex } from "viem";

export const account = (n: number) => getAddress(toBeHex(n, 20)) as Hex;
export const NOBODY = ZeroAddress as Hex;
export const contracts = { token: account(0x70_00), issuance: account(0x15_50), redemptions: account(0x4e_d0) };

/** All of a region's contracts, as the journal is read of. */
export const REGION: JournalContracts = {
  AccessManager: account(0xac_ce),
  RegionalToken: contracts.token,
  MerchantRegistry: account(0x5e_90),
  Issuance: contracts.issuance,
  Redemptions: contracts.redemptions,
};

const token = new Interface(RegionalTokenAbi);
const issuance = new Interface(IssuanceAbi);
const redemptions = new Interface(RedemptionsAbi);

/** Where a made-up log stands. One block a day from day 1,000 on, unless said otherwise. */
export type At = { block: number; logIndex?: number; tx?: string; day?: number };

function log(address: Hex, encoded: { topics: (string | null | string[])[]; data: string }, at: At): ChainLog {
  return {
    address: address.toLowerCase() as Hex,
    topics: encoded.topics as Hex[],
    data: encoded.data as Hex,
    block: at.block,
    logIndex: at.logIndex ?? 0,
    tx: id(at.tx ?? `${at.block}`) as Hex,
    day: at.day ?? 1_000 + at.block,
  };
}

export function transfer(from: Hex, to: Hex, cents: bigint, at: At): ChainLog {
  return log(contracts.token, token.encodeEventLog("Transfer", [from, to, cents]), at);
}

/** What the token says before the transfer of a payment that was signed for. */
export function authorisationUsed(payer: Hex, nonce: Hex, at: At): ChainLog {
  return log(contracts.token, token.encodeEventLog("AuthorizationUsed", [payer, nonce]), at);
}

export function chunkPaid(runId: bigint, programmeId: bigint, chunkIndex: bigint, at: At): ChainLog {
  const args = [runId, programmeId, id("decision"), chunkIndex, 1n, 1n, account(3), account(5)];
  return log(contracts.issuance, issuance.encodeEventLog("ChunkPaid", args), at);
}

/** A sheet of 128 claims at most that was opened; its claims are numbered from 128 times its number on. */
export function claimsOpened(runId: bigint, programmeId: bigint, chunkIndex: bigint, at: At): ChainLog {
  const args = [
    runId,
    programmeId,
    id("decision"),
    chunkIndex,
    id("root"),
    3n,
    1n,
    2_000_000_000n,
    account(3),
    account(5),
  ];
  return log(contracts.issuance, issuance.encodeEventLog("ClaimsOpened", args), at);
}

export function claimed(runId: bigint, claimNumber: bigint, at: At): ChainLog {
  return log(contracts.issuance, issuance.encodeEventLog("Claimed", [runId, claimNumber]), at);
}

export function claimCancelled(runId: bigint, claimNumber: bigint, cents: bigint, at: At): ChainLog {
  const args = [runId, claimNumber, account(3), cents];
  return log(contracts.issuance, issuance.encodeEventLog("ClaimCancelled", args), at);
}

export function claimsClosed(runId: bigint, chunkIndex: bigint, cents: bigint, at: At): ChainLog {
  return log(contracts.issuance, issuance.encodeEventLog("ClaimsClosed", [runId, chunkIndex, account(9), cents]), at);
}

/** What Redemptions tells, right after the transfers it is about. */
export function redemptionRequested(requestId: bigint, shop: Hex, cents: bigint, fee: bigint, at: At): ChainLog {
  const args = [requestId, shop, cents, fee];
  return log(contracts.redemptions, redemptions.encodeEventLog("RedemptionRequested", args), at);
}

export function redemptionCancelled(requestId: bigint, shop: Hex, cents: bigint, at: At): ChainLog {
  return log(contracts.redemptions, redemptions.encodeEventLog("RedemptionCancelled", [requestId, shop, cents]), at);
}

export function redemptionRefused(requestId: bigint, shop: Hex, reason: number, cents: bigint, at: At): ChainLog {
  const args = [requestId, shop, account(4), reason, cents];
  return log(contracts.redemptions, redemptions.encodeEventLog("RedemptionRefused", args), at);
}

export function redemptionPaid(requestId: bigint, shop: Hex, cents: bigint, fee: bigint, at: At): ChainLog {
  const args = [requestId, shop, id(`transfer ${requestId}`), account(4), cents, fee];
  return log(contracts.redemptions, redemptions.encodeEventLog("RedemptionPaid", args), at);
}

/** A chain made of some logs, where a range of more than `longestRange` blocks or `mostLogs` logs is refused. */
export function madeUpSource(
  logs: readonly ChainLog[],
  {
    longestRange = Infinity,
    mostLogs = Infinity,
    withTimestamps = false,
    genesis = "genesis",
    latest = 0,
    /** From this block on the chain has others. */
    fork = Infinity,
  } = {},
): LogSource & { ranges: [number, number][]; refusals: number; timestampsAsked: number[] } {
  const matches = ({ addresses, topics }: LogFilter, { address, topics: own }: ChainLog) =>
    addresses.some((one) => one.toLowerCase() === address) &&
    topics.every((choices, i) => choices === null || choices.includes(own[i] ?? "0x"));
  const dayOfBlock = (block: number) => logs.find((one) => one.block === block)?.day ?? 1_000 + block;
  const source = {
    ranges: [] as [number, number][],
    refusals: 0,
    timestampsAsked: [] as number[],
    getLogs(fromBlock: number, toBlock: number, filter: LogFilter): Promise<UndatedLog[]> {
      source.ranges.push([fromBlock, toBlock]);
      const found = logs.filter((one) => one.block >= fromBlock && one.block <= toBlock && matches(filter, one));
      if (toBlock - fromBlock + 1 > longestRange || found.length > mostLogs) {
        source.refusals++;
        return Promise.reject(new Error("query returned more than 10000 results"));
      }
      return Promise.resolve(
        found.map(({ day, ...rest }) => (withTimestamps ? { ...rest, timestamp: day * 86_400 + 5 } : rest)),
      );
    },
    latestBlock: () => Promise.resolve(latest),
    timestampOf(block: number) {
      source.timestampsAsked.push(block);
      return Promise.resolve(dayOfBlock(block) * 86_400 + 86_399);
    },
    hashOf: (block: number) =>
      Promise.resolve(block > latest ? undefined : (id(`${genesis} ${block} ${block >= fork}`) as Hex)),
  };
  return source;
}
