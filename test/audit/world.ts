// SPDX-License-Identifier: EUPL-1.2
import type { RpcRequest } from "@monnaie-commune/sdk/ledger/rpc-source";
import { id } from "ethers";
import { ethers, loadFixture, time } from "../helpers/fixtures.ts";
import { livelyRegion } from "../helpers/lively-region.ts";
import { days } from "../helpers/time.ts";

/** The true node. */
export const askNode: RpcRequest = async (method, params) => await ethers.provider.send(method, [...params]);

/** A region that has lived through everything an audit looks at: a second deposit, and a rate that changed. */
export async function auditedRegion() {
  const region = await loadFixture(livelyRegion);
  const { token, issuance, council, treasurer, ana, ben } = region;
  await issuance
    .connect(council)
    .openProgramme(0, 5_000n, await time.latest(), (await time.latest()) + days(90), id("2"));
  await issuance.connect(treasurer).attest(2n, 2_500n, id("second order"));
  await token.connect(council).announceRate(0, 700n, (await token.today()) + 35n);
  await time.increase(days(40));
  await token.connect(ana).transfer(ben.address, 101n);
  await time.increase(days(2));
  await token.connect(ben).transfer(ana.address, 55n);
  return region;
}

export type AuditedRegion = Awaited<ReturnType<typeof auditedRegion>>;
