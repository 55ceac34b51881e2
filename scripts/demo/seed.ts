// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { dayOf, isoDateOf } from "@monnaie-commune/sdk/days";
import { shortHash } from "@monnaie-commune/sdk/bonus/run-state";
import type { Region } from "@monnaie-commune/sdk/regions";
import { plansOf } from "../bonus/run-folder.ts";
import { Failure } from "../lib/failure.ts";
import { importMerchants } from "../lib/merchants-verb.ts";
import { formatCount, language, t } from "../lib/messages.ts";
import type { Chain } from "../lib/network.ts";
import { runChild } from "../lib/run-child.ts";
import { signerFor } from "../lib/signers.ts";
import { done, heading } from "../lib/terminal.ts";
import { seedExits } from "./exits.ts";
import { demoMerchantsCsv } from "./merchants.ts";
import { openDemoProgramme } from "./programme.ts";
import { seedConventions, seedList } from "./seed-runs.ts";
import { type SampleLetter, sampleLetter } from "./sample-letter.ts";
import { demoStaffCsv, LETTERS, STAFF_LINES } from "./staff.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const YEAR = 2026;

/** How long the demo's letters are valid. */
const LETTER_DAYS = 120;

export type DemoSeed = {
  chain: Chain;
  region: Region;
  /** Lines of the staff file. */
  lines: number;
  /** Where the files of the demo are written. */
  folder: string;
};

/**
 * Shops, a bonus paid by the same commands a person types, then rewards, subsidies and exits to euros. Returns a letter of the bonus, for
 * those who want to try how money is received without a wallet.
 */
export async function seedDemo(seed: DemoSeed, signal: AbortSignal): Promise<SampleLetter | undefined> {
  const { chain, region, lines, folder } = seed;
  mkdirSync(folder, { recursive: true });
  const merchants = demoMerchantsCsv();
  writeFileSync(join(folder, "merchants.csv"), merchants);
  await importMerchants({
    chain,
    region,
    file: { name: "merchants.csv", bytes: new TextEncoder().encode(merchants) },
    fictitious: true,
    dryRun: false,
    registrar: async () => await signerFor(chain, "registrar"),
  });

  heading(t("start.programme"));
  const { programmeId, budget } = await openDemoProgramme(chain, region, "bonus", YEAR);
  done(t("start.attested", { programme: programmeId, amount: formatAmount(budget, language()) }));

  const staff = join(folder, `staff-${YEAR}.csv`);
  writeFileSync(staff, demoStaffCsv({ year: YEAR, lines, letters: Math.ceil((lines * LETTERS) / STAFF_LINES) }));
  const place = ["--network", "localhost"];
  const letters = ["--claims-until", isoDateOf(dayOf(Date.now() / 1_000) + LETTER_DAYS)];
  const inProgramme = [...place, "--region", region.slug, "--programme", String(programmeId)];
  await bonus(["plan", staff, ...inProgramme, ...letters], signal);
  const [plan] = plansOf(chain.chainId);
  if (plan === undefined) throw new Failure(3, "start.noPlan");
  for (const command of ["propose", "approve", "run"]) await bonus([command, shortHash(plan), ...place, "--yes"], signal);

  heading(t("start.lists"));
  await seedConventions(chain, region, YEAR);
  for (const purpose of ["reward", "subsidy"] as const) {
    if (signal.aborted) throw new Error("stopped");
    const { payments, cents } = await seedList(chain, region, purpose, YEAR, folder);
    done(t(`start.paid.${purpose}`, { count: formatCount(payments), amount: formatAmount(cents, language()) }));
  }
  const { requests } = await seedExits(chain, region);
  done(t("start.exits", { count: formatCount(requests) }));
  return await sampleLetter(chain, plan);
}

async function bonus(args: readonly string[], signal: AbortSignal): Promise<void> {
  heading(`$ npm run bonus -- ${args.join(" ")}`);
  const command = ["--import", "tsx", "scripts/bonus.ts", ...args, "--lang", language()];
  const code = await runChild(command, { cwd: ROOT, signal });
  if (signal.aborted) throw new Error("stopped");
  if (code !== 0) throw new Failure(3, "start.bonusFailed", { code });
}
