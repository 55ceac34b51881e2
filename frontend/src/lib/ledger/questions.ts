// SPDX-License-Identifier: EUPL-1.2
import { structuresOf } from "@monnaie-commune/sdk/structures/from-journal";
import { answerFiles, answerLineCount } from "../../features/exports/api/answer-files.ts";
import { figuresOf, type Figures } from "@monnaie-commune/sdk/ledger/figures/figures";
import { accountMonths, accountStatement } from "../../features/statement/answer-statement.ts";
import { auditChecks, auditFacts } from "../../features/audit/answer-audit.ts";
import { contractFacts } from "../../features/contracts/answer-contracts.ts";
import { operation, operationCalls } from "../../features/operation/answer-operation.ts";
import { programmeNames, registerLine, registerLines } from "../../features/register/answer-register.ts";
import type { Ledger } from "./ledger.ts";

/**
 * What can be asked of the ledger: pure functions that run in its worker, so that a hundred thousand lines never hold up
 * the page. Arguments and answers are plain data; a feature adds a line that imports a function of its own.
 */
export const QUESTIONS = {
  figures: ({ journal, at }: Ledger): Figures => figuresOf(journal, at),
  lineCount: ({ lines }: Ledger): number => lines.length,
  files: answerFiles,
  pickedLineCount: answerLineCount,
  structures: ({ journal, at }: Ledger) => structuresOf(journal, at),
  accountMonths,
  accountStatement,
  auditChecks,
  auditFacts,
  contractFacts,
  operation,
  operationCalls,
  programmeNames,
  registerLine,
  registerLines,
} satisfies Record<string, (ledger: Ledger, args: never) => unknown>;

export type Questions = typeof QUESTIONS;
export type QuestionName = keyof Questions;

/** The arguments of a question, undefined where it has none. */
export type QuestionArgs<Name extends QuestionName> =
  Parameters<Questions[Name]> extends [Ledger, infer Args] ? Args : undefined;

export type QuestionAnswer<Name extends QuestionName> = ReturnType<Questions[Name]>;
