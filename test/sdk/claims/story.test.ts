// SPDX-License-Identifier: EUPL-1.2
import type { ClaimsFile } from "@monnaie-commune/sdk/claims/file";
import { claimArguments } from "@monnaie-commune/sdk/claims/signed";
import { claimStory } from "@monnaie-commune/sdk/claims/story";
import { createRpcSource } from "@monnaie-commune/sdk/ledger/rpc-source";
import { expect } from "chai";
import { chain, deployedRegion, loadFixture } from "../../helpers/fixtures.ts";
import { openClaimRun, signLetter } from "../../helpers/claim-run.ts";

const DAY = 86_400;
const AMOUNTS = [10_000n, 20_000n, 30_000n];

async function openedLetters() {
  const region = await deployedRegion();
  const { deployment } = region;
  const now = (await chain.provider.getBlock("latest"))?.timestamp ?? 0;
  const file = await openClaimRun({ chain, deployment, name: "story", amounts: AMOUNTS, deadline: now + 30 * DAY });
  return { ...region, file };
}

const source = createRpcSource(async (method, params) => await chain.provider.send(method, [...params]));

function storyOf({ token, issuance, runId }: ClaimsFile, claimNumber: number, fromBlock = 0) {
  return claimStory(source, { token, issuance, runId: BigInt(runId), claimNumber }, fromBlock);
}

describe("claimStory", function () {
  it("has nothing to tell of a claim that waits", async function () {
    const { file } = await loadFixture(openedLetters);
    expect(await storyOf(file, 0)).to.equal(undefined);
  });

  it("names the account, the cents and the time of a claim that was paid, among others of its block", async function () {
    const { file, issuance, outsider, people } = await loadFixture(openedLetters);
    await chain.provider.send("evm_setAutomine", [false]);
    for (const [n, payee] of people.slice(0, 3).entries()) {
      const signed = await signLetter(file, "story", n, payee.address);
      await issuance.connect(outsider).claim(...claimArguments(signed), { gasLimit: 200_000 });
    }
    await chain.provider.send("evm_mine", []);
    await chain.provider.send("evm_setAutomine", [true]);
    const block = await chain.provider.getBlock("latest");
    for (const [n, payee] of people.slice(0, 3).entries()) {
      const story = await storyOf(file, n);
      expect(story).to.deep.include({ kind: "paid", payee: payee.address, amount: AMOUNTS[n] });
      expect(story).to.include({ at: block?.timestamp, block: block?.number });
    }
  });

  it("tells a claim that was cancelled, and nothing of another run's", async function () {
    const { file, issuance, bonusOfficer, outsider } = await loadFixture(openedLetters);
    const { runId, claimNumber, amount, proof } = await signLetter(file, "story", 1, outsider.address);
    const [claimKey = ""] = file.sheets[0]?.claims[1] ?? [];
    await (await issuance.connect(bonusOfficer).cancelClaim(runId, claimNumber, claimKey, amount, proof)).wait();
    const block = await chain.provider.getBlock("latest");
    expect(await storyOf(file, 1)).to.include({ kind: "cancelled", at: block?.timestamp, block: block?.number });
    expect(await storyOf({ ...file, runId: "99" }, 1)).to.equal(undefined);
    expect(await storyOf(file, 1, (block?.number ?? 0) + 1)).to.equal(undefined);
  });
});
