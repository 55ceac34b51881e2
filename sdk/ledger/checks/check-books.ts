// SPDX-License-Identifier: EUPL-1.2
import type { Books } from "../books.ts";
import type { Issue } from "../entries.ts";
import { checkOf, type Check, type Culprit } from "./check.ts";

/** What the contracts say at one block, in cents. */
export type ChainFigures = {
  totalSupply: bigint;
  cap: bigint;
  /** Balance of the token's own account. */
  till: bigint;
  programmes: readonly { programmeId: bigint; issued: bigint; attested: bigint }[];
  /** What Redemptions says was destroyed for euros, and waits for them. */
  redeemed: bigint;
  waitingForEuros: bigint;
};

/** Holds the euros that must be there against what circulates: the difference is what is attested and not issued yet. */
function checkReserve({ totalSupply, programmes, redeemed }: ChainFigures): Check[] {
  const sum = (cents: readonly bigint[]) => cents.reduce((total, part) => total + part, 0n);
  const attested = sum(programmes.map((programme) => programme.attested));
  const reserve = attested - redeemed;
  const unissued = attested - sum(programmes.map((programme) => programme.issued));
  return [
    checkOf("reserveCovers", totalSupply, reserve),
    checkOf("reserveBeyondIsUnissued", unissued, reserve - totalSupply),
  ];
}

function culpritOf({ block, logIndex, tx, to }: Issue): Culprit {
  return { block, logIndex, tx, account: to };
}

/** Holds the books against the chain, at the same block: everything has to agree to the cent. */
export function checkBooks(books: Books, chain: ChainFigures): Check[] {
  let sum = 0n;
  let lowest = 0n;
  for (const balance of books.balances.values()) {
    sum += balance;
    if (balance < lowest) lowest = balance;
  }
  const unexplained = books.firstUnexplained && culpritOf(books.firstUnexplained);
  const programmeIds = new Set([
    ...chain.programmes.map(({ programmeId }) => programmeId),
    ...books.issuedByProgramme.keys(),
  ]);
  return [
    checkOf("balancesMakeSupply", chain.totalSupply, sum),
    checkOf("issuedLessBurnedIsSupply", chain.totalSupply, books.issued - books.burned),
    checkOf("supplyWithinCap", chain.cap, chain.totalSupply),
    checkOf("noAccountBelowZero", 0n, lowest),
    checkOf("tillAgrees", chain.till, books.till),
    checkOf("everyIssueExplained", 0n, books.unexplained, unexplained && { culprit: unexplained }),
    checkOf("waitingIsThere", books.waiting, books.escrow),
    checkOf("redeemedAgrees", chain.redeemed, books.redeemed),
    checkOf("exitsWaitingAgree", chain.waitingForEuros, books.waitingForEuros),
    checkOf("exitsWaitingAreThere", books.waitingForEuros, books.exitEscrow),
    ...checkReserve(chain),
    ...[...programmeIds].map((programmeId) => {
      const issued = chain.programmes.find((programme) => programme.programmeId === programmeId)?.issued ?? 0n;
      return checkOf("programmeAgrees", issued, books.issuedByProgramme.get(programmeId) ?? 0n, { programmeId });
    }),
  ];
}
