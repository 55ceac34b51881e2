// SPDX-License-Identifier: EUPL-1.2
// What may happen to the machine of the officer: its disk, its clock, and a second one.
import { PAID, stop, TooLate } from "../case.ts";
import { aroundBroadcast, BOTH, type Kind } from "../kind.ts";

const DAY = 86_400_000;

/** Bytes a run writes in all, or less. */
const WRITTEN = 12_000;

const LOCKED = stop(2, "sending.locked");

export const MACHINE: readonly Kind[] = [
  {
    name: "disk-full",
    what: "the disk is full after a random byte",
    nodes: BOTH,
    async play(c) {
      const ended = await c.startRun({ room: Math.floor(c.milliseconds(WRITTEN)) }).ended;
      if (ended.code === 0) throw new TooLate();
      await c.expectEnd(ended, stop(2, "sending.diskFull"));
    },
  },
  {
    name: "clock-off",
    what: "the clock is up to a day off, from the start or all of a sudden",
    nodes: BOTH,
    async play(c) {
      const milliseconds = c.random.pick([-DAY, DAY, c.random.between(-DAY, DAY)]);
      const fromRecord = c.random.pick([0, c.moment(c.plan.chunks)]);
      await c.expectEnd(await c.startRun({ clock: { milliseconds, fromRecord } }).ended, ...PAID);
    },
  },
  {
    name: "two-instances",
    what: "a second run of the same account on the same machine",
    nodes: BOTH,
    async play(c) {
      if (c.random.pick([true, false])) {
        const ended = await aroundBroadcast(
          c,
          c.random.pick(["before", "after"]),
          c.moment(c.plan.chunks),
          async () => {
            await c.expectEnd(await c.startRun().ended, LOCKED);
          },
        );
        await c.expectEnd(ended, ...PAID);
      } else {
        const both = [c.startRun(), c.startRun()];
        for (const ended of await Promise.all(both.map(async (one) => await one.ended))) {
          await c.expectEnd(ended, LOCKED, ...PAID);
        }
      }
    },
  },
  {
    name: "two-machines",
    what: "a second run of the same account on another machine, with its own journal",
    nodes: BOTH,
    async play(c) {
      const other = c.otherDesk();
      const first = c.startRun();
      await new Promise((resolve) => setTimeout(resolve, c.random.between(0, 600)));
      const second = c.startRun(undefined, other);
      for (const ended of [await first.ended, await second.ended]) await c.expectEnd(ended, ...PAID);
    },
  },
];
