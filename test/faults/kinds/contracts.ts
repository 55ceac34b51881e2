// SPDX-License-Identifier: EUPL-1.2
// What other people may do meanwhile: take a role away, close issuing, use up what the run counts on.
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import { id } from "ethers";
import { type Case, type End, stop } from "../case.ts";
import { aroundBroadcast, at, BOTH, type Kind } from "../kind.ts";
import { total } from "../plans.ts";
import { proposeRival, rivalRun } from "../rival.ts";
import { planSmall, SMALL } from "../small-plan.ts";
import { afterDelay, propose, ROOM_BELOW_CAP } from "../world.ts";

export const CONTRACTS: readonly Kind[] = [
  {
    name: "role-revoked",
    what: "the council takes the officer's role away, and gives it back",
    nodes: BOTH,
    async play(c) {
      const { system } = c.world;
      const { address } = await c.world.wallet("bonusOfficer");
      const manager = system.manager.connect(await c.world.wallet("council"));
      await interrupt(c, [refused("RunUnauthorizedOfficer")], async () => {
        await (await manager.revokeRole(ROLES.BONUS_OFFICER, address)).wait();
      });
      await (await manager.grantRole(ROLES.BONUS_OFFICER, address, 0)).wait();
      await afterDelay(c.world, ROLES.BONUS_OFFICER, address);
    },
    spoils: true,
  },
  {
    name: "issuing-closed",
    what: "the guardian closes issuing, and the council reopens it",
    nodes: BOTH,
    async play(c) {
      const { issuance } = c.world.system;
      const guardian = issuance.connect(await c.world.wallet("guardian"));
      await interrupt(c, [refused("IssuingIsClosed")], async () => {
        await (await guardian.close()).wait();
      });
      await (await issuance.connect(await c.world.wallet("council")).reopen()).wait();
    },
  },
  {
    name: "cap-reached",
    what: "another run uses the room below the cap, until some of its currency is burned",
    nodes: BOTH,
    async play(c) {
      const rival = await rivalRun(c, "reward", 2n * ROOM_BELOW_CAP);
      // While two chunks of ours are open, there is room for the other run.
      const latest = c.plan.chunks - 2;
      await interrupt(c, [refused("ERC20ExceededCap")], async () => await rival.pay(), latest);
      await rival.burn();
    },
    spoils: true,
  },
  {
    name: "attested-reached",
    what: "another run takes the attested euros before ours is approved, until more are attested",
    nodes: BOTH,
    async play(c) {
      const cents = BigInt(c.random.between(1, Number(total(SMALL))));
      const programme = await proposeSmall(c, total(SMALL) + cents - 1n, total(SMALL) + 10n * cents);
      const rival = await proposeRival(c, programme, cents, "bonus");
      await approveMeanwhile(c, rival.approve);
      const treasurer = c.world.system.issuance.connect(await c.world.wallet("treasurer"));
      await (await treasurer.attest(programme, cents, id(`more ${programme}`))).wait();
      await c.expectEnd(await c.start(["approve", c.plan.short, "--yes"]).ended, APPROVED);
    },
  },
  {
    name: "budget-reached",
    what: "another run takes the last of the budget before ours is approved, until it is cancelled",
    nodes: BOTH,
    async play(c) {
      const cents = BigInt(c.random.between(1, Number(total(SMALL))));
      const programme = await proposeSmall(c, total(SMALL) + cents - 1n);
      const rival = await proposeRival(c, programme, cents, "bonus");
      await approveMeanwhile(c, rival.approve);
      await rival.cancel();
      await c.expectEnd(await c.start(["approve", c.plan.short, "--yes"]).ended, APPROVED);
    },
  },
];

const APPROVED: End = { code: 0, says: ["bonus.approve.done"] };

function refused(error: string): End {
  return stop(3, "common.refused", `errors.${error}`);
}

/** Somebody does something at a random chunk: before its estimate, or between its estimate and its broadcast. */
async function interrupt(
  c: Case,
  ends: readonly End[],
  work: () => Promise<void>,
  latest = c.plan.chunks,
): Promise<void> {
  const nth = c.moment(latest);
  if (c.random.pick([true, false])) {
    await c.expectEnd(await aroundBroadcast(c, "before", nth, work), ...ends);
    return;
  }
  c.world.proxy.behave(
    at("eth_estimateGas", nth, async (_, pass) => {
      await work();
      return await pass();
    }),
  );
  await c.expectEnd(await c.startRun().ended, ...ends);
}

/** Our approver signs while another approval goes before: it is refused, at the estimate or on the chain. */
async function approveMeanwhile(c: Case, approveRival: () => Promise<void>): Promise<void> {
  const words = ["approve", c.plan.short, "--yes"];
  const method = c.random.pick(["eth_chainId", "eth_estimateGas", "eth_sendRawTransaction"]);
  c.world.proxy.behave(
    at(method, 1, async (_, pass) => {
      await approveRival();
      return await pass();
    }),
  );
  const reason = refused("ProgrammeAttestedExceeded");
  const ended = await c.start(words).ended;
  await c.expectEnd(ended, reason, stop(3, "sending.reverted"));
  c.world.proxy.behaveWell();
  await c.expectEnd(await c.start(words).ended, reason);
}

/** Another plan on our desk, proposed in a programme with so many euros attested. */
async function proposeSmall(c: Case, attested: bigint, budget = attested): Promise<number> {
  const programme = await planSmall(c, { attested, budget });
  await propose(c.world.system, await c.world.wallet("bonusOfficer"), c.plan);
  return programme;
}
