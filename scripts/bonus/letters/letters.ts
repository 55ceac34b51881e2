// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { formatClaimCode } from "@monnaie-commune/sdk/claims/code";
import { Failure } from "../../lib/failure.ts";
import { formatDay } from "../../lib/messages.ts";
import type { Chain } from "../../lib/network.ts";
import { loadRegion } from "../../lib/region-file.ts";
import { openPlan, type PlanContext, runOnChain } from "../programme.ts";
import { loadPlan } from "../run-folder.ts";
import { checkApproved } from "../run.ts";
import { writeClaimsFile } from "./claims-file.ts";
import { officerLetterSecret } from "./officer-secret.ts";
import type { LetterHead, LetterText } from "./page.ts";
import { claimKeyOf, letterPlace, letterSecrets } from "./secrets.ts";
import { chosenFrom, type Letter, lettersOf } from "./standing.ts";
import { type LetterFiles, writeLetters, writeReprint } from "./write.ts";

export type LettersJob = {
  chain: Chain;
  plan: string;
  /** Address of the dApp; the region's own when left out. */
  site?: string | undefined;
  /** Folder of the letters; `letters` beside the plan when left out. */
  out?: string | undefined;
  /** Line of the file or pseudonym of the one letter to print again. */
  only?: string | undefined;
  contact?: string | undefined;
  runs?: string | undefined;
  deployments?: string | undefined;
  /** Told how many letters are written of all. */
  onWritten?: (written: number, all: number) => void;
};

export type LettersResult = LetterFiles & {
  runId: bigint;
  letters: number;
  /** Letters that were claimed or cancelled, and are not printed again. */
  used: number;
  /** Of those printed, letters whose money is not set aside yet. */
  unopened: number;
  claimsFile: string;
  folder: string;
};

/** The longest contact that leaves the letter on its page. */
const MOST_CONTACT = 80;

/**
 * Writes the letters of an approved run: the same each time, as their codes are computed from the officer's secret. Those
 * that were used are left out. Writes the claims file too.
 * @throws Failure when the plan has no letters, the run is not approved, the deadline is over, the secret is another one,
 * or there is nothing to print.
 */
export async function printLetters(job: LettersJob): Promise<LettersResult> {
  const { chain, onWritten = () => {} } = job;
  const { plan, folder } = loadPlan(job.plan, job.runs);
  if (plan.claims === null) throw new Failure(1, "bonus.letters.none");
  const context = await openPlan(chain, plan, job.deployments);
  const { deadline } = plan.claims;
  const site = siteOf(job.site ?? loadRegion(plan.region).site.url);
  const { runId, state } = await runOnChain(context);
  checkApproved({ runId, state });
  const now = (await chain.provider.getBlock("latest"))?.timestamp ?? 0;
  if (now > deadline) throw new Failure(3, "bonus.letters.over", { day: formatDay(deadline) });

  const all = await lettersOf(context, runId);
  const chosen = job.only === undefined ? all : chosenFrom(all, job.only);
  const printed = chosen.filter(({ state: each }) => each === "unopened" || each === "claimable");
  const [first] = chosen;
  if (printed.length === 0) throw new Failure(3, "bonus.letters.used", { line: first?.line.line ?? "" });
  const texts = await textsOf(chain, context, runId, printed);
  const head = await headOf(context, runId, site, job.contact ?? "");
  const out = job.out ?? join(folder, "letters");
  const files =
    job.only === undefined
      ? writeLetters(head, texts, out, (written) => onWritten(written, texts.length))
      : writeReprint(head, texts, out);
  return {
    ...files,
    runId,
    letters: printed.length,
    used: chosen.length - printed.length,
    unopened: printed.filter(({ state: each }) => each === "unopened").length,
    claimsFile: writeClaimsFile(plan, runId, folder),
    folder: out,
  };
}

/** The words of letters of a run. */
export async function textsOf(
  chain: Chain,
  { plan }: Pick<PlanContext, "plan">,
  runId: bigint,
  letters: readonly Letter[],
): Promise<LetterText[]> {
  return letterTexts(await officerLetterSecret(chain), plan, runId, letters);
}

/**
 * The words of letters, whose codes are computed again and held against the keys of the plan.
 * @throws Failure when the plan was made with another secret.
 */
export function letterTexts(
  officerSecret: Uint8Array,
  plan: BonusPlan,
  runId: bigint,
  letters: readonly Pick<Letter, "line" | "claim">[],
): LetterText[] {
  const secretOf = letterSecrets(officerSecret, letterPlace(plan));
  return letters.map(({ line, claim }) => {
    const secret = secretOf(line);
    if (claimKeyOf(secret) !== claim.claimKey) throw new Failure(3, "bonus.letters.otherSecret");
    const code = formatClaimCode({ runId, secret });
    return { line: line.line, payeeId: line.payeeId, cents: claim.amount, code };
  });
}

async function headOf(
  { plan, system }: PlanContext,
  runId: bigint,
  site: string,
  contact: string,
): Promise<LetterHead> {
  if (contact.length > MOST_CONTACT) throw new Failure(1, "bonus.letters.longContact", { most: MOST_CONTACT });
  const today = await system.token.today();
  const rates = await system.token.ratesOf(0);
  const yearlyRateBps = Number(rates.findLast(({ fromDay }) => fromDay <= today)?.yearlyRateBps ?? 0n);
  const deadline = plan.claims?.deadline ?? 0;
  return { region: loadRegion(plan.region), purpose: plan.purpose, runId, site, deadline, yearlyRateBps, contact };
}

/** The address of the dApp as letters carry it. A code may only travel encrypted, or not leave this machine. */
function siteOf(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isLocal = url?.protocol === "http:" && ["localhost", "127.0.0.1"].includes(url.hostname);
  if (url === undefined || !(url.protocol === "https:" || isLocal) || url.search !== "" || url.hash !== "") {
    throw new Failure(1, "bonus.letters.badSite", { site: given });
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/u, "");
}
