// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { line } from "../../scripts/lib/terminal.ts";
import { type Assignment, assignments, play, type Result } from "../faults/campaign.ts";
import { CANARIES } from "../faults/canaries.ts";
import { KINDS } from "../faults/kinds.ts";
import { anvilPath } from "../../scripts/lib/anvil.ts";
import { NODES } from "../faults/nodes.ts";

/** Two chains and two scripts at once are what a small machine can do. */
const JOBS = Math.min(2, availableParallelism());

/** Every kind chosen is played at one moment: on one node or the other, as it falls. `npm run faults` has twenty of all. */
const TURNS = 2;

/** One kind of so many, as the seed says: two runs with other seeds play others. All canaries are played. */
const ONE_OF = 2;

describe("npm run faults", function () {
  this.timeout(600_000);

  const seed = randomBytes(4).toString("hex");
  const nodes = NODES.filter((node) => node !== "anvil" || anvilPath() !== undefined);
  const turn = 1 + (Number.parseInt(seed.slice(-1), 16) % TURNS);
  const oneEach = (kinds: typeof KINDS) =>
    kinds.flatMap((kind, i) => {
      return assignments({ kinds: [kind], nodes, times: TURNS, seed, only: 1 + ((turn + i) % TURNS) });
    });
  const first = Number.parseInt(seed.slice(0, 1), 16) % ONE_OF;
  const cases = oneEach(KINDS.filter((_, i) => i % ONE_OF === first));
  const canaries = oneEach(CANARIES);
  const results = new Map<Assignment, Promise<Result>>();
  let ended: Promise<void>;

  before(function () {
    line(`    Seed: ${seed}`);
    const resolvers = new Map<Assignment, (result: Result) => void>();
    for (const one of [...cases, ...canaries]) {
      results.set(one, new Promise((resolve) => resolvers.set(one, resolve)));
    }
    ended = play([...cases, ...canaries], JOBS, (result) => resolvers.get(result.assignment)?.(result));
  });

  after(async function () {
    await ended;
  });

  async function problemOf(one: Assignment): Promise<string> {
    // A campaign that ends before all cases were played has a problem of its own.
    const result = await Promise.race([results.get(one), ended.then(async () => await results.get(one))]);
    return result?.problem ?? "";
  }

  for (const one of cases) {
    const { kind, node, number } = one;
    it(`pays everybody once: ${kind.what} (${node})`, async function () {
      const again = `npm run faults -- --kinds ${kind.name} --case ${number} --seed ${seed}`;
      expect(await problemOf(one), again).to.equal("");
    });
  }

  for (const one of canaries) {
    const { what, caught } = CANARIES.find(({ name }) => name === one.kind.name) ?? {};
    it(`notices when ${what} (${one.node})`, async function () {
      expect(await problemOf(one)).to.match(caught ?? /^$/u);
    });
  }

  it("makes every kind on some node of this machine", function () {
    expect(KINDS.filter((kind) => kind.nodes.every((node) => !nodes.includes(node)))).to.deep.equal([]);
  });
});
