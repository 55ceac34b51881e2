// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { id, parseUnits, Transaction } from "ethers";
import type { Chain } from "../../../scripts/lib/network.ts";
import { openJournal } from "../../../scripts/lib/sending/journal.ts";
import { openSender } from "../../../scripts/lib/sending/sender.ts";
import { expectFailure } from "../../helpers/failures.ts";
import { chain, networkHelpers } from "../../helpers/fixtures.ts";
import { faulty, freshSender, signedIn, withRules } from "../../helpers/sending.ts";

const GWEI = 10n ** 9n;
const quick = withRules(chain, { pollEveryMs: 5, replaceAfterMs: 20, giveUpAfterMs: 5_000 });
const STEP = { name: "step", to: `0x${"11".repeat(20)}`, data: "0x1234", gasLimit: 60_000n };

/** Mines blocks for so long as the work takes. */
async function mining<T>(work: Promise<T>): Promise<T> {
  const miner = setInterval(() => void networkHelpers.mine(), 15);
  try {
    return await work;
  } finally {
    clearInterval(miner);
  }
}

async function opened(on: Chain = quick) {
  const { wallet, journalPath } = await freshSender(chain);
  const journal = openJournal(journalPath);
  return { wallet, journal, journalPath, sender: await openSender(on, wallet, journal) };
}

/** Every block asks for this much from now on, until fees fall again by themselves. */
async function setBaseFee(wei: bigint): Promise<void> {
  await chain.provider.send("hardhat_setNextBlockBaseFeePerGas", [`0x${wei.toString(16)}`]);
}

describe("the fees of what is sent", function () {
  this.timeout(20_000);

  let snapshot: unknown;

  beforeEach(async function () {
    snapshot = await chain.provider.send("evm_snapshot", []);
    await chain.provider.send("evm_setAutomine", [false]);
  });

  afterEach(async function () {
    await chain.provider.send("evm_setAutomine", [true]);
    await chain.provider.send("evm_revert", [snapshot]);
  });

  it("are raised by an eighth or more, for the same call under the same number, until it is mined", async function () {
    const { journalPath, sender } = await opened();
    const sent = await sender.send(STEP);
    await setBaseFee(10n * BigInt(sent.maxFeePerGas));
    const outcome = await mining(sender.outcome(sent));
    expect(outcome.kind).to.equal("mined");
    const versions = signedIn(journalPath);
    expect(versions.length).to.be.greaterThan(1);
    const [first] = versions;
    for (const [i, { raw, nonce, maxFeePerGas, maxPriorityFeePerGas }] of versions.entries()) {
      const { to, data, gasLimit, value } = Transaction.from(raw);
      expect({ to, data, gasLimit, value, nonce }).to.deep.equal({
        to: STEP.to,
        data: STEP.data,
        gasLimit: STEP.gasLimit,
        value: 0n,
        nonce: first?.nonce,
      });
      const before = versions[i - 1];
      if (before === undefined) continue;
      expect(8n * BigInt(maxFeePerGas) >= 9n * BigInt(before.maxFeePerGas)).to.equal(true);
      expect(8n * BigInt(maxPriorityFeePerGas) >= 9n * BigInt(before.maxPriorityFeePerGas)).to.equal(true);
    }
  });

  it("are written down before the node hears of a replacement", async function () {
    const { wallet, journalPath } = await freshSender(chain);
    const unwritten: string[] = [];
    const watched = faulty(quick, async (method, params, pass) => {
      const isWritten = () => signedIn(journalPath).some(({ raw }) => raw === params[0]);
      if (method === "eth_sendRawTransaction" && !isWritten()) unwritten.push(params[0] as string);
      return await pass(method, params);
    });
    const sender = await openSender(watched, wallet, openJournal(journalPath));
    const sent = await sender.send(STEP);
    await setBaseFee(10n * BigInt(sent.maxFeePerGas));
    await mining(sender.outcome(sent));
    expect(signedIn(journalPath).length).to.be.greaterThan(1);
    expect(unwritten).to.deep.equal([]);
  });

  it("find the version that was mined, whichever it was, also after a restart", async function () {
    const { wallet, journalPath, sender } = await opened();
    const sent = await sender.send(STEP);
    const waiting = mining(sender.outcome(sent));
    await setBaseFee(10n * BigInt(sent.maxFeePerGas));
    await waiting;
    const versions = signedIn(journalPath);
    // Another chain of events: the node of before, where only the first version is known and mined.
    await chain.provider.send("evm_revert", [snapshot]);
    snapshot = await chain.provider.send("evm_snapshot", []);
    await chain.provider.send("hardhat_setBalance", [wallet.address, "0x8ac7230489e80000"]);
    await chain.provider.send("eth_sendRawTransaction", [versions[0]?.raw]);
    const again = await openSender(quick, wallet, openJournal(journalPath));
    const [known] = again.sent;
    if (known === undefined) throw new Error("Nothing is under way");
    const outcome = await mining(again.outcome(known));
    expect(outcome.kind).to.equal("mined");
    if (outcome.kind !== "replaced") expect(versions.map(({ hash }) => hash)).to.include(outcome.receipt.hash);
  });

  it("raise nothing where no block comes and the fee would do", async function () {
    const { sender, journalPath } = await opened(withRules(quick, { giveUpAfterMs: 200 }));
    const sent = await sender.send(STEP);
    await expectFailure(sender.outcome(sent), 2, "sending.notMined");
    expect(signedIn(journalPath)).to.have.length(1);
  });

  it("never pass the ceiling: a person decides, and the same command goes on when fees are down", async function () {
    const { wallet, journalPath, sender } = await opened(withRules(quick, { maxFeeGwei: 20 }));
    const sent = await sender.send(STEP);
    await setBaseFee(100n * GWEI);
    await expectFailure(mining(sender.outcome(sent)), 3, "sending.feeCeiling");
    const versions = signedIn(journalPath);
    expect(versions.every(({ maxFeePerGas }) => BigInt(maxFeePerGas) <= parseUnits("20", "gwei"))).to.equal(true);

    // Nothing new is signed while the network asks for more than the ceiling.
    const before = versions.length;
    await expectFailure(sender.send({ ...STEP, name: id("other") }), 3, "sending.feeCeiling");
    expect(signedIn(journalPath)).to.have.length(before);

    await setBaseFee(GWEI);
    const resumed = await openSender(withRules(quick, { maxFeeGwei: 20 }), wallet, openJournal(journalPath));
    expect((await mining(resumed.outcome(sent))).kind).to.equal("mined");
  });

  it("start at the ceiling where the node proposes more", async function () {
    const { sender } = await opened(withRules(quick, { maxFeeGwei: 1.5 }));
    await setBaseFee(GWEI);
    await networkHelpers.mine();
    const sent = await sender.send(STEP);
    expect(sent.maxFeePerGas).to.equal(parseUnits("1.5", "gwei").toString());
    expect((await mining(sender.outcome(sent))).kind).to.equal("mined");
  });

  it("are offered again when the node refused them for the block to come", async function () {
    let refused = 0;
    const picky = faulty(quick, async (method, params, pass) => {
      if (method !== "eth_sendRawTransaction" || refused++ > 0) return await pass(method, params);
      await setBaseFee(50n * GWEI);
      throw new Error("max fee per gas less than block base fee");
    });
    const { sender } = await opened(picky);
    const sent = await sender.send(STEP);
    expect((await mining(sender.outcome(sent))).kind).to.equal("mined");
  });
});
