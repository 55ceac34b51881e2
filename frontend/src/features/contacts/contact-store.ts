// SPDX-License-Identifier: EUPL-1.2
// Contacts stay in this browser: they are sent nowhere. Every window sees the same ones.
import { useSyncExternalStore } from "react";
import { deviceTexts } from "../../lib/device-texts.ts";
import { useRuntime } from "../../lib/runtime-context.ts";
import type { Contact } from "./contacts.ts";

const PREFIX = "mc.contacts.";

const texts = deviceTexts(PREFIX);
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

/** Contacts belong to a chain: the same address may be nobody's on another one. */
export const contactsKey = (chainId: number) => `${PREFIX}${chainId}`;

/** The same array as long as nothing changes. */
export function readContacts(key: string): readonly Contact[] {
  const text = texts.read(key);
  if (text !== parsed.text) parsed = { text, contacts: parse(text) };
  return parsed.contacts;
}

export function writeContacts(key: string, contacts: readonly Contact[]): void {
  texts.write(key, JSON.stringify(contacts));
}

/** The contacts on this device, in the order of their names. */
export function useStoredContacts(): { key: string; contacts: readonly Contact[] } {
  const key = contactsKey(useRuntime().chainId);
  return { key, contacts: useSyncExternalStore(texts.subscribe, () => readContacts(key)) };
}
