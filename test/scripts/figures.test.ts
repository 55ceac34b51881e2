// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import type { Hex } from "viem";
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { writeFigures } from "../../scripts/figures/write.ts";
import { chain, deployedRegion, loadFixture, networkHelpers } from "../helpers/fixtures.ts";
import { fund } from "../helpers/payments.ts";
import { days } from "../helpers/time.ts";

const PLACES = ["heldByPeople", "heldByShops", "inTheTill", "waitingForLetters", "waitingForEuros"];

describe("npm run figures", function () {
  const kept = process.env.LEDGER_FOLDER;
  let folder: string;

  before(function () {
    folder = mkdtempSync(join(tmpdir(), "figures-"));
    process.env.LEDGER_FOLDER = join(folder, "ledger");
  });

  after(function () {
    if (kept === undefined) delete process.env.LEDGER_FOLDER;
    else process.env.LEDGER_FOLDER = kept;
    rmSync(folder, { recursive: true });
  });

  it("writes the figures of a chain as files, whose places add up to what the token says exists", async function () {
    const { deployment, token, people } = await loadFixture(deployedRegion);
    const [ana, ben] = people;
    if (ana === undefined || ben === undefined) throw new Error("Nobody to pay");
    await fund(chain, deployment, [{ address: ana.address as Hex }], 100_00n);
    await networkHelpers.time.increase(days(20));
    await (await token.connect(ana).transfer(ben.address, 30_00n)).wait();
    await networkHelpers.time.increase(days(40));
    await networkHelpers.mine();

    const { files } = await writeFigures(chain, deployment, join(folder, "out"), false);
    expect(files).to.deep.equal(["months.csv", "trades.csv", "figures.json"]);
    const read = (name: string) => readFileSync(join(folder, "out", name), "utf8");
    const months = parse<Record<string, string>>(read("months.csv"), { bom: true, delimiter: ";", columns: true });
    const last = months.at(-1) ?? {};
    const cents = (cell = "") => BigInt(cell.replace(",", ""));
    expect(PLACES.reduce((sum, place) => sum + cents(last[place]), 0n)).to.equal(await token.totalSupply());
    expect(months.reduce((sum, { issued }) => sum + cents(issued), 0n)).to.equal(100_00n);
    expect(last.paidInTwelveMonths).to.equal(formatAmount(30_00n, "fr"));
    expect(JSON.parse(read("figures.json"))).to.deep.include({ region: deployment.region, chainId: chain.chainId });
  });
});
