// SPDX-License-Identifier: EUPL-1.2
// What this device remembers: language, theme, and whether its till is locked. A browser that refuses storage simply forgets.
import type { Language } from "@monnaie-commune/sdk/amounts";

export type Theme = "system" | "light" | "dark";

const LANGUAGE = "mc.language";
const THEME = "mc.theme";
const TILL_LOCK = "mc.till.lock";

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // A private window: the choice holds until the page is closed.
  }
}

export function storedLanguage(): Language {
  return read(LANGUAGE) === "en" ? "en" : "fr";
}

export function storeLanguage(language: Language) {
  write(LANGUAGE, language);
}

export function storedTheme(): Theme {
  const theme = read(THEME);
  return theme === "light" || theme === "dark" ? theme : "system";
}

export function chooseTheme(theme: Theme) {
  write(THEME, theme === "system" ? null : theme);
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** What opens this device's locked till (till-lock.ts); undefined while it is not locked. */
export function storedTillLock(): string | undefined {
  return read(TILL_LOCK) ?? undefined;
}

export function storeTillLock(lock: string | undefined) {
  write(TILL_LOCK, lock ?? null);
}

/** Forgets everything this site has kept in the browser, the connection to a wallet included. */
export function forgetDevice() {
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // Nothing was kept, then.
  }
}
