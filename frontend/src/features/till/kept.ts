// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useMemo, useSyncExternalStore } from "react";
import { deviceTexts } from "../../lib/device-texts.ts";

const texts = deviceTexts("mc.till.");

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
  const text = useSyncExternalStore(texts.subscribe, () => texts.read(key));
  const value = useMemo(() => parse(parsed(text)), [text, parse]);
  const change = useCallback(
    (make: (value: T) => T) => texts.write(key, JSON.stringify(make(parse(parsed(texts.read(key)))), withoutBigints)),
    [key, parse],
  );
  return [value, change];
}
