// SPDX-License-Identifier: EUPL-1.2
import type { AuditResult } from "./run-audit.ts";

const VERSION = 1;

/** The report for programs: nothing in it depends on who made it, or when. Amounts are cents, as strings. */
export function reportJson({
  node,
  name,
  symbol,
  journal,
  fromBlock,
  at,
  accounts,
  periods,
  code,
  checks,
}: AuditResult): string {
  const report = {
    version: VERSION,
    chainId: node.chainId,
    genesisHash: node.genesisHash,
    name,
    symbol,
    contracts: journal.contracts,
    fromBlock,
    block: journal.toBlock,
    at: new Date(at * 1_000).toISOString(),
    entries: journal.entries.length,
    acts: journal.acts.length,
    accounts,
    holds: checks.every(({ holds }) => holds),
    checks,
    roles: periods,
    code: code.map(({ name: contract, address, examination }) => ({ contract, address, ...examination })),
  };
  const text = JSON.stringify(report, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value), 2);
  return `${text}\n`;
}
