// SPDX-License-Identifier: EUPL-1.2
import type { Language } from "@monnaie-commune/sdk/amounts";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { storedLanguage, storeLanguage } from "../lib/preferences.ts";

// Each language is a file of its own, so that nobody loads the one they do not read.
const loaders = {
  fr: () => import("./resources.fr.ts").then((module) => module.fr),
  en: () => import("./resources.en.ts").then((module) => module.en),
};

async function load(language: Language) {
  if (i18next.hasResourceBundle(language, "common")) return;
  const resources = await loaders[language]();
  for (const [namespace, texts] of Object.entries(resources)) i18next.addResourceBundle(language, namespace, texts);
}

export async function startI18n(language: Language = storedLanguage()) {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: "common",
    resources: { [language]: await loaders[language]() },
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
}

export async function changeLanguage(language: Language) {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  storeLanguage(language);
}
