// SPDX-License-Identifier: EUPL-1.2
import { gasOf, type BenchChain } from "./bench-chain.ts";
import type { GasFigure } from "./figures.ts";

const HELD = 10_000_00n;
const PRICE = 12_50n;
const IDLE_DAYS = [1, 30, 365] as const;
const NOTICE_DAYS = 30;
const NEW_RATE_BPS = 500;

/** Payments, mints, approvals and settlements of single accounts. */
export async function paymentFigures(chain: BenchChain): Promise<GasFigure[]> {
  const { token, openZeppelin, solady, payer, payee, account, pass } = chain;
  const plain = [openZeppelin, solady] as const;
  const figures: GasFigure[] = [];

  const mints = await Promise.all(plain.map((other) => gasOf(other.mint(payer, HELD))));
  figures.push({
    name: "RegionalToken.mint_new",
    title: "mint to a new holder",
    gas: await gasOf(token.mint(payer, HELD)),
    ...beside(mints),
    note: "the plain tokens let anyone mint; here the access manager is asked",
  });
  for (const other of [token, ...plain]) await gasOf(other.mint(payee, HELD));

  const pay = (other: (typeof plain)[number] | typeof token, to: string) =>
    gasOf(other.connect(payer).transfer(to, PRICE));

  figures.push({
    name: "RegionalToken.transfer_same_day",
    title: "transfer to a holder, nothing due",
    gas: await pay(token, payee.address),
    target: 35_600,
    ...beside([await pay(openZeppelin, payee.address), await pay(solady, payee.address)]),
  });
  for (const days of IDLE_DAYS) {
    await pass(days);
    await gasOf(token.settle([payee.address]));
    figures.push({
      name: `RegionalToken.transfer_one_settles_${days}d`,
      title: `transfer, one side settles ${counted(days)}`,
      gas: await pay(token, payee.address),
      target: 43_000,
    });
  }
  for (const days of IDLE_DAYS) {
    await pass(days);
    figures.push({
      name: `RegionalToken.transfer_both_settle_${days}d`,
      title: `transfer, both sides settle ${counted(days)}`,
      gas: await pay(token, payee.address),
      target: 45_500,
    });
  }
  const newcomers = ["newcomer 1", "newcomer 2"].map(account) as [string, string];
  figures.push({
    name: "RegionalToken.transfer_new_holder",
    title: "transfer to a new holder, nothing due",
    gas: await pay(token, newcomers[0]),
    target: 52_800,
    ...beside([await pay(openZeppelin, newcomers[0]), await pay(solady, newcomers[0])]),
  });
  await pass(30);
  figures.push({
    name: "RegionalToken.transfer_new_holder_settles_30d",
    title: "transfer to a new holder, payer settles 30 days",
    gas: await pay(token, newcomers[1]),
  });

  figures.push(await settleOneFigure(chain), await settleManyFigure(chain), await approveFigure(chain));
  return [...figures, ...(await rateChangeFigures(chain))];
}

async function settleOneFigure({ token, payer, pass }: BenchChain): Promise<GasFigure> {
  await pass(30);
  const gas = await gasOf(token.settle([payer.address]));
  return { name: "RegionalToken.settle_1", title: "settle one account after 30 days", gas };
}

async function settleManyFigure({ token, account, pass }: BenchChain): Promise<GasFigure> {
  const holders = Array.from({ length: 50 }, (_, index) => account(`holder ${index}`));
  await gasOf(token.mintBatch(holders.map((holder) => ({ payee: holder, amount: HELD }))));
  await pass(30);
  const gas = Math.round((await gasOf(token.settle(holders))) / holders.length);
  return { name: "RegionalToken.settle_50_each", title: "settle 50 accounts after 30 days, each", gas };
}

async function approveFigure({ token, openZeppelin, solady, payer, payee }: BenchChain): Promise<GasFigure> {
  const approve = (other: typeof token | typeof openZeppelin | typeof solady) =>
    gasOf(other.connect(payer).approve(payee, PRICE));
  return {
    name: "RegionalToken.approve",
    title: "approve",
    gas: await approve(token),
    ...beside([await approve(openZeppelin), await approve(solady)]),
  };
}

async function rateChangeFigures({ token, payer, payee, pass }: BenchChain): Promise<GasFigure[]> {
  const pay = () => gasOf(token.connect(payer).transfer(payee, PRICE));
  await pay();
  await gasOf(token.announceRate(0, NEW_RATE_BPS, (await token.today()) + BigInt(NOTICE_DAYS)));
  await pass(NOTICE_DAYS * 2);
  const across = await pay();
  await pass(30);
  return [
    {
      name: "RegionalToken.transfer_both_settle_across_change",
      title: "transfer, both sides settle 60 days across the first rate change",
      gas: across,
    },
    {
      name: "RegionalToken.transfer_both_settle_30d_after_change",
      title: "transfer, both sides settle 30 days, after the first rate change",
      gas: await pay(),
      note: "the changed rate is one more storage slot to read (2,100)",
    },
  ];
}

function beside([openZeppelin, solady]: readonly number[]): Pick<GasFigure, "openZeppelin" | "solady"> {
  return { ...(openZeppelin === undefined ? {} : { openZeppelin }), ...(solady === undefined ? {} : { solady }) };
}

function counted(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}
