// SPDX-License-Identifier: EUPL-1.2
import { relative } from "node:path";
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { formatCount, language, t } from "../../lib/messages.ts";
import { timedProgress } from "../../lib/progress.ts";
import { done, line, warning } from "../../lib/terminal.ts";
import { cancelBonus } from "../cancel.ts";
import { next, officerFor, onChain, type OnNetwork } from "../command-helpers.ts";
import { loadPlan } from "../run-folder.ts";
import { cancelLetter as cancelOne } from "./cancel-letter.ts";
import { closeLetters as closeAll } from "./close-letters.ts";
import { printLetters } from "./letters.ts";
import { pdfsOf } from "./pdf.ts";

type LetterOptions = OnNetwork & { site?: string; out?: string; only?: string; contact?: string; pdf?: true };
type GiveBackOptions = OnNetwork & { dryRun?: true };

const shown = (path: string) => relative(process.cwd(), path);
const cents = (amount: bigint) => formatAmount(amount, language());

export async function letters(given: string, options: LetterOptions): Promise<void> {
  const { site, out, only, contact } = options;
  await onChain(options, async (chain) => {
    let progress: ReturnType<typeof timedProgress> | undefined;
    const result = await printLetters({
      chain,
      plan: given,
      site,
      out,
      only,
      contact,
      onWritten: (written, all) => {
        progress ??= timedProgress("bonus.letters.progress", all);
        progress.update(written);
      },
    }).finally(() => progress?.end());
    const files = [...result.files, ...(options.pdf === true ? await pdfsOf(result.files) : [])];
    for (const file of files) line(`  ${shown(file)}`);
    const { letters: count, used, unopened } = result;
    done(t("bonus.letters.done", { count, shown: formatCount(count), folder: shown(result.folder) }));
    if (used > 0) warning(t("bonus.letters.leftOut", { count: used, shown: formatCount(used) }));
    if (unopened > 0) warning(t("bonus.letters.unopened", { count: unopened, shown: formatCount(unopened) }));
    warning(t("bonus.letters.secret"));
    line(t("bonus.letters.publish", { file: shown(result.claimsFile), run: result.runId }));
  });
}

export async function cancel(given: string, options: GiveBackOptions): Promise<void> {
  await onChain(options, async (chain) => {
    const officer = await officerFor(chain, loadPlan(given).plan, tried(options));
    const { runId, isNew, released, kept } = await cancelBonus({ chain, plan: given, officer, ...trial(options) });
    const amounts = { run: runId, released: cents(released), kept: cents(kept) };
    if (options.dryRun === true && isNew) done(t("bonus.cancel.wouldBe", amounts));
    else done(t(isNew ? "bonus.cancel.done" : "bonus.cancel.already", amounts));
    if (kept > 0n) next("report", loadPlan(given).plan, options);
  });
}

export async function cancelLetter(given: string, options: GiveBackOptions & { line: string }): Promise<void> {
  await onChain(options, async (chain) => {
    const officer = await officerFor(chain, loadPlan(given).plan, tried(options));
    const result = await cancelOne({ chain, plan: given, officer, only: options.line, ...trial(options) });
    const facts = { line: result.line, payee: result.payeeId, amount: cents(result.cents) };
    if (options.dryRun === true && result.isNew) done(t("bonus.cancelLetter.wouldBe", facts));
    else done(t(result.isNew ? "bonus.cancelLetter.done" : "bonus.cancelLetter.already", facts));
    if (result.isNew) line(t("bonus.cancelLetter.newPlan"));
  });
}

export async function closeLetters(given: string, options: GiveBackOptions & { early?: true }): Promise<void> {
  await onChain(options, async (chain) => {
    const officer = await officerFor(chain, loadPlan(given).plan, tried(options));
    const { early } = options;
    const {
      sheets,
      letters: count,
      cents: amount,
    } = await closeAll({
      chain,
      plan: given,
      officer,
      early,
      ...trial(options),
    });
    const facts = { count, shown: formatCount(count), amount: cents(amount) };
    if (sheets === 0) done(t("bonus.closeLetters.nothing"));
    else done(t(options.dryRun === true ? "bonus.closeLetters.wouldBe" : "bonus.closeLetters.done", facts));
  });
}

/** Who only tries needs not confirm. */
function tried(options: GiveBackOptions): OnNetwork {
  return options.dryRun === true ? { ...options, yes: true } : options;
}

function trial({ dryRun }: GiveBackOptions): { dryRun: boolean } {
  return { dryRun: dryRun === true };
}
