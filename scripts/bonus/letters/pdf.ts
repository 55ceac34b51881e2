// SPDX-License-Identifier: EUPL-1.2
import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { chromiumPath } from "../../lib/chromium.ts";
import { Failure } from "../../lib/failure.ts";

const FLAGS = ["--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

/** Milliseconds for one file of 500 letters, on a slow machine. */
const LONGEST = 300_000;

/**
 * Makes a PDF file beside each file of letters, for this account alone.
 * @throws Failure when there is no Chromium, or it fails.
 */
export async function pdfsOf(files: readonly string[]): Promise<string[]> {
  const browser = chromiumPath();
  if (browser === undefined) throw new Failure(1, "bonus.letters.noChromium");
  const made: string[] = [];
  for (const file of files) {
    // Until its rights are set, the file lies in a folder that only this account can enter.
    const folder = mkdtempSync(join(dirname(file), ".pdf-"));
    try {
      const unfinished = join(folder, basename(file).replace(/\.html$/u, ".pdf"));
      const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
      const profile = `--user-data-dir=${join(folder, "profile")}`;
      const output = ["--no-pdf-header-footer", `--print-to-pdf=${unfinished}`, pathToFileURL(file).href];
      await promisify(execFile)(browser, [...FLAGS, ...sandbox, profile, ...output], { timeout: LONGEST });
      chmodSync(unfinished, 0o600);
      const path = join(dirname(file), basename(unfinished));
      renameSync(unfinished, path);
      made.push(path);
    } catch (error) {
      throw new Failure(2, "bonus.letters.pdfFailed", { file: basename(file) }, { cause: error });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return made;
}
