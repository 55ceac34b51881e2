// SPDX-License-Identifier: EUPL-1.2

/** How long an answer of the node is good for, in milliseconds: requests that come together need not each ask. */
const FRESH_MS = 250;

/** Asks a question, and gives its answer to all who ask within a moment. */
export function fresh<T>(ask: () => Promise<T>): () => Promise<T> {
  let last: { at: number; answer: Promise<T> } | undefined;
  return async () => {
    if (last === undefined || performance.now() - last.at > FRESH_MS) {
      const asked = { at: performance.now(), answer: ask() };
      last = asked;
      // A question that failed is asked anew.
      asked.answer.catch(() => {
        if (last === asked) last = undefined;
      });
    }
    return await last.answer;
  };
}
