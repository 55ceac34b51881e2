// SPDX-License-Identifier: EUPL-1.2
// Which window of the browser looks after an entry: it holds a lock until it is done or closed, then another takes over.
// Browsers have no locks on pages without https; there, every window looks, and they agree because the chain does.

const nameOf = (id: string) => `mc.activity.${id}`;

/** Looks after an entry from now on; returns what ends it. */
export function holdEntry(id: string): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  void navigator.locks?.request(nameOf(id), () => promise);
  return resolve;
}

/** Does the work once no other window looks after the entry. */
export async function whenFree(id: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  if (navigator.locks === undefined) return work();
  await navigator.locks.request(nameOf(id), { signal }, work);
}
