// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { id } from "ethers";
import { openJournal } from "../../../scripts/lib/sending/journal.ts";
import { openSender } from "../../../scripts/lib/sending/sender.ts";
import { chain } from "../../helpers/fixtures.ts";
import { faulty, freshSender, signedIn, withRules } from "../../helpers/sending.ts";

const quick = withRules(chain, { pollEveryMs: 5, replaceAfterMs: 20 });
const step = (name: string) => ({ name, to: `0x${"11".repeat(20)}`, data: "0x", gasLimit: 30_000n });

describe("openSender", function () {
  this.timeout(20_000);

  it("gives numbers in turn to steps that are sent at once", async function () {
    const { wallet, journalPath } = await freshSender(chain);
    const sender = await openSender(quick, wallet, openJournal(journalPath));
    const names = Array.from({ length: 20 }, (_, n) => `step ${n}`);
    const sent = await Promise.all(names.map(async (name) => await sender.send(step(name))));
    expect(sent.map(({ nonce }) => nonce)).to.deep.equal(names.map((_, n) => n));
    const outcomes = await Promise.all(sent.map(async (record) => await sender.outcome(record)));
    expect(outcomes.map(({ kind }) => kind)).to.deep.equal(names.map(() => "mined"));
  });

  it("fills a number that nobody has a transaction for, so that what comes after it is mined", async function () {
    const { wallet, journalPath } = await freshSender(chain);
    // A transaction this journal knows nothing of is in the pool when the account is opened, and is dropped later.
    let isOpening = true;
    const provider = new Proxy(chain.provider, {
      get(target, name) {
        if (name === "getTransactionCount" && isOpening) return async () => await Promise.resolve(1);
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === "function" ? (value as (...args: unknown[]) => unknown).bind(target) : value;
      },
    });
    const sender = await openSender({ ...quick, provider }, wallet, openJournal(journalPath));
    isOpening = false;
    const sent = await sender.send(step("late"));
    expect(sent.nonce).to.equal(1);
    expect((await sender.outcome(sent)).kind).to.equal("mined");
    expect(signedIn(journalPath).map(({ step: name }) => name)).to.deep.equal(["late", "gap 0"]);
  });

  it("forgets what was signed for a chain that was started again", async function () {
    const { wallet, journalPath } = await freshSender(chain);
    const journal = openJournal(journalPath);
    const before = await (await openSender(quick, wallet, journal)).send(step("before"));
    const { nonce, step: name } = before;
    const other = openJournal(`${journalPath}.other`);
    other.append({ ...before, genesis: id("another chain"), nonce: nonce + 1 });
    other.append({ ...before, genesis: id("another chain"), nonce: nonce + 2, step: `${name} again` });
    const sender = await openSender(quick, wallet, other);
    expect(sender.sent).to.deep.equal([]);
    expect((await sender.send(step("new"))).nonce).to.equal(nonce + 1);
  });

  it("does not take a transaction for replaced because one of several nodes lags behind", async function () {
    const { wallet, journalPath } = await freshSender(chain);
    let lagging = 2;
    const provider = new Proxy(chain.provider, {
      get(target, name) {
        if (name === "getTransactionReceipt" && lagging-- > 0) return async () => await Promise.resolve(null);
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === "function" ? (value as (...args: unknown[]) => unknown).bind(target) : value;
      },
    });
    const sender = await openSender({ ...quick, provider }, wallet, openJournal(journalPath));
    expect((await sender.outcome(await sender.send(step("slow")))).kind).to.equal("mined");
  });

  it("names the account that cannot pay the fees", async function () {
    const { wallet, journalPath } = await freshSender(chain);
    const poor = faulty(quick, async (method, params, pass) => {
      if (method === "eth_sendRawTransaction") throw new Error("insufficient funds for gas * price + value");
      return await pass(method, params);
    });
    const sender = await openSender(poor, wallet, openJournal(journalPath));
    const failure: unknown = await sender.send(step("poor")).catch((error: unknown) => error);
    expect(failure).to.include({ exitCode: 2, key: "sending.noFunds" });
    expect(String(failure)).to.include(wallet.address);
  });
});
