// SPDX-License-Identifier: EUPL-1.2
import { type AmountProblem, parseAmount } from "../amounts.ts";
import type { ListPurpose } from "../purposes.ts";
import { type Act, readAct } from "./acts.ts";
import { type CellProblem, checkCell } from "./check-cell.ts";
import { checkConsentDate, checkConsentReference, readShare } from "./check-consent.ts";
import { checkBudgetLine, checkPayeeId } from "./check-payee.ts";
import { checkAcceptedShare, checkConvention, checkSiret, type FundedStructures } from "./check-structure.ts";
import { checkWallet } from "./check-wallet.ts";
import { type Column, COLUMNS } from "./columns.ts";
import type { RuleCode, RuleError } from "./rules.ts";
import { safeText } from "./safe-text.ts";

/** A mandate or convention to be paid in the currency: its reference, its day (`2026-10-12`), the share in percent. */
export type Consent = { reference: string; date: string; share: number };

/**
 * A line of a file that is right. `amount` is the whole sum in cents, `units` what of it is paid in the currency (the
 * share, rounded down to the cent) and `euros` the rest. Who did not opt in has no wallet and no consent; who opted in
 * without a wallet gets a letter.
 */
export type StaffLine = {
  line: number;
  payeeId: string;
  budgetLine: string;
  amount: bigint;
  units: bigint;
  euros: bigint;
  optIn: { wallet: `0x${string}` | null; consent: Consent } | undefined;
  /** What a reward is for; undefined for other purposes. */
  act: Act | undefined;
};

export type LineContext = {
  purpose: ListPurpose;
  /** The day of the plan, as `2026-11-23`. */
  planDate: string;
  /** Names of reserved addresses by their address in lower case. */
  reserved: ReadonlyMap<string, string>;
  /** Pseudonyms of everybody who may be paid; undefined when there is no register. */
  knownPayees: ReadonlySet<string> | undefined;
  /** Where the purpose is a subsidy: the structures the council funds. */
  structures: FundedStructures | undefined;
  /** Whether people who opted in without a wallet get a letter. */
  letters: boolean;
};

const AMOUNT_CODES: Record<AmountProblem, RuleCode> = {
  empty: "amountEmpty",
  format: "amountFormat",
  ambiguous: "amountAmbiguous",
  precision: "amountPrecision",
  negative: "amountNegative",
  zero: "amountZero",
  tooLarge: "amountTooLarge",
};

const OPT_IN_COLUMNS = ["wallet", "consent_reference", "consent_date", "share"] as const;

/** Checks one line by itself. All its errors are returned, one for each cell at most. */
export function checkLine(
  line: number,
  cells: Record<Column, string>,
  context: LineContext,
): { value: StaffLine } | { errors: RuleError[] } {
  const { purpose, structures } = context;
  const problems = new Map<Column, CellProblem>();
  for (const column of COLUMNS[purpose]) {
    const problem = checkCell(cells[column], column === "amount");
    if (problem !== undefined) problems.set(column, problem);
  }
  const check = (column: Column, problem: CellProblem | undefined) => {
    if (problem !== undefined && !problems.has(column)) problems.set(column, problem);
  };

  check("payee_id", purpose === "subsidy" ? checkSiret(cells.payee_id) : checkPayeeId(cells.payee_id));
  if (context.knownPayees?.has(cells.payee_id) === false) check("payee_id", { code: "payeeUnknown" });
  check("budget_line", checkBudgetLine(cells.budget_line));
  const amount = parseAmount(cells.amount);
  if (!amount.ok) check("amount", { code: AMOUNT_CODES[amount.problem] });
  const act = purpose === "reward" ? readAct(cells.act) : { act: undefined };
  if ("code" in act) check("act", act);

  const optedIn = OPT_IN_COLUMNS.some((column) => cells[column] !== "");
  const share = readShare(cells.share);
  if (optedIn) {
    if (cells.wallet !== "") check("wallet", checkWallet(cells.wallet, context.reserved));
    else if (!context.letters) check("wallet", { code: "walletMissing" });
    check("consent_reference", checkConsentReference(cells.consent_reference));
    check("consent_date", checkConsentDate(cells.consent_date, context.planDate));
    if ("code" in share) check("share", share);
    if (structures !== undefined && !problems.has("wallet")) {
      check("wallet", checkConvention(cells.wallet, context.planDate, structures));
      const isKnown = "share" in share && !problems.has("wallet");
      if (isKnown) check("share", checkAcceptedShare(share.share, cells.wallet, structures));
    }
  }

  const cents = amount.ok ? amount.cents : 0n;
  const units = optedIn && "share" in share ? (cents * BigInt(share.share)) / 100n : 0n;
  if (optedIn && "share" in share && amount.ok && units === 0n) check("share", { code: "shareTooSmall" });
  if (problems.size > 0 || "code" in act)
    return { errors: [...problems].map(([column, problem]) => errorOf(column, problem)) };

  const consent = "share" in share && {
    reference: cells.consent_reference,
    date: cells.consent_date,
    share: share.share,
  };
  const wallet = cells.wallet === "" ? null : (cells.wallet as `0x${string}`);
  const optIn = optedIn && consent !== false ? { wallet, consent } : undefined;
  const { payee_id: payeeId, budget_line: budgetLine } = cells;
  return { value: { line, payeeId, budgetLine, amount: cents, units, euros: cents - units, optIn, act: act.act } };

  function errorOf(column: Column, { code, parameters = {} }: CellProblem): RuleError {
    return { line, column, code, shown: safeText(cells[column]), parameters };
  }
}
