// SPDX-License-Identifier: EUPL-1.2

/** Random calls in one sequence of an invariant test, from a fresh region on. */
export const CALLS_PER_SEQUENCE = 500;

/** The size of the Solidity tests: of the normal run, or as `npm run fuzz` asks by the environment. */
export function soliditySize(env: NodeJS.ProcessEnv = process.env) {
  return {
    fuzz: { runs: Number(env.FUZZ_RUNS ?? 256), ...(env.FUZZ_SEED === undefined ? {} : { seed: env.FUZZ_SEED }) },
    invariant: {
      runs: Number(env.INVARIANT_RUNS ?? 34),
      depth: CALLS_PER_SEQUENCE,
      failOnRevert: true,
      // A failure is shown shortened; not so far that it takes minutes.
      shrinkRunLimit: 500,
    },
  };
}
