// SPDX-License-Identifier: EUPL-1.2
// kill -9, at every step between a decision to pay and the record that it is paid.
import type { Case } from "../case.ts";
import { at, BOTH, type Kind, runOn, runUntilKilled } from "../kind.ts";
import { type Behaviour, SENDING } from "../proxy.ts";
import type { Running } from "../script.ts";
import { planSmall, SMALL } from "../small-plan.ts";
import { total } from "../plans.ts";

export const KILLS: readonly Kind[] = [
  {
    name: "kill-before-signing",
    what: "kill -9 while a chunk is estimated, before it is signed",
    nodes: BOTH,
    play: async (c) => await killAtNode(c, "eth_estimateGas", "before"),
  },
  {
    name: "kill-before-journal",
    what: "kill -9 once a transaction is signed, before the journal has it",
    nodes: BOTH,
    play: async (c) =>
      await runOn(c, { kill: { at: "beforeWriting", record: "signed", nth: c.moment(c.plan.chunks) } }),
  },
  {
    name: "kill-before-broadcast",
    what: "kill -9 once the journal has a transaction, before the node does",
    nodes: BOTH,
    async play(c) {
      const nth = c.moment(c.plan.chunks);
      const where = c.random.pick(["afterWriting", "afterSyncing", "node"] as const);
      if (where === "node") await killAtNode(c, SENDING, "before", nth);
      else await runOn(c, { kill: { at: where, record: "signed", nth } });
    },
  },
  {
    name: "kill-after-broadcast",
    what: "kill -9 once the node has a transaction, before its answer",
    nodes: BOTH,
    play: async (c) => await killAtNode(c, SENDING, "after"),
  },
  {
    name: "kill-before-receipt",
    what: "kill -9 once a transaction is mined, before its receipt is read",
    nodes: BOTH,
    async play(c) {
      const nth = c.moment(c.plan.chunks);
      await runUntilKilled(c, (running) => atReceipt(nth, running));
    },
  },
  {
    name: "kill-before-record",
    what: "kill -9 once a receipt is read, before the journal has it",
    nodes: BOTH,
    play: async (c) => await runOn(c, { kill: { at: "beforeWriting", record: "done", nth: c.moment(c.plan.chunks) } }),
  },
  {
    name: "kill-after-record",
    what: "kill -9 once the journal has a receipt",
    nodes: BOTH,
    async play(c) {
      const where = c.random.pick(["afterWriting", "afterSyncing"] as const);
      await runOn(c, { kill: { at: where, record: "done", nth: c.moment(c.plan.chunks) } });
    },
  },
  {
    name: "kill-any-time",
    what: "kill -9 some milliseconds after the first question to the node",
    nodes: BOTH,
    play: killAnyTime,
  },
  {
    name: "kill-again-and-again",
    what: "kill -9 several times, one resumption after the other",
    nodes: BOTH,
    async play(c) {
      const times = c.random.between(2, 4);
      for (let time = 0; time < times; time++) await killAnyTime(c);
    },
  },
  {
    name: "kill-before-the-run",
    what: "kill -9 while the run is proposed, then while it is approved",
    nodes: BOTH,
    async play(c) {
      await planSmall(c, { attested: total(SMALL) });
      for (const verb of ["propose", "approve"] as const) {
        const method = c.random.pick(["eth_estimateGas", SENDING, "eth_getTransactionReceipt"]);
        const when = c.random.pick(["before", "after"] as const);
        const words = [verb, c.plan.short, "--yes"];
        await runUntilKilled(
          c,
          (running) => at(method, 1, async (_, pass) => await killed(running, when, pass)),
          words,
        );
        const done = { code: 0, says: [`bonus.${verb}.done`] };
        await c.expectEnd(await c.start(words).ended, done, { code: 0, says: [`bonus.${verb}.already`] });
      }
    },
  },
];

async function killed(
  running: () => Running,
  when: "before" | "after",
  pass: () => Promise<unknown>,
): Promise<"broken"> {
  if (when === "after") await pass();
  running().kill();
  return "broken";
}

async function killAtNode(
  c: Case,
  method: string,
  when: "before" | "after",
  nth = c.moment(c.plan.chunks),
): Promise<void> {
  await runUntilKilled(c, (running) => at(method, nth, async (_, pass) => await killed(running, when, pass)));
}

/** The nth receipt that is there. */
function atReceipt(nth: number, running: () => Running): Behaviour {
  let receipts = 0;
  return async ({ method }, pass) => {
    const answer = await pass();
    if (method !== "eth_getTransactionReceipt" || !("result" in answer) || answer.result === null) return answer;
    if (++receipts !== nth) return answer;
    running().kill();
    return "broken";
  };
}

/** What a run does after its first question took 150 to 600 ms where this was written. */
async function killAnyTime(c: Case): Promise<void> {
  const milliseconds = c.milliseconds(500);
  let timer: NodeJS.Timeout | undefined;
  await runUntilKilled(c, (running) => async (_, pass) => {
    timer ??= setTimeout(() => running().kill(), milliseconds);
    return await pass();
  });
  clearTimeout(timer);
}
