// SPDX-License-Identifier: EUPL-1.2
// Contacts stay in this browser: they are sent nowhere. Every window sees the same ones.
import { useSyncExternalStore } from "react";
import { useRuntime } from "../../lib/runtime-context.ts";
import type { Contact } from "./contacts.ts";

const PREFIX = "mc.contacts.";

const listeners = new Set<() => void>();
const inMemory = new Map<string, string>();
let parsed: { text: string | null; contacts: readonly Contact[] } = { text: null, contacts: [] };

function isContact(value: unknown): value is Contact {
  if (typeof value !== "object" || value === null || !("address" in value) || !("name" in value)) return false;
  const { address, name } = value;
  return typeof address === "string" && /^0x[0-9a-fA-F]{40}$/.test(address) && typeof name === "string" && name !== "";
}

function parse(text: string | null): readonly Contact[] {
  try {
    const value: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(value) ? value.filter(isContact) : [];
  } catch {
    return [];
  }
}

function textOf(key: string): string | null {
  const text = inMemory.get(key);
  if (text !== undefined) return text;
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Contacts belong to a chain: the same address may be nobody's on another one. */
export const contactsKey = (chainId: number) => `${PREFIX}${chainId}`;

/** The same array as long as nothing changes. */
export function readContacts(key: string): readonly Contact[] {
  const text = textOf(key);
  if (text !== parsed.text) parsed = { text, contacts: parse(text) };
  return parsed.contacts;
}

export function writeContacts(key: string, contacts: readonly Contact[]): void {
  const text = JSON.stringify(contacts);
  try {
    localStorage.setItem(key, text);
    inMemory.delete(key);
  } catch {
    // A private window: they hold until the page is closed.
    inMemory.set(key, text);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(PREFIX)) listener();
  };
  listeners.add(listener);
  addEventListener("storage", onStorage);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", onStorage);
  };
}

/** The contacts on this device, in the order of their names. */
export function useStoredContacts(): { key: string; contacts: readonly Contact[] } {
  const key = contactsKey(useRuntime().chainId);
  return { key, contacts: useSyncExternalStore(subscribe, () => readContacts(key)) };
}
