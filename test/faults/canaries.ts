// SPDX-License-Identifier: EUPL-1.2
// Scripts that are broken on purpose. A suite that lets one of them pass is worth nothing.
import { appendFileSync } from "node:fs";
import { RegionalToken__factory } from "../../types/ethers-contracts/index.js";
import { type Case, PAID } from "./case.ts";
import { aroundBroadcast, BOTH, type Kind } from "./kind.ts";

/** A broken script, and what the suite must say of it. */
export type Canary = Kind & { caught: RegExp };

export const CANARIES: readonly Canary[] = [
  {
    name: "leaves-out",
    what: "the script ends with 0 and the words of success, and somebody is not paid",
    nodes: BOTH,
    async play(c) {
      const giveUp = { record: "signed", nth: c.moment(c.plan.chunks), code: 0 } as const;
      await c.expectEnd(await c.startRun({ giveUp }).ended, { code: 0, says: [] });
    },
    caught: /was not paid \d+ cents/u,
  },
  {
    name: "pays-twice",
    what: "somebody is paid a second time",
    nodes: BOTH,
    async play(c) {
      const ended = await aroundBroadcast(c, "after", c.moment(c.plan.chunks), async () => await payAgain(c));
      await c.expectEnd(ended, ...PAID);
    },
    caught: /that nobody owed, or twice/u,
  },
  {
    name: "sends-unwritten",
    what: "the script broadcasts what its journal does not hold",
    nodes: BOTH,
    async play(c) {
      await c.expectEnd(await c.startRun({ forgetful: true }).ended, ...PAID);
    },
    caught: /reached the node before the journal/u,
  },
  {
    name: "stops-in-silence",
    what: "the script ends with a code of the documentation, and says nothing",
    nodes: BOTH,
    async play(c) {
      const giveUp = { record: "done", nth: c.moment(c.plan.chunks), code: 2 } as const;
      await c.expectEnd(await c.startRun({ giveUp }).ended, ...PAID);
    },
    caught: /^It was to end with/u,
  },
  {
    name: "edits-the-plan",
    what: "the plan's file is not what was approved any more",
    nodes: BOTH,
    play: async (c) => Promise.resolve(appendFileSync(c.plan.path, "\n")),
    caught: /The plan's file was changed/u,
  },
];

/** The issuing contract itself pays a line of the plan once more: nothing but the events shows it. */
async function payAgain({ world, plan }: Case): Promise<void> {
  const { node, deployment } = world;
  const { Issuance, RegionalToken } = deployment.contracts;
  const [due] = plan.due;
  if (due === undefined) throw new Error("Nobody is due anything");
  await node.send("hardhat_impersonateAccount", [Issuance.address]);
  await node.send("hardhat_setBalance", [Issuance.address, "0xde0b6b3a7640000"]);
  const data = RegionalToken__factory.createInterface().encodeFunctionData("mint", [due.to, due.cents]);
  await node.send("eth_sendTransaction", [{ from: Issuance.address, to: RegionalToken.address, data }]);
  await node.send("hardhat_stopImpersonatingAccount", [Issuance.address]);
}
