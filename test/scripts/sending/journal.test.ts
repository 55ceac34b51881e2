// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keccak256, Wallet } from "ethers";
import { openJournal, type SignedRecord } from "../../../scripts/lib/sending/journal.ts";
import { developmentKey } from "../../../scripts/lib/signers.ts";

describe("openJournal", function () {
  let folder: string;
  let path: string;

  beforeEach(async function () {
    folder = mkdtempSync(join(tmpdir(), "journal-"));
    path = join(folder, "journal.jsonl");
    const journal = openJournal(path);
    journal.append(await signed(7));
    journal.append(await signed(8));
    journal.close();
  });

  afterEach(function () {
    rmSync(folder, { recursive: true });
  });

  async function signed(nonce: number): Promise<SignedRecord> {
    const wallet = new Wallet(developmentKey(3));
    const fees = { maxFeePerGas: 2n, maxPriorityFeePerGas: 1n };
    const raw = await wallet.signTransaction({ type: 2, chainId: 31337, nonce, to: wallet.address, ...fees });
    const { address: from } = wallet;
    const about = { genesis: "0x00", step: `step ${nonce}`, from, nonce, maxFeePerGas: "2", maxPriorityFeePerGas: "1" };
    return { kind: "signed", ...about, hash: keccak256(raw), raw };
  }

  function stepsAfter(damage: (text: string) => string): string[] {
    writeFileSync(path, damage(readFileSync(path, "utf8")));
    const journal = openJournal(path);
    journal.close();
    return journal.records.map(({ step }) => step);
  }

  it("reads what was written", function () {
    expect(stepsAfter((text) => text)).to.deep.equal(["step 7", "step 8"]);
  });

  it("leaves out a record whose number or account is not that of what was signed", function () {
    expect(stepsAfter((text) => text.replace('"nonce":7', '"nonce":9'))).to.deep.equal(["step 8"]);
    const other = new Wallet(developmentKey(4)).address;
    const own = new Wallet(developmentKey(3)).address;
    expect(stepsAfter((text) => text.replaceAll(`"from":"${own}"`, `"from":"${other}"`))).to.deep.equal([]);
  });

  it("leaves out a record whose signed bytes were damaged", function () {
    expect(stepsAfter((text) => text.replace(/"raw":"0x02/u, '"raw":"0x03'))).to.deep.equal(["step 8"]);
  });
});
