// SPDX-License-Identifier: EUPL-1.2
import { buildRunTree } from "@monnaie-commune/sdk/runs";
import { gasOf, type BenchChain } from "./bench-chain.ts";
import { TRANSACTION_GAS_LIMIT, type GasFigure } from "./figures.ts";

const CHUNK_SIZE = 500;
const SMALL_CHUNK_SIZE = 100;
const AMOUNT = 400_00n;
const IDLE_DAYS = 30;
const BONUS = 0;

/** Bonus runs through `Issuance.payChunk` and the token's `mintBatch`, per person. */
export async function runFigures(chain: BenchChain): Promise<GasFigure[]> {
  const { token, openZeppelin, solady, pass } = chain;
  const run = await approvedRun(chain);
  const newPeople = await run.pay("new");
  const small = await run.pay("small");
  const known = await run.pay("known");
  const people = paymentsTo(chain, "batch", CHUNK_SIZE);
  const perPerson = async (sent: Parameters<typeof gasOf>[0]) => Math.round((await gasOf(sent)) / CHUNK_SIZE);
  const batchNew = await perPerson(token.mintBatch(people));
  const batchKnown = await perPerson(token.mintBatch(people));
  const plainNew = [await perPerson(openZeppelin.mintBatch(people)), await perPerson(solady.mintBatch(people))];
  const plainKnown = [await perPerson(openZeppelin.mintBatch(people)), await perPerson(solady.mintBatch(people))];
  await pass(IDLE_DAYS);
  const settling = await run.pay("settling");
  const batchSettling = await perPerson(token.mintBatch(people));

  const marginal = (newPeople - small) / (CHUNK_SIZE - SMALL_CHUNK_SIZE);
  const fits = Math.floor((TRANSACTION_GAS_LIMIT - newPeople) / marginal) + CHUNK_SIZE;
  const each = (gas: number) => Math.round(gas / CHUNK_SIZE);
  const newBeside = { openZeppelin: plainNew[0] ?? 0, solady: plainNew[1] ?? 0 };
  const knownBeside = { openZeppelin: plainKnown[0] ?? 0, solady: plainKnown[1] ?? 0 };
  return [
    {
      name: "Issuance.payChunk_500_new_each",
      title: "bonus chunk of 500, each new person",
      gas: each(newPeople),
      target: 25_500,
      ...newBeside,
    },
    {
      name: "Issuance.payChunk_500_known_each",
      title: "bonus chunk of 500, each existing person, nothing due",
      gas: each(known),
      target: 8_400,
      ...knownBeside,
    },
    {
      name: "Issuance.payChunk_500_settling_each",
      title: "bonus chunk of 500, each existing person, settling 30 days",
      gas: each(settling),
      target: 10_500,
      note: "settling is an event (1,756) and a decay factor (about 430) more, and some bookkeeping; the target leaves 2,100",
    },
    {
      name: "RegionalToken.mintBatch_500_new_each",
      title: "mintBatch of 500, each new person",
      gas: batchNew,
      ...newBeside,
    },
    {
      name: "RegionalToken.mintBatch_500_known_each",
      title: "mintBatch of 500, each existing person, nothing due",
      gas: batchKnown,
      ...knownBeside,
    },
    {
      name: "RegionalToken.mintBatch_500_settling_each",
      title: "mintBatch of 500, each existing person, settling 30 days",
      gas: batchSettling,
    },
    {
      name: "Issuance.payChunk_new_people_per_transaction",
      title: `new people in one transaction of ${TRANSACTION_GAS_LIMIT.toLocaleString("en")} gas (a count, at least the target)`,
      gas: fits,
      target: 650,
      isCount: true,
    },
  ];
}

type ChunkName = "new" | "known" | "settling" | "small";

/** A real run: decided, paid for, proposed, approved by another person, and paid chunk by chunk with its proofs. */
async function approvedRun(chain: BenchChain) {
  const { issuance, ethers, approver } = chain;
  const staff = paymentsTo(chain, "staff", CHUNK_SIZE);
  const others = paymentsTo(chain, "other staff", SMALL_CHUNK_SIZE);
  const names: readonly ChunkName[] = ["new", "known", "settling", "small"];
  const chunks = [staff, staff, staff, others];
  const tree = buildRunTree(chunks);
  const count = chunks.flat().length;
  const total = BigInt(count) * AMOUNT;
  const { timestamp } = (await ethers.provider.getBlock("latest")) ?? { timestamp: 0 };
  await gasOf(issuance.openProgramme(BONUS, total, timestamp, timestamp + 365 * 86_400, ethers.id("decision")));
  const programmeId = await issuance.programmeCount();
  await gasOf(issuance.attest(programmeId, total, ethers.id("order")));
  await gasOf(issuance.proposeRun(programmeId, tree.root, ethers.id("plan"), count, total));
  const runId = await issuance.runCount();
  await gasOf(issuance.connect(approver).approveRun(runId));
  return {
    pay(name: ChunkName) {
      const index = names.indexOf(name);
      return gasOf(issuance.payChunk(runId, index, chunks[index] ?? [], tree.proof(index)));
    },
  };
}

function paymentsTo({ account }: BenchChain, group: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({ payee: account(`${group} ${index}`), amount: AMOUNT }));
}
