// SPDX-License-Identifier: EUPL-1.2
import { addMonths, dayOf, startOfDay } from "@monnaie-commune/sdk/days";
import type { Payment } from "@monnaie-commune/sdk/runs";
import { encodeCommune } from "@monnaie-commune/sdk/merchants";
import { id, toQuantity } from "ethers";
import type { Hex } from "viem";
import { fictitiousAddress, randomFrom } from "../../scripts/demo/random.ts";
import { SdkBooks } from "../token/sdk-books.ts";
import { type deployedRegion, ethers, time } from "./fixtures.ts";
import { chunkArgs, prepareRun } from "./runs.ts";

export type LifePlan = {
  seed: string;
  months: number;
  people: number;
  shops: number;
  /** Things people, shops and officers do in a month; each payment of a bonus is one. */
  operationsAMonth: number;
  blocksAMonth: number;
};

/** What an account was to show on a day, as the contract said after a block. */
export type Sample = { account: Hex; block: number; day: number; cents: bigint };

/** A life that was lived; `months` holds the first day of each month, and of the one after the last. */
export type Life = { accounts: Hex[]; books: SdkBooks; months: number[]; operations: number; samples: Sample[] };

type Region = Awaited<ReturnType<typeof deployedRegion>>;

const BONUS = 0n;
const MERCHANT = 1;
const PAYEES_A_CHUNK = 200;
const ACCOUNTS_SETTLED = 12;
const SAMPLES_A_MONTH = 25;
const GAS = "0x30000";
const MUCH_GAS = "0x1000000";
const BLOCK_GAS = "0x77359400"; // 2,000 million
// Given along with every transaction: the chain would mine a block in secret to find them.
const FEES = { maxFeePerGas: "0x174876e800", maxPriorityFeePerGas: "0x0" };
const COINS = "0x3635c9adc5dea00000"; // 1,000 coins for fees
const YEARLY_BUDGET = 480_000_00n;
/** Cents that a shop asks back in euros at most; the region allows 2,000.00 a month. */
const EXIT_AT_MOST = 900_00n;

const word = (value: bigint) => value.toString(16).padStart(64, "0");
const addressWord = (account: string) => account.slice(2).toLowerCase().padStart(64, "0");
const send = (method: string, params: unknown[] = []) => ethers.provider.send(method, params) as Promise<unknown>;

/**
 * Lives for some months on the local chain: bonuses, payments, settlements, exits to euros, and a rate that changes, at
 * random and alike for the same seed. Many transactions share a block, as the chain allows: who pays has what he pays when
 * the block begins.
 * @param afterBlock May end the life early, by true.
 */
export async function live(
  region: Region,
  plan: LifePlan,
  afterBlock: () => Promise<boolean> = async () => false,
): Promise<Life> {
  const { gasLimit } = (await ethers.provider.getBlock("latest")) ?? { gasLimit: BLOCK_GAS };
  try {
    return await liveThrough(region, plan, afterBlock);
  } finally {
    // The chain mines for others again as it did.
    await send("evm_setAutomine", [true]);
    await send("evm_setBlockGasLimit", [toQuantity(gasLimit)]);
  }
}

async function liveThrough(
  region: Region,
  { seed, months, people, shops, operationsAMonth, blocksAMonth }: LifePlan,
  afterBlock: () => Promise<boolean>,
): Promise<Life> {
  const { token, issuance, redemptions, registry, council, treasurer, bonusOfficer, approver, registrar } = region;
  const random = randomFrom(seed);
  const named = (kind: string, count: number) =>
    Array.from({ length: count }, (_, n) => fictitiousAddress(`${seed} ${kind} ${n}`) as Hex);
  const [citizens, merchants] = [named("person", people), named("shop", shops)];
  const accounts = [...citizens, ...merchants];
  const addresses = {
    token: (await token.getAddress()) as Hex,
    redemptions: (await redemptions.getAddress()) as Hex,
    registry: (await registry.getAddress()) as Hex,
  };
  const books = new SdkBooks(addresses.token);
  const readRates = async () => {
    for (const rateClass of [0, 1] as const) {
      books.rates[rateClass] = (await token.ratesOf(rateClass)).map(({ fromDay, yearlyRateBps, dailyExponent }) => {
        return { fromDay: Number(fromDay), yearlyRateBps: Number(yearlyRateBps), dailyExponent };
      });
    }
  };

  let day = dayOf(await time.latest());
  let operations = 0;
  const call = async (from: string, to: string, data: string, gas = GAS) =>
    await send("eth_sendTransaction", [{ from, to, data, gas, ...FEES }]);
  const add = (account: string, cents: bigint) => books.add(account, cents, day);

  // Everybody may send; everything of this beginning stands in one block.
  for (const account of [...accounts, registrar.address, treasurer.address]) {
    await send("hardhat_impersonateAccount", [account]);
    await send("hardhat_setBalance", [account, COINS]);
  }
  await send("evm_setBlockGasLimit", [BLOCK_GAS]);
  await readRates();
  await send("evm_setAutomine", [false]);
  for (const [n, shop] of merchants.entries()) {
    const details = {
      category: BigInt((n % 8) + 1),
      commune: encodeCommune("45234"),
      recordHash: id(shop),
      recordURI: `records/${shop}.json`,
    };
    const register = registry.interface.encodeFunctionData("register", [shop, details]);
    await call(registrar.address, addresses.registry, register, MUCH_GAS);
    await call(
      shop,
      addresses.token,
      token.interface.encodeFunctionData("approve", [addresses.redemptions, 2n ** 255n]),
    );
    books.setClass(shop, MERCHANT, day);
  }
  await send("evm_mine");

  /** Opened with all its budget attested; the months of a year are paid from it. */
  const openYear = async (year: number): Promise<bigint> => {
    const now = BigInt(await time.latest());
    await issuance.connect(council).openProgramme(BONUS, YEARLY_BUDGET, now, now + 370n * 86_400n, id(`year ${year}`));
    const programmeId = await issuance.programmeCount();
    await issuance.connect(treasurer).attest(programmeId, YEARLY_BUDGET, id(`order ${seed} ${year}`));
    return programmeId;
  };

  const payBonus = async (programmeId: bigint, month: number, count: number): Promise<void> => {
    const payments: Payment[] = random
      .shuffled(citizens)
      .slice(0, count)
      .map((payee) => ({ payee, amount: BigInt(random.between(20_00, 200_00)) }));
    const chunks = Array.from({ length: Math.ceil(count / PAYEES_A_CHUNK) }, (_, n) =>
      payments.slice(n * PAYEES_A_CHUNK, (n + 1) * PAYEES_A_CHUNK),
    );
    const run = prepareRun(chunks, `month ${month}`);
    const officer = issuance.connect(bonusOfficer);
    await officer.proposeRun(programmeId, run.tree.root, run.planHash, run.paymentCount, run.total);
    const runId = await issuance.runCount();
    await issuance.connect(approver).approveRun(runId);
    for (const index of chunks.keys()) await officer.payChunk(...chunkArgs(runId, run, index));
    for (const { payee, amount } of payments) {
      add(payee, amount);
      books.supply += amount;
    }
    operations += count;
  };

  const waiting: { requestId: bigint; shop: Hex; amount: bigint; fee: bigint }[] = [];
  const month = { asked: new Set<Hex>() };

  /** A block of so many operations. */
  const fillBlock = async (count: number): Promise<void> => {
    const spendable = new Map<Hex, bigint>();
    const has = (account: Hex) => spendable.get(account) ?? books.balance(account, day);
    const effects: (() => void)[] = [];
    const spend = (account: Hex, cents: bigint) => {
      spendable.set(account, has(account) - cents);
      effects.push(() => add(account, -cents));
    };
    const steps = {
      async pay() {
        const from = random.pick(random.between(0, 9) < 7 ? citizens : merchants);
        const to = random.pick(random.between(0, 9) < 7 ? merchants : citizens);
        const most = has(from);
        if (most === 0n) return false;
        const all = random.between(0, 39) === 0;
        const wish = BigInt(random.between(1, 60_00));
        const amount = all || wish > most ? most : wish;
        await call(from, addresses.token, `0xa9059cbb${addressWord(to)}${word(amount)}`);
        spend(from, amount);
        effects.push(() => add(to, amount));
        return true;
      },
      async settle() {
        const chosen = Array.from({ length: random.between(1, ACCOUNTS_SETTLED) }, () => random.pick(accounts));
        const data = token.interface.encodeFunctionData("settle", [chosen]);
        await call(random.pick(accounts), addresses.token, data, MUCH_GAS);
        effects.push(() => {
          for (const account of chosen) if (books.melts(account)) add(account, 0n);
        });
        return true;
      },
      async askForEuros() {
        const shop = random.pick(merchants);
        const most = has(shop) < EXIT_AT_MOST ? has(shop) : EXIT_AT_MOST;
        if (most < 1_00n || month.asked.has(shop)) return false;
        month.asked.add(shop);
        const amount = BigInt(random.between(1_00, Number(most)));
        const data = redemptions.interface.encodeFunctionData("request", [amount, 1_000]);
        await call(shop, addresses.redemptions, data, MUCH_GAS);
        spend(shop, amount);
        return true;
      },
      async answerShop() {
        const asked = waiting.shift();
        if (asked === undefined) return false;
        const { requestId, shop, amount, fee } = asked;
        const isPaid = random.between(0, 4) > 0;
        const data = isPaid
          ? redemptions.interface.encodeFunctionData("confirm", [requestId, id(`transfer ${seed} ${requestId}`)])
          : redemptions.interface.encodeFunctionData("cancel", [requestId]);
        await call(isPaid ? treasurer.address : shop, addresses.redemptions, data, MUCH_GAS);
        if (isPaid) books.supply -= amount - fee;
        else effects.push(() => add(shop, amount));
        return true;
      },
    };
    const deck = [...Array<"pay">(90).fill("pay"), "settle", "settle", "settle", "settle"] as const;
    for (let done = 0; done < count;) {
      const chance = random.between(0, 99);
      const name = chance < 3 ? "askForEuros" : chance < 6 ? "answerShop" : random.pick(deck);
      if (await steps[name]()) done++;
    }
    await send("evm_mine");
    for (const effect of effects) effect();
    operations += count;
    const at = await ethers.provider.getBlockNumber();
    for (const { args } of await redemptions.queryFilter(redemptions.filters.RedemptionRequested(), at, at)) {
      const { requestId, shop, amount, fee } = args;
      waiting.push({ requestId, shop: shop as Hex, amount, fee });
    }
  };

  const firstDay = addMonths(day, 1);
  const firstDays = Array.from({ length: months + 1 }, (_, n) => addMonths(firstDay, n));
  const samples: Sample[] = [];
  let programmeId = 0n;
  for (let n = 0; n < months; n++) {
    const [first, next] = [firstDays[n] ?? 0, firstDays[n + 1] ?? 0];
    month.asked.clear();
    await send("evm_setAutomine", [true]);
    await time.increaseTo(startOfDay(first) + 3_600);
    day = first;
    if (n % 12 === 0) programmeId = await openYear(n / 12);
    if (n === 9) await token.connect(council).announceRate(0, 450, first + 75);
    await readRates();
    const bonuses = Math.round(operationsAMonth / 6);
    await payBonus(programmeId, n, Math.min(bonuses, citizens.length));
    await send("evm_setAutomine", [false]);
    const times = Array.from({ length: blocksAMonth }, () =>
      random.between(startOfDay(first) + 7_200, startOfDay(next) - 1),
    ).toSorted((a, b) => a - b);
    const perBlock = Math.round((operationsAMonth - Math.min(bonuses, citizens.length)) / blocksAMonth);
    for (const at of times) {
      const after = Math.max(at, (await time.latest()) + 1);
      await send("evm_setNextBlockTimestamp", [after]);
      day = dayOf(after);
      await fillBlock(perBlock);
      if (await afterBlock()) return { accounts, books, months: firstDays.slice(0, n + 2), operations, samples };
    }
    const block = await ethers.provider.getBlockNumber();
    for (const account of random.shuffled(accounts).slice(0, SAMPLES_A_MONTH)) {
      samples.push({ account, block, day: next, cents: await token.balanceOfOn(account, next) });
    }
  }
  return { accounts, books, months: firstDays, operations, samples };
}
