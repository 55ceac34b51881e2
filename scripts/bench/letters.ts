// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BonusPlan, makePlan, type PlanHead } from "@monnaie-commune/sdk/bonus/plan";
import { readStaffFile } from "@monnaie-commune/sdk/bonus/read-staff-file";
import { letterTexts } from "../bonus/letters/letters.ts";
import type { LetterHead } from "../bonus/letters/page.ts";
import { pdfsOf } from "../bonus/letters/pdf.ts";
import { claimKeyOf, letterSecrets } from "../bonus/letters/secrets.ts";
import { LETTERS_PER_FILE, writeLetters } from "../bonus/letters/write.ts";
import { demoStaffCsv } from "../demo/staff.ts";
import { chromiumPath } from "../lib/chromium.ts";
import { loadRegion } from "../lib/region-file.ts";
import type { Measure } from "./report.ts";

const REGION = "centre-val-de-loire";
const LETTERS = 3_500;
const YEAR = 2025;
const SECRET = createHash("sha256").update("bench").digest();

const HEAD: PlanHead = {
  chainId: 31337,
  region: REGION,
  token: "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512",
  issuance: "0xCf7Ed3AccA5a467e9e704C703E8D87F634fB0Fc9",
  programmeId: 1,
  purpose: "bonus",
  created: `${YEAR}-12-01`,
  sourceSha256: `0x${"00".repeat(32)}`,
};

/** Making the letters of a plan in which 3,500 people have no wallet, the keys at planning and the files for the printer. */
export async function measureLetters(): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), "monnaie-commune-letters-"));
  try {
    const region = loadRegion(REGION);
    const deadline = Date.UTC(YEAR + 1, 3, 1) / 1_000 - 1;
    const planning = timed(() => planWithLetters(deadline));
    const plan = planning.result;
    const letters = plan.lines.flatMap((line) => {
      const { claimKey } = line;
      return claimKey === null ? [] : [{ line, claim: { claimKey, amount: BigInt(line.cents) } }];
    });
    const head: LetterHead = {
      region,
      purpose: "bonus",
      runId: 12n,
      site: region.site.url,
      deadline,
      yearlyRateBps: region.currency.ordinaryRateBps,
      contact: "",
    };
    const writing = timed(() => writeLetters(head, letterTexts(SECRET, plan, 12n, letters), folder));
    const { files, bytes } = writing.result;
    const megabytes = (bytes / 1_000_000).toFixed(0);
    const title = `${letters.length.toLocaleString("en")} letters`;
    return [
      { title: `${title}: one-time keys, when the plan is made`, value: `${planning.seconds.toFixed(1)} s` },
      {
        title: `${title}: made and written`,
        value: `${writing.seconds.toFixed(1)} s`,
        target: "60 s",
        isMet: writing.seconds <= 60,
        note: `${files.length} files of ${LETTERS_PER_FILE} letters at most, ${megabytes} MB in all`,
      },
      ...(await measurePdf(files.slice(0, 1))),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measurePdf(files: readonly string[]): Promise<Measure[]> {
  const title = `${LETTERS_PER_FILE} letters as a PDF file`;
  if (chromiumPath() === undefined) return [{ title, value: "no Chromium here" }];
  const began = performance.now();
  await pdfsOf(files);
  return [{ title, value: `${((performance.now() - began) / 1_000).toFixed(1)} s` }];
}

function planWithLetters(deadline: number): BonusPlan {
  const csv = demoStaffCsv({ year: YEAR, lines: LETTERS + 2, letters: LETTERS });
  const context = { purpose: "bonus", planDate: HEAD.created, reserved: [], letters: true } as const;
  const staff = readStaffFile(new TextEncoder().encode(csv), context);
  if (!staff.ok) throw new Error(`The staff file is refused: ${JSON.stringify(staff.errors[0])}`);
  const secretOf = letterSecrets(SECRET, { ...HEAD, deadline });
  return makePlan(HEAD, staff.lines, { deadline, claimKey: (line) => claimKeyOf(secretOf(line)) });
}

function timed<T>(work: () => T): { result: T; seconds: number } {
  const began = performance.now();
  const result = work();
  return { result, seconds: (performance.now() - began) / 1_000 };
}
