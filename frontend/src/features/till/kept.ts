// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useMemo, useSyncExternalStore } from "react";

// What a private window does not keep is kept as long as it is open.
const inMemory = new Map<string, string>();
const listeners = new Set<() => void>();

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? inMemory.get(key) ?? null;
  } catch {
    return inMemory.get(key) ?? null;
  }
}

function write(key: string, text: string) {
  try {
    localStorage.setItem(key, text);
    inMemory.delete(key);
  } catch {
    inMemory.set(key, text);
  }
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  // Another window of the same shop.
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

const withoutBigints = (_: string, value: unknown) => (typeof value === "bigint" ? value.toString() : value);

/** A value this device keeps under a key, and what changes it. `parse` makes something of whatever it finds there. */
export function useKept<T>(key: string, parse: (value: unknown) => T): [T, (change: (value: T) => T) => void] {
  const text = useSyncExternalStore(subscribe, () => read(key));
  const value = useMemo(() => parse(parsed(text)), [text, parse]);
  const change = useCallback(
    (make: (value: T) => T) => write(key, JSON.stringify(make(parse(parsed(read(key)))), withoutBigints)),
    [key, parse],
  );
  return [value, change];
}
