// SPDX-License-Identifier: EUPL-1.2
import { type ClaimCode, type ClaimCodeProblem, parseClaimCode } from "@monnaie-commune/sdk/claims/code";
import { useSyncExternalStore } from "react";

/** What a letter's code was read as. */
export type Reading = { ok: true; code: ClaimCode } | { ok: false; problem: ClaimCodeProblem };

declare global {
  interface Window {
    /** The code this page was opened with: public/first.js took it out of the address before anything else ran. */
    letterFragment?: string;
  }
}

const PATH = "/prime";

// In memory alone, and so gone with the page: who can still read the letter loses nothing by it, and who finds the device
// later finds no code on it.
let reading = window.letterFragment === undefined ? undefined : parseClaimCode(decoded(window.letterFragment));
delete window.letterFragment;

const listeners = new Set<() => void>();

/** Reads a code somebody typed, and keeps it while the page is open. */
export function readLetter(text: string): Reading {
  const read = parseClaimCode(text);
  keep(read);
  return read;
}

/** Begins again without a letter. */
export function forgetLetter(): void {
  keep(undefined);
}

/** The letter this page is about; undefined when there is none yet. */
export function useLetter(): Reading | undefined {
  return useSyncExternalStore(subscribe, () => reading);
}

function keep(read: Reading | undefined): void {
  reading = read;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("hashchange", takeNext);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("hashchange", takeNext);
  };
}

/** Another letter opened in the same window only changes what is behind the #. */
function takeNext(): void {
  if (location.pathname !== PATH || location.hash.length < 2) return;
  const text = location.hash.slice(1);
  history.replaceState(history.state, "", PATH);
  readLetter(decoded(text));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
