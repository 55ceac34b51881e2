// SPDX-License-Identifier: EUPL-1.2
import { id } from "ethers";
import { deployedRegion, time } from "./fixtures.ts";
import type { PreparedRun } from "./runs.ts";

export const PURPOSE = { bonus: 0n, reward: 1n, subsidy: 2n, voucherBacking: 3n };
export const STATE = { none: 0n, proposed: 1n, approved: 2n, cancelled: 3n };

const DAY = 86_400n;

/** A region in which each purpose has a programme that is open for 60 days and wholly attested: 1 is for bonuses. */
export async function openProgrammes(budget: bigint, decision: string) {
  const region = await deployedRegion();
  const { issuance, council, treasurer } = region;
  const opensAt = BigInt(await time.latest());
  const closesAt = opensAt + 60n * DAY;
  for (const [index, purpose] of Object.values(PURPOSE).entries()) {
    await issuance.connect(council).openProgramme(purpose, budget, opensAt, closesAt, decision);
    await issuance.connect(treasurer).attest(index + 1, budget, id(`mandat ${index}`));
  }
  const officerOf = (programmeId: bigint) => (programmeId === 1n ? region.bonusOfficer : region.rewardOfficer);
  /** Proposes a run by the officer of its programme. */
  const propose = async (run: PreparedRun, programmeId = 1n) => {
    const { tree, planHash, paymentCount, total } = run;
    const officer = issuance.connect(officerOf(programmeId));
    await officer.proposeRun(programmeId, tree.root, planHash, paymentCount, total);
    return await issuance.runCount();
  };
  /** Proposes it, and lets the approver approve it. */
  const approve = async (run: PreparedRun, programmeId = 1n) => {
    const runId = await propose(run, programmeId);
    await issuance.connect(region.approver).approveRun(runId);
    return runId;
  };
  return { ...region, opensAt, closesAt, propose, approve };
}
