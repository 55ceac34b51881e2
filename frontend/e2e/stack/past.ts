// SPDX-License-Identifier: EUPL-1.2
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import type { Region } from "@monnaie-commune/sdk/regions";
import type { Payment } from "@monnaie-commune/sdk/runs";
import type { Hex } from "viem";
import { runsFolder } from "../../../scripts/bonus/run-folder.ts";
import { fictitiousAddress } from "../../../scripts/demo/random.ts";
import { PAST_DAYS, PEOPLE, REGULAR_PAYMENTS } from "../seed.ts";
import type { TestChain } from "./chain.ts";
import { payBonus } from "./bonus.ts";
import { writeLetters } from "./letters.ts";
import { payer } from "./payments.ts";
import { importShops } from "./shops.ts";
import { fundStructures } from "./structures.ts";

const STAFF = 20;

/** Writes what the tests find on the chain: shops, a bonus, a subsidy, some weeks of payments, and one shop's very long history. */
export async function writePast(
  { chain, url, moveTo }: TestChain,
  region: Region,
  deployment: Deployment,
): Promise<void> {
  const token = deployment.contracts.RegionalToken.address;
  const person = (index: number) => payer(index, url, token, chain.chainId);
  const camille = person(PEOPLE.camille);
  const naima = person(PEOPLE.naima);
  const bakery = person(PEOPLE.bakery);
  const bookshop = person(PEOPLE.bookshop);
  const regular = person(PEOPLE.regular);

  await importShops(chain, region, deployment);
  const staff: Payment[] = Array.from({ length: STAFF }, (_, i) => ({
    payee: fictitiousAddress(`test staff ${i}`) as Hex,
    amount: BigInt(100_00 + i * 7_35),
  }));
  await payBonus(chain, region.slug, runsFolder(), [
    { payee: camille.address, amount: 250_00n },
    { payee: naima.address, amount: 180_00n },
    { payee: regular.address, amount: 6_000_00n },
    ...staff,
  ]);

  await writeLetters(chain, deployment);
  await fundStructures(chain, region.slug, runsFolder(), deployment);

  await moveTo(PAST_DAYS - 3);
  await camille.pay(bakery.address, 12_40n);
  await naima.pay(bookshop.address, 23_90n);
  await moveTo(PAST_DAYS - 21);
  await camille.pay(bookshop.address, 18_00n, 4_50n);
  await bookshop.pay(bakery.address, 9_20n);

  const days = Array.from({ length: REGULAR_PAYMENTS.days }, (_, day) => REGULAR_PAYMENTS.days - day);
  for (const daysAgo of days) {
    await moveTo(daysAgo);
    const count = REGULAR_PAYMENTS.count / REGULAR_PAYMENTS.days;
    await regular.pay(bakery.address, ...Array.from({ length: count }, (_, i) => BigInt(80 + ((i * 37) % 240))));
  }
  await moveTo(0);
  await naima.pay(camille.address, 15_00n);
  await bakery.pay(naima.address, 3_10n);
}
