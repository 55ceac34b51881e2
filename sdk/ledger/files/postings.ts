// SPDX-License-Identifier: EUPL-1.2
import { getAddress, zeroAddress, type Hex } from "viem";
import type { JournalContracts } from "../acts.ts";
import type { Entry, Place, Redemption } from "../entries.ts";
import { linesOf, type Journal, type JournalLine } from "../journal.ts";
import type { FecAccountKey } from "./fec-accounts.ts";

/** One side of a posting: an account of the books, and whose part of it. */
export type Side = { account: FecAccountKey; part?: string };

/** Journals of the accounts: new money, payments, what melts, euros. */
export type JournalCode = "EM" | "OP" | "FO" | "EU";

/** An amount that leaves one account for another, in cents; the same on both sides, hence always balanced. */
export type Posting = Place & { journal: JournalCode; label: string; debit: Side; credit: Side; cents: bigint };

/** Says in which account of the books an address keeps its units. */
function sideReader({ RegionalToken, Issuance, Redemptions }: JournalContracts): (address: Hex) => Side {
  const own = new Map<Hex, FecAccountKey>([
    [getAddress(RegionalToken), "till"],
    [getAddress(Issuance), "claims"],
    [getAddress(Redemptions), "exits"],
  ]);
  return (address) => {
    const account = own.get(address);
    return account === undefined ? { account: "holders", part: address } : { account };
  };
}

function unissued(programmeId: bigint | undefined): Side {
  return programmeId === undefined
    ? { account: "unexplained" }
    : { account: "unissued", part: `Programme ${programmeId}` };
}

const STEPS: Record<Redemption["step"], string> = {
  requested: "Demande d'euros",
  cancelled: "Demande annulee",
  refused: "Demande refusee",
  paid: "Euros verses",
  fee: "Frais de sortie",
};

type Booked = Pick<Posting, "journal" | "label" | "debit" | "credit">;

function bookedEntry(entry: Entry, sideOf: (address: Hex) => Side, token: Hex): Booked {
  switch (entry.kind) {
    case "issue": {
      const { story } = entry;
      const label = story === undefined ? "Emission sans lot" : `Emission, lot ${story.runId}-${story.chunkIndex}`;
      return { journal: "EM", label, debit: unissued(story?.programmeId), credit: sideOf(entry.to) };
    }
    case "burn": {
      const label = entry.reason === undefined ? "Destruction" : "Unites non retirees";
      return { journal: "EM", label, debit: sideOf(entry.from), credit: unissued(entry.story?.programmeId) };
    }
    case "claim": {
      const label = `Lettre ${entry.runId}-${entry.claimNumber}`;
      return { journal: "OP", label, debit: sideOf(entry.from), credit: sideOf(entry.to) };
    }
    case "payment":
      return { journal: "OP", label: "Paiement", debit: sideOf(entry.from), credit: sideOf(entry.to) };
    case "fonte":
      return { journal: "FO", label: "Fonte", debit: sideOf(entry.from), credit: sideOf(token) };
    case "collection":
      return { journal: "FO", label: "Fonte reprise", debit: sideOf(entry.from), credit: sideOf(entry.to) };
    case "redemption": {
      const label = `${STEPS[entry.step]}, demande ${entry.requestId}`;
      const credit: Side = entry.to === zeroAddress ? { account: "reserve" } : sideOf(entry.to);
      return { journal: "EU", label, debit: sideOf(entry.from), credit };
    }
  }
}

/** Everything that moved money or euros, as postings between accounts, in order; payments of 0 move none. */
export function* postingsOf(journal: Journal): Generator<Posting, void> {
  const sideOf = sideReader(journal.contracts);
  const token = getAddress(journal.contracts.RegionalToken);
  for (const line of linesOf(journal)) {
    const booked = bookedLine(line, sideOf, token);
    if (booked === undefined || booked.cents === 0n) continue;
    const { day, block, logIndex, tx } = line;
    yield { ...booked, day, block, logIndex, tx };
  }
}

function bookedLine(
  line: JournalLine,
  sideOf: (address: Hex) => Side,
  token: Hex,
): (Booked & { cents: bigint }) | undefined {
  if (line.kind !== "act") return { ...bookedEntry(line, sideOf, token), cents: line.cents };
  if (line.event !== "EurosAttested") return undefined;
  const { programmeId, amount } = line.args;
  const label = `Euros attestes, programme ${programmeId}`;
  return { journal: "EU", label, debit: { account: "reserve" }, credit: unissued(programmeId), cents: amount };
}
