// SPDX-License-Identifier: EUPL-1.2
// What may happen to the journal: a part of it is lost, damaged, or all of it gone.
import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { type Case, PAID } from "../case.ts";
import { aroundBroadcast, at, BOTH, type Kind, runOn, runUntilKilled } from "../kind.ts";
import { SENDING } from "../proxy.ts";

export const JOURNALS: readonly Kind[] = [
  {
    name: "power-cut",
    what: "the machine goes off: what was written and not synced is lost, but for a random part",
    nodes: BOTH,
    async play(c) {
      const unsynced = { seed: String(c.random.between(0, 1_000_000)) };
      const when = c.random.pick(["beforeWriting", "afterWriting", "afterSyncing"] as const);
      const record = c.random.pick(["signed", "done"] as const);
      await runOn(c, { unsynced, kill: { at: when, record, nth: c.moment(c.plan.chunks) } });
    },
  },
  {
    name: "journal-cut",
    what: "the last record of the journal is cut off at a random byte",
    nodes: BOTH,
    async play(c) {
      await stopMidway(c);
      c.damage((path) => {
        const bytes = readFileSync(path);
        const lastLine = bytes.lastIndexOf(10, bytes.length - 2) + 1;
        truncateSync(path, c.random.between(lastLine, bytes.length - 1));
      });
    },
  },
  {
    name: "journal-damaged",
    what: "some bytes of the journal are other ones",
    nodes: BOTH,
    async play(c) {
      await stopMidway(c);
      c.damage((path) => {
        const bytes = readFileSync(path);
        const first = c.random.between(0, bytes.length - 1);
        const count = c.random.pick([1, 1, 4, 200]);
        for (let i = first; i < Math.min(first + count, bytes.length); i++) bytes[i] = damaged(c, bytes[i] ?? 0);
        writeFileSync(path, bytes);
      });
    },
  },
  {
    name: "journal-deleted",
    what: "the journal is deleted midway: under the running script, or once it was killed",
    nodes: BOTH,
    async play(c) {
      if (c.random.pick([true, false])) {
        const ended = await aroundBroadcast(c, c.random.pick(["before", "after"]), c.moment(c.plan.chunks), async () =>
          Promise.resolve(c.loseJournal()),
        );
        await c.expectEnd(ended, ...PAID);
      } else {
        await stopMidway(c);
        c.damage((path) => rmSync(path));
      }
    },
  },
  {
    name: "journal-deleted-in-pool",
    what: "killed while a transaction waits in the pool, and the journal deleted",
    nodes: BOTH,
    async play(c) {
      const { node, proxy } = c.world;
      const nth = c.moment(c.plan.chunks);
      await runUntilKilled(c, (running) =>
        at(SENDING, nth, async (_, pass) => {
          await node.send("evm_setAutomine", [false]);
          await pass();
          running().kill();
          return "broken";
        }),
      );
      c.damage((path) => rmSync(path));
      // Mined while the new run is at work: it may have signed something by then, or wait for it.
      const first = c.random.between(30, 60);
      proxy.behave(async ({ place }, pass) => {
        if (place === first) {
          await node.send("evm_setAutomine", [true]);
          await node.send("evm_mine");
        }
        return await pass();
      });
      await c.expectEnd(await c.startRun().ended, ...PAID);
    },
  },
  {
    name: "journal-deleted-after",
    what: "the journal is deleted once all is paid",
    nodes: BOTH,
    async play(c) {
      await c.expectEnd(await c.startRun().ended, ...PAID);
      c.damage((path) => rmSync(path));
    },
  },
];

/** Kills a run once the node has a random one of its transactions: the journal holds something, and is not done. */
async function stopMidway(c: Case): Promise<void> {
  const nth = c.moment(c.plan.chunks);
  await runUntilKilled(c, (running) =>
    at(SENDING, nth, async (_, pass) => {
      if (c.random.pick([true, false])) await pass();
      running().kill();
      return "broken";
    }),
  );
}

/** Another byte: a digit stays a digit, so that some damage can still be read. */
function damaged(c: Case, byte: number): number {
  const isDigit = byte >= 0x30 && byte <= 0x39;
  return isDigit ? 0x30 + ((byte - 0x30 + c.random.between(1, 9)) % 10) : c.random.between(0, 255);
}
