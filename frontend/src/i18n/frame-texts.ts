// SPDX-License-Identifier: EUPL-1.2
// The frame is drawn before i18next has arrived: its few texts, which have neither numbers nor plurals, are read as they are.
import type { Language } from "@monnaie-commune/sdk/amounts";
import { useSyncExternalStore } from "react";
import { storedLanguage } from "../lib/preferences.ts";
import type common from "./common.fr.json";

type Frame = { language: Language; texts: typeof common };

const files = {
  fr: () => import("./common.fr.json").then((module) => module.default),
  en: () => import("./common.en.json").then((module) => module.default),
};

let frame: Frame | undefined;
const loaded = Promise.withResolvers<void>();
export const frameIsLoaded = loaded.promise;

const listeners = new Set<() => void>();

/** Reads the frame's texts in a language, and turns what is drawn of the frame to it. */
export async function loadFrame(language: Language = storedLanguage()): Promise<void> {
  frame = { language, texts: await files[language]() };
  document.documentElement.lang = language;
  loaded.resolve();
  for (const listener of listeners) listener();
}

/** The frame's language and texts as they are now. */
export function currentFrame(): Frame {
  if (!frame) throw new Error("The frame is drawn before loadFrame");
  return frame;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useFrame(): Frame {
  return useSyncExternalStore(subscribe, currentFrame);
}
