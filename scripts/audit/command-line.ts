// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { filesPrefix, type FilesStyle } from "@monnaie-commune/sdk/ledger/files/ledger-files";
import { type Command, InvalidArgumentError, Option } from "commander";
import { getAddress, type Hex, isAddress } from "viem";
import { figuresOf } from "@monnaie-commune/sdk/ledger/figures/figures";
import { openDataFiles } from "@monnaie-commune/sdk/ledger/figures/open-data";
import { Failure } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import { type Progress, timedProgress } from "../lib/progress.ts";
import { done, line } from "../lib/terminal.ts";
import { createVerb } from "../lib/verb.ts";
import { writeLedgerFiles } from "../lib/write-ledger-files.ts";
import { writeWhole } from "../lib/write-whole.ts";
import { readRecord } from "./check-record.ts";
import { readAccounts } from "./read-accounts.ts";
import { auditFailure, openNode } from "./node.ts";
import { printReport, ruleOf } from "./print-report.ts";
import { reportJson } from "./report-json.ts";
import { type AuditOptions, type AuditResult, type AuditStep, runAudit } from "./run-audit.ts";
import { auditStore } from "./store.ts";

type Options = {
  rpc: string;
  token: Hex;
  to?: number;
  out?: string;
  deployment?: string;
  siren?: string;
  fecAccounts?: string;
  fresh?: true;
  recompile?: true;
};

/** Says what is done, and how far it is, one part after the other. */
function progressOf(): Pick<AuditOptions, "onStep" | "onProgress"> & { end: () => void } {
  let current: Progress | undefined;
  let shown: AuditStep | undefined;
  const end = () => {
    current?.end();
    current = undefined;
    shown = undefined;
  };
  return {
    onStep: (step) => {
      end();
      line(t(`audit.steps.${step}`));
    },
    onProgress: (step, completed, all) => {
      // What one question answers needs no bar.
      if (shown !== step && completed === all) return;
      if (shown !== step) current = timedProgress(`audit.progress.${step}`, all);
      shown = step;
      current?.update(completed);
    },
    end,
  };
}

async function audit(options: Options): Promise<void> {
  const { rpc, token, to, deployment, fresh, out } = options;
  const record = deployment === undefined ? undefined : readRecord(deployment);
  const style = {
    ...(options.siren !== undefined && { siren: options.siren }),
    ...(options.fecAccounts !== undefined && { accounts: readAccounts(options.fecAccounts) }),
  };
  const node = await openNode(rpc);
  const store = auditStore(node, record !== undefined);
  const progress = progressOf();
  let result: AuditResult;
  try {
    if (fresh === true) await store.forget(`journal:${token}`);
    result = await runAudit(node, {
      token,
      store,
      isRecompiled: options.recompile === true,
      ...(to !== undefined && { toBlock: to }),
      ...(record !== undefined && { record }),
      ...progress,
    });
  } catch (error) {
    throw auditFailure(error, rpc);
  } finally {
    progress.end();
  }
  printReport(result);
  if (out !== undefined) writeFiles(out, result, style);
  conclude(result);
}

/** Ends with 3 and the first difference, unless everything holds. */
function conclude({ checks, journal }: AuditResult): void {
  const wrong = checks.filter(({ holds }) => !holds);
  const [first] = wrong;
  const numbers = { count: checks.length, block: journal.toBlock };
  if (first === undefined) {
    done(t("audit.allHold", numbers));
    return;
  }
  const named = wrong.find(({ culprit }) => culprit !== undefined && culprit.tx !== "0x")?.culprit;
  const where = named === undefined ? t("audit.nowhere") : t("audit.firstAt", { tx: named.tx, block: named.block });
  throw new Failure(3, "audit.differs", { ...numbers, wrong: wrong.length, rule: ruleOf(first), where });
}

function writeFiles(folder: string, result: AuditResult, style: Omit<FilesStyle, "words" | "prefix">): void {
  const { node, journal, fromBlock, at, symbol } = result;
  mkdirSync(folder, { recursive: true });
  const prefix = filesPrefix(symbol, {}, journal.toBlock);
  const { chainId, genesisHash } = node;
  const origin = { chainId, genesisHash, fromBlock, block: journal.toBlock, at };
  const written = writeLedgerFiles(folder, journal, origin, {}, { ...style, prefix });
  const token = journal.contracts.RegionalToken;
  for (const [name, text] of openDataFiles(figuresOf(journal, at), { region: result.name, chainId, token })) {
    writeWhole(join(folder, `${prefix}-${name}`), text);
  }
  const report = join(folder, `${prefix}-audit.json`);
  writeWhole(report, reportJson(result));
  for (const { name, rows } of written.files) done(t("audit.written", { file: join(folder, name), rows }));
  done(t("audit.writtenManifest", { file: written.manifest }));
  done(t("audit.writtenFigures", { folder }));
  done(t("audit.writtenReport", { file: report }));
}

/** The command line of `npm run audit`. */
export function auditVerb(): Command {
  return createVerb("audit")
    .requiredOption("--rpc <url>", t("audit.help.rpc"))
    .addOption(new Option("--token <address>", t("audit.help.token")).argParser(parseAddress).makeOptionMandatory())
    .addOption(new Option("--to <block>", t("audit.help.to")).argParser(parseBlock))
    .option("--deployment <file>", t("audit.help.deployment"))
    .option("--out <folder>", t("audit.help.out"))
    .addOption(new Option("--siren <number>", t("audit.help.siren")).argParser(parseSiren))
    .option("--fec-accounts <file>", t("audit.help.fecAccounts"))
    .option("--fresh", t("audit.help.fresh"))
    .option("--recompile", t("audit.help.recompile"))
    .action(audit);
}

function parseAddress(given: string): Hex {
  if (!isAddress(given)) throw new InvalidArgumentError("");
  return getAddress(given);
}

function parseBlock(given: string): number {
  if (!/^(?:0|[1-9][0-9]{0,11})$/u.test(given)) throw new InvalidArgumentError("");
  return Number(given);
}

function parseSiren(given: string): string {
  if (!/^[0-9]{9}$/u.test(given)) throw new InvalidArgumentError("");
  return given;
}
