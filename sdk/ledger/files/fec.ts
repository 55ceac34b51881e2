// SPDX-License-Identifier: EUPL-1.2
import { isoDateOf } from "../../days.ts";
import { plainAmount } from "../../bonus/report-files.ts";
import { lineId, type Journal } from "../journal.ts";
import { checkFecAccounts, FEC_ACCOUNTS, type FecAccounts } from "./fec-accounts.ts";
import type { Pick } from "./pick.ts";
import { postingsOf, type JournalCode, type Side } from "./postings.ts";
import { joined, type TextFile } from "./text-file.ts";

/** In the order of article A47 A-1 of the Livre des procédures fiscales. */
export const FEC_COLUMNS = [
  "JournalCode",
  "JournalLib",
  "EcritureNum",
  "EcritureDate",
  "CompteNum",
  "CompteLib",
  "CompAuxNum",
  "CompAuxLib",
  "PieceRef",
  "PieceDate",
  "EcritureLib",
  "Debit",
  "Credit",
  "EcritureLet",
  "DateLet",
  "ValidDate",
  "Montantdevise",
  "Idevise",
] as const;

const JOURNALS: Record<JournalCode | "AN", string> = {
  AN: "A nouveaux",
  EM: "Emissions",
  OP: "Paiements",
  FO: "Fonte",
  EU: "Euros",
};

/** `20261231`. */
function compactDate(day: number): string {
  return isoDateOf(day).replaceAll("-", "");
}

/**
 * The name such a file has to have: whose books, and the last day they are about.
 * @throws Error when the number is no SIREN.
 */
export function fecName(siren: string, lastDay: number): string {
  if (!/^\d{9}$/u.test(siren)) throw new Error(`A SIREN has 9 digits, not ${siren}`);
  return `${siren}FEC${compactDate(lastDay)}.txt`;
}

type Entry = { journal: JournalCode | "AN"; number: number; day: number; piece: string; label: string };

function rowsWriter(accounts: FecAccounts): (entry: Entry, side: Side, debit: bigint, credit: bigint) => string {
  return ({ journal, number, day, piece, label }, { account, part = "" }, debit, credit) => {
    const date = compactDate(day);
    const { number: accountNumber, label: accountLabel } = accounts[account];
    const where = [
      journal,
      JOURNALS[journal],
      number,
      date,
      accountNumber,
      accountLabel,
      part,
      part,
      piece,
      date,
      label,
    ];
    return `${[...where, plainAmount(debit), plainAmount(credit), "", "", date, "", ""].join("\t")}\r\n`;
  };
}

const sideKey = ({ account, part = "" }: Side) => `${account} ${part}`;

/**
 * A file in the form of the fichier des écritures comptables: 18 columns, tabs, decimal commas, AAAAMMJJ, ASCII. Each entry
 * is balanced, and the entries of each journal are numbered from 1 without a gap. A period that does not begin with the
 * books begins with what each account held, as one entry of the journal AN. It has the form of a legal filing and is none.
 */
export function* fecFile(
  journal: Journal,
  { firstDay = -Infinity, lastDay = Infinity }: Omit<Pick, "account"> = {},
  accounts: FecAccounts = FEC_ACCOUNTS,
): TextFile {
  checkFecAccounts(accounts);
  const rowOf = rowsWriter(accounts);
  const opening = new Map<string, { side: Side; credit: bigint }>();
  const numbers = new Map<Entry["journal"], number>();
  let rows = 0;
  let cents = 0n;
  const carry = (side: Side, credit: bigint) => {
    opening.set(sideKey(side), { side, credit: (opening.get(sideKey(side))?.credit ?? 0n) + credit });
  };
  function* openingRows(): Generator<string, void> {
    const held = [...opening.values()].filter(({ credit }) => credit !== 0n);
    const entry: Entry = { journal: "AN", number: 1, day: firstDay, piece: "AN", label: "A nouveau" };
    const inAccountOrder = (a: Side, b: Side) =>
      `${accounts[a.account].number} ${a.part ?? ""}` < `${accounts[b.account].number} ${b.part ?? ""}` ? -1 : 1;
    for (const { side, credit } of held.toSorted((a, b) => inAccountOrder(a.side, b.side))) {
      rows++;
      if (credit < 0n) cents -= credit;
      yield credit < 0n ? rowOf(entry, side, -credit, 0n) : rowOf(entry, side, 0n, credit);
    }
  }
  function* allRows(): Generator<string, void> {
    let isOpen = false;
    for (const posting of postingsOf(journal)) {
      const { day, debit, credit } = posting;
      if (day > lastDay) break;
      if (day < firstDay) {
        carry(debit, -posting.cents);
        carry(credit, posting.cents);
        continue;
      }
      if (!isOpen) yield* openingRows();
      isOpen = true;
      const number = (numbers.get(posting.journal) ?? 0) + 1;
      numbers.set(posting.journal, number);
      const entry: Entry = { journal: posting.journal, number, day, piece: lineId(posting), label: posting.label };
      rows += 2;
      cents += posting.cents;
      yield rowOf(entry, debit, posting.cents, 0n) + rowOf(entry, credit, 0n, posting.cents);
    }
    if (!isOpen) yield* openingRows();
  }
  yield `${FEC_COLUMNS.join("\t")}\r\n`;
  yield* joined(allRows());
  return { rows, cents };
}
