// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Check } from "@monnaie-commune/sdk/ledger/checks/check";
import { expect } from "chai";
import { ANSWER_LIES } from "../audit/answer-lies.ts";
import { audited } from "../audit/audited.ts";
import { CACHE_LIES, keptFile, rewriteRow } from "../audit/cache-lies.ts";
import { CODE_LIES } from "../audit/code-lies.ts";
import { withAnswer } from "../audit/lying-node.ts";
import { DECISION_LIES } from "../audit/decision-lies.ts";
import { REGISTER_LIES } from "../audit/register-lies.ts";
import { STATE_LIES } from "../audit/state-lies.ts";
import { askNode, auditedRegion } from "../audit/world.ts";
import { logFiles } from "../../scripts/lib/log-files.ts";
import { runScript } from "../helpers/command.ts";
import { loadFixture } from "../helpers/fixtures.ts";
import { openBridge } from "../helpers/rpc-bridge.ts";

const LIES = [...REGISTER_LIES, ...DECISION_LIES, ...ANSWER_LIES, ...STATE_LIES, ...CODE_LIES, ...CACHE_LIES];

const wrongOf = (checks: readonly Check[]) => checks.filter(({ holds }) => !holds);

describe("An audit", function () {
  // The first one compiles the contracts, when that was not done before.
  this.timeout(300_000);

  it("finds nothing where nothing is wrong, with a record and what was kept", async function () {
    const region = await loadFixture(auditedRegion);
    const { folder } = await keptFile(region);
    const checks = await audited(region, { record: region.deployment, store: logFiles(folder) });
    expect(wrongOf(checks)).to.deep.equal([]);
  });

  for (const { lie, foundBy, plant } of LIES) {
    it(`finds ${lie}`, async function () {
      const region = await loadFixture(auditedRegion);
      const { tx, ...planted } = await plant(region);
      const wrong = wrongOf(await audited(region, planted));
      const found = wrong.find(({ key }) => key === foundBy);
      expect(found, `found ${wrong.map(({ key }) => key).join(", ")}`).not.to.equal(undefined);
      if (tx !== undefined) expect(found?.culprit?.tx).to.equal(tx);
    });
  }

  it("stops at a row of what was kept that was changed without its checksum, and names it", async function () {
    const region = await loadFixture(auditedRegion);
    const { folder, file } = await keptFile(region);
    rewriteRow(file, ({ logs }) => logs.pop() !== undefined, false);
    const failure: unknown = await audited(region, { store: logFiles(folder) }).catch((error: unknown) => error);
    expect(failure).to.include({ exitCode: 3, key: "common.logFileChanged" });
    expect(String(failure)).to.include(file);
  });

  it("stops when the node shows another chain than at the beginning", async function () {
    const region = await loadFixture(auditedRegion);
    const last = await askNode("eth_blockNumber", []);
    let times = 0;
    const request = withAnswer(askNode, "eth_getBlockByNumber", (block, [number]) => {
      const isLater = number === last && ++times > 1;
      return isLater ? { ...(block as object), hash: `0x${"22".repeat(32)}` } : block;
    });
    const failure: unknown = await audited(region, { request }).catch((error: unknown) => error);
    expect(failure).to.include({ exitCode: 2, key: "audit.reorganised" });
  });

  it("ends the command with 3, and names the transaction", async function () {
    const region = await loadFixture(auditedRegion);
    const lie = DECISION_LIES.find(({ foundBy }) => foundBy === "runsByTwoPersons");
    const { request = askNode, tx = "" } = (await lie?.plant(region)) ?? {};
    const { url, close } = await openBridge(async (method, params, ask) => {
      try {
        return { result: await request(method, params) };
      } catch {
        // What the lying node refuses, the true one refuses too, in a node's words.
        return await ask();
      }
    });
    try {
      const token = region.deployment.contracts.RegionalToken.address;
      const env = { LEDGER_FOLDER: mkdtempSync(join(tmpdir(), "ledger-")) };
      const { code, stderr } = await runScript("audit", ["--rpc", url, "--token", token], { env });
      expect(code).to.equal(3);
      expect(stderr).to.include(tx);
    } finally {
      await close();
    }
  });
});
