// SPDX-License-Identifier: EUPL-1.2
// The texts of a feature are a file of their own, which comes when its page is opened, or else when a component first uses
// it; those of the home page come first, in one file. Nobody loads a language they do not read, but for the frame's few words.
import type { Language } from "@monnaie-commune/sdk/amounts";
import i18next, { type BackendModule, type ResourceKey } from "i18next";
import { initReactI18next } from "react-i18next";
import { storeLanguage } from "../lib/preferences.ts";
import { firstTexts } from "./first-texts.ts";
import { currentFrame, frameTexts, turnFrame } from "./frame-texts.ts";
import type { Namespace } from "./resources.ts";

// What is in firstTexts and in the frame is left out: as a file of its own too, it would come in two pieces.
const files = import.meta.glob<ResourceKey>(
  [
    "./*.json",
    "../../../sdk/i18n/*.json",
    "!./{balance,common,connection,home,merchants,movements,navigation,notices}.*.json",
  ],
  { import: "default" },
);

async function read(language: string, namespace: string): Promise<ResourceKey> {
  const file = files[`./${namespace}.${language}.json`] ?? files[`../../../sdk/i18n/${namespace}.${language}.json`];
  if (file) return file();
  const known = language === "en" ? "en" : "fr";
  const texts = namespace === "common" ? frameTexts[known] : (await firstTexts[known]())[namespace];
  if (!texts) throw new Error(`There are no texts "${namespace}" in "${language}"`);
  return texts;
}

// Until i18next has started, it takes no texts; which of the files arrives first is up to the network.
const started = Promise.withResolvers<void>();

const backend: BackendModule = { type: "backend", init() {}, read };

let starting: Promise<void> | undefined;

export function startI18n(): Promise<void> {
  starting ??= start();
  return starting;
}

async function start(): Promise<void> {
  const { language, texts } = currentFrame();
  const first = await firstTexts[language]();
  const resources = { common: texts, ...first };
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      load: "currentOnly",
      ns: Object.keys(resources),
      defaultNS: "common",
      resources: { [language]: resources },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      // A text that is missing is a mistake to see at once, not to paper over.
      ...(import.meta.env.DEV && {
        parseMissingKeyHandler: (key: string) => {
          throw new Error(`Missing text: ${key}`);
        },
      }),
    });
  started.resolve();
}

/** Asks for texts before the component that uses them is drawn; from then on they come with every language. */
export async function loadTexts(namespaces: readonly Namespace[]): Promise<void> {
  const { language } = currentFrame();
  await Promise.all([started.promise, ...namespaces.map((namespace) => read(language, namespace))]);
  await i18next.loadNamespaces(namespaces);
}

export async function changeLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  turnFrame(language);
  storeLanguage(language);
}
