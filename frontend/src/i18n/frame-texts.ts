// SPDX-License-Identifier: EUPL-1.2
// The frame is drawn before i18next has arrived: its few texts, which have neither numbers nor plurals, are read as they are.
// They come with its code in every language: less than half a kilobyte, where another file would hold up the first paint.
import type { Language } from "@monnaie-commune/sdk/amounts";
import { useSyncExternalStore } from "react";
import { storedLanguage } from "../lib/preferences.ts";
import en from "./common.en.json";
import fr from "./common.fr.json";

type Frame = { language: Language; texts: typeof fr };

/** The frame's texts in each language. */
export const frameTexts: Record<Language, typeof fr> = { fr, en };

const frameIn = (language: Language): Frame => ({ language, texts: frameTexts[language] });

let frame = frameIn(storedLanguage());

const listeners = new Set<() => void>();

/** Turns what is drawn of the frame to a language. */
export function turnFrame(language: Language): void {
  frame = frameIn(language);
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

/** The frame's language and texts as they are now. */
export function currentFrame(): Frame {
  return frame;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useFrame(): Frame {
  return useSyncExternalStore(subscribe, currentFrame);
}
