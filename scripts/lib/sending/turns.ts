// SPDX-License-Identifier: EUPL-1.2

/** The same work, each call starting once the one before has ended, well or badly. */
export function inTurn<Arguments extends unknown[], Result>(
  work: (...args: Arguments) => Promise<Result>,
): (...args: Arguments) => Promise<Result> {
  let before: Promise<unknown> = Promise.resolve();
  return async (...args) => {
    const mine = before.then(async () => await work(...args));
    before = mine.catch(() => undefined);
    return await mine;
  };
}
