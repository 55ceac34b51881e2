// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import { createPublicClient, http } from "viem";
import { person } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

type Manifest = {
  block: number;
  account: string | null;
  files: { name: string; format: string; rows: number; sha256: string }[];
};

async function save(page: Page, name: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name }).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

async function manifestOf(page: Page): Promise<Manifest> {
  const { bytes } = await save(page, /^Télécharger .*manifest\.json$/u);
  return JSON.parse(bytes.toString()) as Manifest;
}

test.describe("the files of the books", () => {
  test("are what their manifest says, and add up to what the chain says", async ({ page, stack }) => {
    await page.goto("/exports");
    await expect(page.getByText(/\d+ lignes du registre/u)).toBeVisible();
    await page.getByLabel("SIREN (facultatif)").fill("123 456 789");
    await page.getByRole("button", { name: "Préparer les fichiers" }).click();
    const manifest = await manifestOf(page);
    expect(manifest.files.map(({ format }) => format)).toEqual(["csv", "jsonl", "fec"]);
    const texts = new Map<string, string>();
    for (const { name, format, rows, sha256 } of manifest.files) {
      const file = await save(page, `Télécharger ${name}`);
      expect(file.name).toBe(name);
      expect(createHash("sha256").update(file.bytes).digest("hex")).toBe(sha256);
      await expect(page.getByText(sha256, { exact: true })).toBeVisible();
      const text = file.bytes.toString();
      expect(text.trimEnd().split("\n")).toHaveLength(format === "jsonl" ? rows : rows + 1);
      texts.set(format, text);
    }
    expect(manifest.files[2]?.name).toMatch(/^123456789FEC\d{8}\.txt$/u);
    // Credits less debits of what holders, till and waiting rooms hold are the supply.
    const units = (texts.get("fec") ?? "")
      .trimEnd()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split("\t"))
      .filter(([, , , , account = ""]) => /^4672|^4673|^4674|^4675/u.test(account))
      .reduce(
        (sum, row) => sum + BigInt((row[12] ?? "").replace(",", "")) - BigInt((row[11] ?? "").replace(",", "")),
        0n,
      );
    const supply = await createPublicClient({ transport: http(stack.rpcUrl) }).readContract({
      address: stack.token,
      abi: RegionalTokenAbi,
      functionName: "totalSupply",
      blockNumber: BigInt(manifest.block),
    });
    expect(units).toBe(supply);
  });

  test("are of one account and its days, as the address of the page says", async ({ page }) => {
    const { address } = person("camille");
    await page.goto(`/exports?compte=${address}&du=2020-01-01`);
    await expect(page.getByLabel("Adresse du compte")).toHaveValue(address);
    await page.getByRole("button", { name: "Préparer les fichiers" }).click();
    const manifest = await manifestOf(page);
    expect(manifest).toMatchObject({ account: address, period: { first: "2020-01-01", last: null } });
    expect(manifest.files.map(({ format }) => format)).toEqual(["csv", "jsonl"]);
    const { bytes } = await save(page, `Télécharger ${manifest.files[0]?.name}`);
    for (const line of bytes.toString().trimEnd().split("\r\n").slice(1)) expect(line).toContain(address);

    // Other dates need other files.
    await page.getByRole("button", { name: "Le mois dernier" }).click();
    await expect(page.getByRole("button", { name: /^Télécharger/u })).toHaveCount(0);
    await expect(page).toHaveURL(/du=\d{4}-\d\d-01&au=/u);
    await page.getByLabel("Au", { exact: true }).fill("2019-12-31");
    await expect(page.getByText("La première date vient après la dernière.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Préparer les fichiers" })).toBeDisabled();
  });
});
