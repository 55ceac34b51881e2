// SPDX-License-Identifier: EUPL-1.2
// Three accounts of the same 10,000 random operations over decades: the contract on a chain, sdk/demurrage, and exact
// mathematics (exact-model.ts). The sdk has to agree with the contract to the last bit of every account's worth. The
// exact value has to agree to the cent, except where it lies so near a whole cent that the proven error of the fixed
// point may put the contract on the other side. That error is summed up account by account and stays below TOLERANCE.
import { expect } from "chai";
import { Decimal } from "decimal.js";
import { openMarket } from "./random-market.ts";
import { deployToken } from "./token-fixture.ts";

const OPERATIONS = Number(process.env.DIFFERENTIAL_OPERATIONS ?? "10000");
const SEED = process.env.DIFFERENTIAL_SEED ?? "differential";
const COMPARED_EVERY = 10;

/** Cents: what a thousand settlements of an account of up to a million units may add up to, at 2.4e-17 each. */
const TOLERANCE = 1e-7;

type Market = Awaited<ReturnType<typeof openMarket>>;

describe("RegionalToken, sdk/demurrage and exact mathematics", function () {
  this.timeout(600_000);

  it(`agree to the cent over ${OPERATIONS} random operations`, async () => {
    const fixture = await deployToken();
    const { token, till } = fixture;
    const market = await openMarket(fixture, SEED);
    const { sdk, accounts } = market;
    const firstDay = market.today();
    let onTheBrink = 0;
    let compared = 0;

    for (let done = 1; done <= OPERATIONS; done++) {
      await market.next();
      if (done % COMPARED_EVERY !== 0 && done !== OPERATIONS) continue;
      for (const account of accounts) {
        const { worth, settledDay, rateClass } = await token.accountOf(account);
        const own = sdk.account(account);
        expect([worth, Number(rateClass)], account).to.deep.equal([own.worth, own.rateClass]);
        if (worth !== 0n) expect(Number(settledDay), account).to.equal(own.settledDay);
        const shown = await token.balanceOf(account);
        expect(shown, account).to.equal(sdk.balance(account, market.today()));
        compared++;
        if (!agreesExactly(market, account, shown)) onTheBrink++;
      }
      expect((await token.accountOf(till)).worth).to.equal(sdk.account(till).worth);
      expect(await token.totalSupply()).to.equal(sdk.supply);
      expect(sdk.settledSum()).to.equal(sdk.supply);
    }

    expect((market.today() - firstDay) / 365).to.be.greaterThan(OPERATIONS / 500);
    expect(onTheBrink).to.be.lessThan(1 + compared / 1_000);
  });
});

/**
 * Whether the exact value has as many whole cents as the chain shows; false when it has not, but lies within the proven
 * error of a whole cent. Fails when that error cannot explain a difference.
 */
function agreesExactly({ sdk, exact, today }: Market, account: string, shown: bigint): boolean {
  const { value, slack } = exact.on(account, today());
  const worth = new Decimal(sdk.worth(account, today()).toString()).div(2 ** 48);
  const difference = value.toDecimalPlaces(40).sub(worth).abs();
  expect(difference.lte(slack), `${account}: off by ${difference.toString()}, more than ${slack}`).to.equal(true);
  expect(slack).to.be.lessThan(TOLERANCE);
  if (value.floor().toFixed() === shown.toString()) return true;
  const toWholeCent = value.sub(value.round()).abs();
  expect(toWholeCent.lte(slack), `${account}: ${value.toString()}, not ${shown}`).to.equal(true);
  return false;
}
