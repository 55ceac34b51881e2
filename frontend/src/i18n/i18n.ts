// SPDX-License-Identifier: EUPL-1.2
import type { Language } from "@monnaie-commune/sdk/amounts";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { storedLanguage, storeLanguage } from "../lib/preferences.ts";

// The frame's texts come first, those of the pages with the pages; nobody loads a language they do not read.
const frameTexts = {
  fr: () => import("./common.fr.json").then((module) => module.default),
  en: () => import("./common.en.json").then((module) => module.default),
};
const pageTexts = {
  fr: () => import("./resources.fr.ts").then((module) => module.fr),
  en: () => import("./resources.en.ts").then((module) => module.en),
};

type Texts = (language: Language) => Promise<Record<string, object>>;
const wanted = new Set<Texts>([(language) => pageTexts[language]()]);

// Until i18next has started, it takes no further texts; which of the files arrives first is up to the network.
const started = Promise.withResolvers<void>();

/** Starts with the texts of the frame alone. */
export async function startI18n(language: Language = storedLanguage()) {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: "common",
    resources: { [language]: { common: await frameTexts[language]() } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    // A text that is missing is a mistake to see at once, not to paper over.
    ...(import.meta.env.DEV && {
      parseMissingKeyHandler: (key: string) => {
        throw new Error(`Missing text: ${key}`);
      },
    }),
  });
  document.documentElement.lang = language;
  started.resolve();
}

/** Loads all texts of a language; awaited before the first page is drawn. */
export async function loadTexts(language: Language = storedLanguage()) {
  const [resources] = await Promise.all([Promise.all([...wanted].map((load) => load(language))), started.promise]);
  for (const [namespace, texts] of resources.flatMap((each) => Object.entries(each))) {
    i18next.addResourceBundle(language, namespace, texts);
  }
}

/** Loads the texts of a page that few people open; from then on they come with every language. */
export function loadMoreTexts(load: Texts) {
  wanted.add(load);
  return loadTexts(i18next.language === "en" ? "en" : "fr");
}

export async function changeLanguage(language: Language) {
  await loadTexts(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  storeLanguage(language);
}
