// SPDX-License-Identifier: EUPL-1.2
// What may happen on the chain: it is reorganised, dear, another one, or somebody else uses the same key.
import { setTimeout as pause } from "node:timers/promises";
import { Transaction } from "ethers";
import { type End, PAID, stop, TooLate } from "../case.ts";
import { aroundBroadcast, at, BOTH, type Kind } from "../kind.ts";
import type { FaultNode } from "../nodes.ts";
import { SENDING } from "../proxy.ts";
import { setBaseFee } from "../world.ts";
import { otherChain } from "../other-chain.ts";

const ETHER = 10n ** 18n;
const GWEI = 10n ** 9n;

/** Questions a run asks at least. */
const QUESTIONS = 60;

export const CHAIN: readonly Kind[] = [
  {
    name: "dropped-from-pool",
    what: "the node drops a transaction that waits to be mined",
    nodes: BOTH,
    async play(c) {
      const { node } = c.world;
      let hash = "";
      let isDropped = false;
      const nth = c.moment(c.plan.chunks);
      const asked = c.random.between(1, 4);
      let questions = 0;
      c.world.proxy.behave(async (call, pass) => {
        if (call.method === SENDING && call.nth === nth) {
          await node.send("evm_setAutomine", [false]);
          hash = Transaction.from(String(call.params[0])).hash ?? "";
        } else if (hash !== "" && call.method === "eth_getTransactionCount" && ++questions === asked) {
          await node.send("hardhat_dropTransaction", [hash]);
          await node.send("evm_setAutomine", [true]);
          await node.send("evm_mine");
          isDropped = true;
        }
        return await pass();
      });
      const ended = await c.startRun().ended;
      if (!isDropped) throw new Error("Nothing was dropped");
      await c.expectEnd(ended, ...PAID);
    },
  },
  {
    name: "base-fee-tenfold",
    what: "the base fee rises tenfold, and stays there, before or after a transaction reaches the pool",
    nodes: BOTH,
    async play(c) {
      const { node, proxy } = c.world;
      const isInPool = c.random.pick([true, false]);
      const blocks = { stop: async () => {} };
      proxy.behave(
        at(SENDING, c.moment(c.plan.chunks), async (call, pass) => {
          const { maxFeePerGas } = Transaction.from(String(call.params[0]));
          // Blocks come by the clock: a node that mines at once takes no replacement.
          await node.send("evm_setAutomine", [false]);
          const early = isInPool ? await pass() : undefined;
          blocks.stop = await mineAt(node, await tenfold(node, maxFeePerGas ?? 0n));
          return early ?? (await pass());
        }),
      );
      const ended = await c.startRun().ended;
      await blocks.stop();
      await c.expectEnd(ended, ...PAID);
    },
  },
  {
    name: "fee-ceiling",
    what: "the base fee rises above the ceiling, until more is allowed or it goes down",
    nodes: BOTH,
    async play(c) {
      const { node, proxy } = c.world;
      proxy.behave(
        at(SENDING, c.moment(c.plan.chunks), async (_, pass) => {
          await setBaseFee(node, 20n * GWEI);
          await node.send("evm_mine");
          return await pass();
        }),
      );
      const words = ["run", c.plan.short, "--yes", "--max-fee"];
      await c.expectEnd(await c.start([...words, "10"]).ended, stop(3, "sending.feeCeiling"));
      if (c.random.pick([true, false])) {
        await c.expectEnd(await c.start([...words, "100"]).ended, ...PAID);
      } else {
        await setBaseFee(node, GWEI);
        await node.send("evm_mine");
        await c.expectEnd(await c.start([...words, "10"]).ended, ...PAID);
      }
    },
  },
  {
    name: "out-of-gas-money",
    what: "the account cannot pay the fees any more, until it is funded",
    nodes: BOTH,
    async play(c) {
      const { node } = c.world;
      const { address } = await c.world.wallet("bonusOfficer");
      const left = BigInt(c.random.pick([0, 1, 21_000]));
      const ended = await aroundBroadcast(c, "before", c.moment(c.plan.chunks), async () => {
        await setBalance(node, address, left);
      });
      await c.expectEnd(ended, stop(2, "sending.noFunds"));
      await setBalance(node, address, 100n * ETHER);
    },
  },
  {
    name: "foreign-transaction",
    what: "another transaction of the same key takes the number",
    nodes: BOTH,
    async play(c) {
      const officer = await c.world.wallet("bonusOfficer");
      const count = c.random.between(1, 3);
      const ended = await aroundBroadcast(c, "before", c.moment(c.plan.chunks), async () => {
        for (let i = 0; i < count; i++)
          await (await officer.sendTransaction({ to: officer.address, value: 1n })).wait();
      });
      await c.expectEnd(ended, ...PAID);
    },
  },
  {
    name: "other-chain",
    what: "the node is another chain's from some question on",
    nodes: BOTH,
    async play(c) {
      const { proxy } = c.world;
      const first = c.moment(QUESTIONS);
      const { url, countOf } = await otherChain();
      const { address } = await c.world.wallet("bonusOfficer");
      let isSwitched = false;
      proxy.behave(async ({ place }, pass) => {
        if (place === first - 1) {
          isSwitched = true;
          const answer = await pass();
          proxy.switchTo(url);
          return answer;
        }
        return await pass();
      });
      if (first === 1) {
        isSwitched = true;
        proxy.switchTo(url);
      }
      const ended = await c.startRun().ended;
      proxy.switchTo(c.world.node.url);
      if (!isSwitched) throw new TooLate();
      await c.expectEnd(ended, ...OTHER_CHAIN);
      if ((await countOf(address)) !== 0) throw new Error("Something was sent to the other chain");
    },
  },
];

/** At the start, where nothing was signed; later on. */
const OTHER_CHAIN: readonly End[] = [stop(1, "common.wrongChain"), stop(3, "sending.chainChanged")];

async function tenfold(node: FaultNode, offered: bigint): Promise<bigint> {
  const block = (await node.send("eth_getBlockByNumber", ["latest", false])) as { baseFeePerGas: string };
  const tenTimes = 10n * BigInt(block.baseFeePerGas);
  // Where the chain was quiet ten times little is little: it has to be more than what is offered.
  return tenTimes > offered ? tenTimes : 2n * offered;
}

async function setBalance(node: FaultNode, address: string, wei: bigint): Promise<void> {
  await node.send("hardhat_setBalance", [address, `0x${wei.toString(16)}`]);
}

const BLOCK_EVERY_MS = 100;

/** Mines blocks at a base fee of so many wei until it is told to stop; then the node mines at once, as before. */
async function mineAt(node: FaultNode, wei: bigint): Promise<() => Promise<void>> {
  const over = new AbortController();
  const mine = async () => {
    await setBaseFee(node, wei);
    await node.send("evm_mine");
  };
  await mine();
  const mining = (async () => {
    for (; !over.signal.aborted; await pause(BLOCK_EVERY_MS)) await mine();
  })();
  return async () => {
    over.abort();
    await mining;
    await node.send("evm_setAutomine", [true]);
  };
}
