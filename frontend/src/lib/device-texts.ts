// SPDX-License-Identifier: EUPL-1.2
// Texts kept in this browser, by key, which every window of it sees. A browser that refuses storage remembers them until the
// page is closed.

export type DeviceTexts = {
  /** Null when nothing is kept under this key. */
  read(key: string): string | null;
  write(key: string, text: string): void;
  /** Calls back when any of them changes, in this window or in another one. */
  subscribe(listener: () => void): () => void;
};

/** The texts whose keys begin with a prefix. */
export function deviceTexts(prefix: string): DeviceTexts {
  const listeners = new Set<() => void>();
  const inMemory = new Map<string, string>();
  return {
    read(key) {
      const text = inMemory.get(key);
      if (text !== undefined) return text;
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    write(key, text) {
      try {
        localStorage.setItem(key, text);
        inMemory.delete(key);
      } catch {
        inMemory.set(key, text);
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      const onStorage = ({ key }: StorageEvent) => {
        if (key === null || key.startsWith(prefix)) listener();
      };
      listeners.add(listener);
      addEventListener("storage", onStorage);
      return () => {
        listeners.delete(listener);
        removeEventListener("storage", onStorage);
      };
    },
  };
}
