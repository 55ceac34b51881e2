// SPDX-License-Identifier: EUPL-1.2
// The chain takes blocks back, and payments with them. anvil does so when asked.
import { PAID } from "../case.ts";
import { ANVIL, type Kind } from "../kind.ts";
import { SENDING } from "../proxy.ts";

export const REORGANISATIONS: readonly Kind[] = [
  reorganisation(1),
  reorganisation(3),
  reorganisation(11),
  {
    name: "reorganisation-in-depth",
    what: "payments are taken back while the command waits for the depth it was asked for",
    nodes: ANVIL,
    async play(c) {
      const { node, proxy } = c.world;
      const depth = c.random.between(3, 8);
      let questions = 0;
      let left = c.random.between(1, 2);
      // A block for every few questions, as on a chain that others use too.
      proxy.behave(async ({ method }, pass) => {
        const answer = await pass();
        if (method === "eth_blockNumber" && ++questions % 3 === 0) {
          if (left-- > 0) await node.send("anvil_reorg", [c.random.between(1, depth - 1), []]);
          await node.send("evm_mine");
        }
        return answer;
      });
      await c.expectEnd(await c.start(["run", c.plan.short, "--yes", "--depth", String(depth)]).ended, ...PAID);
      proxy.behaveWell();
      await node.send("anvil_reorg", [depth - 1, []]);
      await c.expectReport();
    },
    spoils: true,
  },
];

/** Takes back so many blocks with chunks in them: while the run goes on, or once it is done. */
function reorganisation(depth: number): Kind {
  return {
    name: `reorganisation-${depth}`,
    what: `the last ${depth === 1 ? "block is" : `${depth} blocks are`} replaced by empty ones, midway or after the run`,
    nodes: ANVIL,
    async play(c) {
      const { node, proxy } = c.world;
      const isAfter = c.random.pick([true, false]);
      const reorganise = async () => await node.send("anvil_reorg", [depth, []]);
      const [method, nth] = [c.random.pick([SENDING, "eth_getTransactionReceipt"]), c.moment(c.plan.chunks)];
      let isDone = false;
      proxy.behave(async (call, pass) => {
        // Empty blocks in between: so the same depth takes back one chunk or several.
        if (call.method === SENDING && c.random.between(1, 3) === 1) {
          await node.send("hardhat_mine", [`0x${c.random.between(1, 2)}`]);
        }
        const answer = await pass();
        if (!isAfter && !isDone && call.method === method && call.nth === nth) {
          isDone = true;
          await reorganise();
        }
        return answer;
      });
      await c.expectEnd(await c.startRun().ended, ...PAID);
      proxy.behaveWell();
      if (!isAfter) return;
      await reorganise();
      await c.expectUnpaid();
    },
    // What was taken back cannot be restored.
    spoils: true,
  };
}
