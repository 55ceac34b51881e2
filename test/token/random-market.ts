// SPDX-License-Identifier: EUPL-1.2
import { dailyExponentOf } from "@monnaie-commune/sdk/demurrage";
import { expect } from "chai";
import { randomFrom } from "../../scripts/demo/random.ts";
import { ExactModel } from "./exact-model.ts";
import { SdkBooks } from "./sdk-books.ts";
import { CAP, CEILING_BPS, ethers, MERCHANT_BPS, ORDINARY_BPS, time, type deployToken } from "./token-fixture.ts";

const PEOPLE = 16;
const NOTICE_DAYS = 30;
const SECONDS_PER_DAY = 86_400;
const EXEMPT = 2;

/** How often each operation happens, out of 100. */
const WEIGHTS = { mint: 20, transfer: 45, settle: 12, setRateClass: 8, announceRate: 3, burn: 4, collectDemurrage: 8 };

/**
 * Random operations on the contract, on the sdk's books and on the exact model at once. Each sends one transaction on
 * the current day, so that the chain's clock shows it too.
 */
export async function openMarket({ token, admin, till }: Awaited<ReturnType<typeof deployToken>>, seed: string) {
  const random = randomFrom(seed);
  const exact = new ExactModel(Number(ORDINARY_BPS), Number(MERCHANT_BPS));
  const sdk = new SdkBooks(till);
  const people = (await ethers.getSigners()).slice(1, PEOPLE + 1).map(({ address }) => address);
  const encode = token.interface.encodeFunctionData.bind(token.interface);
  let day = Number(await token.today());
  let now = await time.latest();

  const send = async (from: string, data: string): Promise<void> => {
    now = Math.max(now + 1, day * SECONDS_PER_DAY);
    await ethers.provider.send("evm_setNextBlockTimestamp", [now]);
    await ethers.provider.send("eth_sendTransaction", [{ from, to: till, data, gas: "0x1e8480" }]);
  };
  const add = (name: string, cents: bigint) => {
    exact.add(name, cents, day);
    sdk.add(name, cents, day);
  };
  /** From 0,01 to the most, small ones as often as large ones, and all of it now and then. */
  const amountUpTo = (most: bigint): bigint => {
    if (random.between(0, 19) === 0) return most;
    const amount = 10n ** BigInt(random.between(0, 8)) + BigInt(random.between(0, 999));
    return amount < most ? amount : most;
  };
  const compareRates = async () => {
    for (const rateClass of [0, 1] as const) {
      sdk.rates[rateClass] = exact.rates[rateClass].map((rate) => {
        return { ...rate, dailyExponent: dailyExponentOf(rate.yearlyRateBps) };
      });
      const onChain = (await token.ratesOf(rateClass)).map(({ fromDay, yearlyRateBps, dailyExponent }) => {
        return { fromDay: Number(fromDay), yearlyRateBps: Number(yearlyRateBps), dailyExponent };
      });
      expect(onChain).to.deep.equal(sdk.rates[rateClass]);
    }
  };
  const daysLater = (): number => {
    const chance = random.between(0, 999);
    if (chance < 600) return 0;
    if (chance < 900) return random.between(1, 3);
    if (chance < 990) return random.between(4, 30);
    return chance < 998 ? random.between(31, 400) : random.pick([365, 730, 3_650]);
  };

  const operations: Record<keyof typeof WEIGHTS, () => Promise<void>> = {
    async mint() {
      const [to, amount] = [random.pick(people), amountUpTo(CAP - sdk.supply)];
      await send(admin.address, encode("mint", [to, amount]));
      sdk.supply += amount;
      add(to, amount);
    },
    async transfer() {
      const [from, to] = [random.pick(people), random.pick(people)];
      const amount = amountUpTo(sdk.balance(from, day));
      await send(from, encode("transfer", [to, amount]));
      add(from, -amount);
      add(to, amount);
    },
    async settle() {
      const chosen = random.shuffled(people).slice(0, random.between(0, 4));
      await send(random.pick(people), encode("settle", [chosen]));
      for (const name of chosen) if (sdk.melts(name)) add(name, 0n);
    },
    async setRateClass() {
      const [name, rateClass] = [random.pick(people), random.between(0, EXEMPT)];
      await send(admin.address, encode("setRateClass", [name, rateClass]));
      exact.setClass(name, rateClass, day);
      sdk.setClass(name, rateClass, day);
    },
    async announceRate() {
      const rateClass = random.pick([0, 1] as const);
      if (!exact.isRatePending(rateClass, day)) {
        const fromDay = day + NOTICE_DAYS + random.between(0, 400);
        const yearlyRateBps = random.between(0, Number(CEILING_BPS));
        await send(admin.address, encode("announceRate", [rateClass, yearlyRateBps, fromDay]));
        exact.rates[rateClass].push({ fromDay, yearlyRateBps });
      } else if (random.between(0, 2) === 0) {
        await send(admin.address, encode("withdrawRate", [rateClass]));
        exact.rates[rateClass].pop();
      } else await operations.transfer();
      await compareRates();
    },
    async burn() {
      const amount = amountUpTo(sdk.balance(admin.address, day));
      await send(admin.address, encode("burn", [amount]));
      sdk.supply -= amount;
      add(admin.address, -amount);
    },
    async collectDemurrage() {
      const [to, amount] = [random.pick([...people, admin.address]), amountUpTo(sdk.balance(till, day))];
      await send(admin.address, encode("collectDemurrage", [to, amount]));
      add(to, amount);
      sdk.takeFromTill(amount);
    },
  };
  const deck = Object.entries(WEIGHTS).flatMap(([name, weight]) =>
    Array<keyof typeof WEIGHTS>(weight).fill(name as keyof typeof WEIGHTS),
  );

  await compareRates();
  return {
    exact,
    sdk,
    accounts: [...people, admin.address],
    today: () => day,
    async next() {
      day += daysLater();
      await operations[random.pick(deck)]();
    },
  };
}
