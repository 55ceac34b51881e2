// SPDX-License-Identifier: EUPL-1.2
import { COLUMNS } from "@monnaie-commune/sdk/bonus/columns";
import { runTree } from "@monnaie-commune/sdk/bonus/run-chunks";
import { sha256 } from "viem";
import { describe, expect, it } from "vitest";
import { TASKS, type FileContext } from "./plan-tasks.ts";

const WALLET = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const TOKEN = "0x71bE63f3384f5fb98995898A86B02Fb2426c5788";
const ISSUANCE = "0xFABB0ac9d68B0B445fB7357272Ff202C5651694a";

const context: FileContext = {
  head: {
    chainId: 31337,
    region: "centre-val-de-loire",
    token: TOKEN,
    issuance: ISSUANCE,
    programmeId: 1,
    purpose: "bonus",
    created: "2026-11-25",
  },
  reserved: [{ address: TOKEN, name: "RegionalToken" }],
  limits: { budget: 100_00n, attested: 50_00n, cap: 1_000_00n },
  structures: [],
};
const bytesOf = (text: string) => new TextEncoder().encode(text);
const list = (...lines: string[]) => bytesOf([COLUMNS.bonus.join(";"), ...lines, ""].join("\n"));
const GOOD = list(`AG-1;${WALLET};10,00;MANDAT-1;2026-10-01;50;932`, "AG-2;;20,00;;;;930");

async function ready(bytes = GOOD) {
  const read = await TASKS.readFile({ bytes, context });
  if (read.kind !== "plan") throw new Error(JSON.stringify(read));
  return read.ready;
}

describe("readFile", () => {
  it("makes a plan of a right list, with each chunk's payments and proof", async () => {
    const { plan, chunks, text } = await ready();
    expect(plan.totals).toEqual({
      people: 2,
      payments: 1,
      claims: 0,
      cents: "500",
      claimCents: "0",
      eurosCents: "2500",
    });
    expect(plan.sourceSha256).toBe(sha256(GOOD));
    const payments = [{ payee: WALLET, amount: 500n }];
    expect(chunks).toEqual([{ chunk: { kind: "payments", payments }, size: 1, proof: [] }]);
    expect(runTree(chunks.map(({ chunk }) => chunk)).root).toBe(plan.root);
    expect(text.endsWith("}\n")).toBe(true);
  });

  it("opens the plan it made, to the byte, also when no programme is chosen", async () => {
    const { plan, text } = await ready();
    const again = await TASKS.readFile({ bytes: bytesOf(text) });
    expect(again).toMatchObject({ kind: "plan", ready: { plan, text } });
    expect(await TASKS.openPlan({ text })).toMatchObject({ kind: "plan", ready: { text } });
  });

  it("tells all that is wrong with a list by line, and takes nothing of it", async () => {
    const read = await TASKS.readFile({
      bytes: list("AG-1;0x12;10,00;M;2026-10-01;50;932", "AG-1;;1,250;;;;930"),
      context,
    });
    if (read.kind !== "errors") throw new Error("accepted");
    expect(read.errors.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, "wallet", "walletLength"],
      [3, "amount", "amountAmbiguous"],
      [3, "payee_id", "payeeTwice"],
    ]);
  });

  it("holds the total against what is attested", async () => {
    const read = await TASKS.readFile({ bytes: list(`AG-1;${WALLET};60,00;M;2026-10-01;100;932`), context });
    expect(read).toMatchObject({ kind: "errors", errors: [{ code: "overAttested", parameters: { excess: 10_00n } }] });
  });

  it("refuses a plan that was changed, and what is no plan", async () => {
    const { text } = await ready();
    const forged = bytesOf(text.replace('"cents":"500"', '"cents":"501"'));
    expect(await TASKS.readFile({ bytes: forged, context })).toEqual({ kind: "refused", problem: "hash" });
    expect(await TASKS.readFile({ bytes: bytesOf("  {"), context })).toEqual({ kind: "refused", problem: "json" });
    expect(await TASKS.readFile({ bytes: GOOD })).toEqual({ kind: "refused", problem: "json" });
  });
});
