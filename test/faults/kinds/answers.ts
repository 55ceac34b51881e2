// SPDX-License-Identifier: EUPL-1.2
// What a node may answer: nothing, nonsense, or something that is not true.
import { keccak256 } from "ethers";
import { type Case, type End, PAID, stop, TooLate } from "../case.ts";
import { BOTH, type Kind } from "../kind.ts";
import { type Answer, type Behaviour, type Reply, SENDING } from "../proxy.ts";

/** Questions a run asks at least: a random one of them is the first that goes wrong. */
const QUESTIONS = 60;

const UNREACHABLE: End = stop(2, "common.unreachable");

export const ANSWERS: readonly Kind[] = [
  {
    name: "answer-lost",
    what: "the node takes a transaction, and its answer is lost",
    nodes: BOTH,
    play: async (c) => await lieAboutSending(c, true, () => "broken"),
  },
  {
    name: "too-many-requests",
    what: "HTTP 429, with and without Retry-After, or its like in JSON, for some questions",
    nodes: BOTH,
    async play(c) {
      const wait = c.random.pick(["", "0", "1", "in JSON"]);
      const headers: Record<string, string> = wait === "" ? {} : { "retry-after": wait };
      await failSome(c, () => {
        if (wait === "in JSON") return { error: { code: -32_005, message: "Too many requests, try again later" } };
        return { status: 429, headers, body: "Too many requests" };
      });
    },
  },
  {
    name: "server-error",
    what: "HTTP 500, 502, 503 or 504 for some questions",
    nodes: BOTH,
    async play(c) {
      const status = c.random.pick([500, 502, 503, 504]);
      await failSome(c, () => ({ status, body: "<html><h1>Server error</h1></html>" }));
    },
  },
  {
    name: "garbage",
    what: "no JSON, half an answer or an empty one for some questions",
    nodes: BOTH,
    async play(c) {
      const kind = c.random.pick(["half", "", "null", "[]", "{}", "<html>It works!</html>"]);
      await failSome(c, (answer) => {
        const whole = JSON.stringify({ jsonrpc: "2.0", id: 1, ...answer });
        return { status: 200, body: kind === "half" ? whole.slice(0, whole.length / 2) : kind };
      });
    },
  },
  {
    name: "node-away",
    what: "no connection from some question on",
    nodes: BOTH,
    async play(c) {
      await failFrom(c, c.moment(QUESTIONS), Infinity, () => "broken", [UNREACHABLE]);
    },
  },
  {
    name: "slow-node",
    what: "answers take up to a second",
    nodes: BOTH,
    async play(c) {
      const longest = c.random.pick([50, 300, 1_000]);
      let left = 2_000;
      c.world.proxy.behave(async (_, pass) => {
        const answer = await pass();
        const milliseconds = Math.min(left, c.random.between(0, longest));
        left -= milliseconds;
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        return answer;
      });
      await c.expectEnd(await c.startRun().ended, ...PAID);
    },
  },
  {
    name: "nonce-too-low",
    what: "“nonce too low” for a transaction whose number is free, or that was just taken",
    nodes: BOTH,
    async play(c) {
      const message = c.random.pick(["nonce too low", "nonce too low: next nonce 9, tx nonce 3", "OldNonce"]);
      await lieAboutSending(c, c.random.pick([true, false]), () => ({ error: { code: -32_000, message } }));
    },
  },
  {
    name: "already-known",
    what: "“already known” for a transaction the node never saw, or that it just took",
    nodes: BOTH,
    async play(c) {
      const message = c.random.pick(["already known", "transaction already imported", "ALREADY_EXISTS: already known"]);
      await lieAboutSending(c, c.random.pick([true, false]), () => ({ error: { code: -32_000, message } }));
    },
  },
  {
    name: "swallowed",
    what: "the node answers with the hash of a transaction, and forgets it",
    nodes: BOTH,
    play: async (c) => await lieAboutSending(c, false, (raw) => ({ result: keccak256(raw) })),
  },
];

/** Some broadcasts in a row get a wrong answer, whether the node took the transaction or not; the run ends well. */
async function lieAboutSending(c: Case, isTaken: boolean, lie: (raw: string) => Reply): Promise<void> {
  const first = c.moment(c.plan.chunks);
  const count = c.random.between(1, 3);
  let lies = 0;
  c.world.proxy.behave(async ({ method, params, nth }, pass) => {
    if (method !== SENDING || nth < first || nth >= first + count) return await pass();
    lies++;
    if (isTaken) await pass();
    return lie(String(params[0]));
  });
  const ended = await c.startRun().ended;
  if (lies === 0) throw new TooLate();
  await c.expectEnd(ended, ...PAID);
}

/** One or two questions in a row are asked again; when it goes on, the run stops and says that the node does not answer. */
async function failSome(c: Case, fail: (answer: Answer) => Reply): Promise<void> {
  const isLong = c.random.between(1, 4) === 1;
  const count = isLong ? Infinity : c.random.between(1, 2);
  await failFrom(c, c.moment(QUESTIONS), count, fail, isLong ? [UNREACHABLE] : PAID);
}

/** From some question on, so many get a wrong answer; half of the time the node did what it was asked. */
async function failFrom(
  c: Case,
  first: number,
  count: number,
  fail: (answer: Answer) => Reply,
  ends: readonly End[],
): Promise<void> {
  const isAsked = c.random.pick([true, false]);
  let failures = 0;
  const behaviour: Behaviour = async ({ place }, pass) => {
    if (place < first || place >= first + count) return await pass();
    failures++;
    return fail(isAsked ? await pass() : { result: null });
  };
  c.world.proxy.behave(behaviour);
  const ended = await c.startRun().ended;
  if (failures === 0) throw new TooLate();
  await c.expectEnd(ended, ...ends);
}
