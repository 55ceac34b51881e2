// SPDX-License-Identifier: EUPL-1.2

/** The steps of a bonus from the staff file to the reconciled report. */
export const STEPS = ["plan", "simulate", "propose", "approve", "run", "report"] as const;
export type Step = (typeof STEPS)[number];

/** Seconds of a step, and the most memory its process held, in megabytes. */
export type StepTimes = { plan: string; payments: number; chunks: number; seconds: number; megabytes: number };

/** What reading the ledger took, in seconds; `answered` are the logs the node was asked for, `megabytes` memory at most. */
export type LedgerTimes = {
  events: number;
  reading: number;
  decoding: number;
  statement: number;
  checks: number;
  checkCount: number;
  answered: number;
  megabytes: number;
};

/** What a whole audit over HTTP took: entries and acts it read, accounts it rebuilt, checks it made. */
export type AuditTimes = { lines: number; accounts: number; checkCount: number; seconds: number; megabytes: number };
