// SPDX-License-Identifier: EUPL-1.2
import { claimTypedData } from "@monnaie-commune/sdk/claims/authorisation";
import { CLAIMS_PER_SHEET } from "@monnaie-commune/sdk/claims/sheet-size";
import { buildSheetTree, type Claim, claimNumberOf, claimSheet } from "@monnaie-commune/sdk/claims/sheets";
import { buildRunTree } from "@monnaie-commune/sdk/runs";
import { gasOf, type BenchChain } from "./bench-chain.ts";
import type { GasFigure } from "./figures.ts";

const CLAIMS = 10_000;
const AMOUNT = 400_00n;
const IDLE_DAYS = 30;
const VALID_DAYS = 365;
const SECONDS_PER_DAY = 86_400;
const BATCH_SIZE = 50;
const BONUS = 0;

const TARGET_WITHOUT_KEY =
  "the target knows no one-time key; its signature costs 4,600. With it nothing can cost less than about 69,900: " +
  "21,000, calldata 5,700, the sheet 7,100, the call of the token 2,600, the accounts 27,100, two events 3,300, the key 3,100. " +
  "The rest is computing: 1,500 in the token, the proof, the message and the choice of the function here";

/** Claims of a run of 10,000, on 79 sheets. */
export async function claimFigures(chain: BenchChain): Promise<GasFigure[]> {
  const { token, account, pass } = chain;
  const run = await approvedRun(chain);
  const opened = await run.open(0);
  await run.open(1);
  const holder = account("holder");
  await gasOf(token.mint(holder, AMOUNT));
  await gasOf(run.claim(0, account("first to claim")));
  const toNew = await gasOf(run.claim(1, account("newcomer")));
  const toHolder = await gasOf(run.claim(2, holder));
  const together = await run.claimTogether(3, BATCH_SIZE);
  await pass(IDLE_DAYS);
  const toSettling = await gasOf(run.claim(3 + BATCH_SIZE, holder));
  await run.cancel(4 + BATCH_SIZE);
  const cancelled = await run.cancel(5 + BATCH_SIZE);
  const closed = await run.close(1);
  return [
    {
      name: "Issuance.claim_new",
      title: "claim in a run of 10,000, to a new holder",
      gas: toNew,
      target: 68_000,
      note: TARGET_WITHOUT_KEY,
    },
    {
      name: "Issuance.claim_known",
      title: "claim in a run of 10,000, to an existing holder, nothing due",
      gas: toHolder,
      target: 51_000,
      note: "as above, less the 17,100 of a new slot",
    },
    {
      name: "Issuance.claim_settling",
      title: "claim in a run of 10,000, to an existing holder who settles 30 days",
      gas: toSettling,
    },
    {
      name: "Issuance.claim_50_each",
      title: "claims of a sheet, 50 new holders in one transaction, each",
      gas: together,
    },
    {
      name: "Issuance.openClaims_128_each",
      title: "claim sheet of 128 opened, each claim",
      gas: Math.round(opened / CLAIMS_PER_SHEET),
    },
    { name: "Issuance.cancelClaim", title: "claim cancelled", gas: cancelled },
    { name: "Issuance.closeClaims", title: "claim sheet of 128 closed, nobody having claimed", gas: closed },
  ];
}

/** A real run of claims: decided, paid for, proposed, approved by another person. The first sheets have real keys. */
async function approvedRun(chain: BenchChain) {
  const { issuance, ethers, approver, account, callBatch } = chain;
  const { timestamp } = (await ethers.provider.getBlock("latest")) ?? { timestamp: 0 };
  const deadline = timestamp + VALID_DAYS * SECONDS_PER_DAY;
  const wallets = Array.from(
    { length: CLAIMS_PER_SHEET },
    (_, place) => new ethers.Wallet(ethers.id(`claim ${place}`)),
  );
  const claims = Array.from({ length: CLAIMS }, (_, index): Claim => {
    const claimKey = (wallets[index]?.address ?? account(`claim ${index}`)) as `0x${string}`;
    return { claimKey, amount: AMOUNT };
  });
  const pages = Array.from({ length: Math.ceil(CLAIMS / CLAIMS_PER_SHEET) }, (_, page) =>
    claims.slice(page * CLAIMS_PER_SHEET, (page + 1) * CLAIMS_PER_SHEET),
  );
  const sheets = pages.map((page, chunkIndex) => claimSheet(chunkIndex, page, deadline));
  const tree = buildRunTree([], sheets);
  const total = BigInt(CLAIMS) * AMOUNT;
  await gasOf(issuance.openProgramme(BONUS, total, timestamp, deadline, ethers.id("decision")));
  const programmeId = await issuance.programmeCount();
  await gasOf(issuance.attest(programmeId, total, ethers.id("order")));
  await gasOf(issuance.proposeRun(programmeId, tree.root, ethers.id("plan"), CLAIMS, total));
  const runId = await issuance.runCount();
  await gasOf(issuance.connect(approver).approveRun(runId));

  const first = buildSheetTree(0, pages[0] ?? []);
  const address = (await issuance.getAddress()) as `0x${string}`;
  const argsOf = async (place: number, payee: `0x${string}`) => {
    const wallet = wallets[place];
    if (wallet === undefined) throw new Error(`No key for place ${place}`);
    const claimNumber = BigInt(claimNumberOf(0, place));
    const message = { chainId: Number(chain.chainId), issuance: address, runId, claimNumber, payee };
    const { domain, types, message: values } = claimTypedData(message);
    const { Claim: fields } = types;
    const signature = ethers.Signature.from(await wallet.signTypedData(domain, { Claim: [...fields] }, values));
    return [runId, claimNumber, AMOUNT, payee, signature.r, signature.yParityAndS, first.proof(place)] as const;
  };
  return {
    open(chunkIndex: number) {
      const sheet = sheets[chunkIndex];
      if (sheet === undefined) throw new Error(`No sheet ${chunkIndex}`);
      return gasOf(issuance.openClaims(runId, chunkIndex, sheet, tree.proof(chunkIndex)));
    },
    async claim(place: number, payee: `0x${string}`) {
      return await issuance.claim(...(await argsOf(place, payee)));
    },
    async claimTogether(from: number, count: number) {
      const places = Array.from({ length: count }, (_, index) => from + index);
      const calls = places.map(async (place) =>
        issuance.interface.encodeFunctionData("claim", [...(await argsOf(place, account(`claimant ${place}`)))]),
      );
      return Math.round((await gasOf(callBatch.run(issuance, await Promise.all(calls)))) / count);
    },
    cancel(place: number) {
      const key = wallets[place]?.address ?? "";
      return gasOf(issuance.cancelClaim(runId, claimNumberOf(0, place), key, AMOUNT, first.proof(place)));
    },
    close: (chunkIndex: number) => gasOf(issuance.closeClaims(runId, chunkIndex)),
  };
}
