// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from "node:fs";
import { createInstance, type i18n } from "i18next";

export type Language = "fr" | "en";
export type MessageParameters = Record<string, string | number | bigint>;

const SCRIPTS = new URL("../i18n/", import.meta.url);
const ERRORS = new URL("../../sdk/i18n/", import.meta.url);
const LANGUAGES: readonly Language[] = ["fr", "en"];

let dictionary: i18n | undefined;

/** The language of the sentences: `--lang`, else LANG when it says English, else French. */
export function chosenLanguage(argv: readonly string[] = process.argv, env: NodeJS.ProcessEnv = process.env): Language {
  const flag = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  if (flag >= 0) {
    const word = argv[flag]?.includes("=") ? argv[flag].split("=")[1] : argv[flag + 1];
    return word === "en" ? "en" : "fr";
  }
  return (env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? "").startsWith("en") ? "en" : "fr";
}

/** The language sentences are printed in now. */
export function language(): Language {
  return sentences().language as Language;
}

/** Changes the language of every sentence from now on. */
export function setLanguage(lang: Language): void {
  void sentences().changeLanguage(lang);
}

/**
 * The sentence of a key in the chosen language. The first part of a key is the file: `bonus.plan.ok` is `plan.ok` in
 * scripts/i18n/bonus.<language>.json; `errors.<Name>` is the sentence of a contract's custom error.
 * @throws Error when the sentence or one of its parameters is missing.
 */
export function t(key: string, parameters: MessageParameters = {}): string {
  const all = sentences();
  if (!all.exists(key, parameters)) throw new Error(`No sentence for ${key} in ${all.language}`);
  return all.t(key, parameters);
}

/** The sentence of a key in every language, for answers whose reader is elsewhere; `parametersIn` writes what is in it. */
export function inEveryLanguage(
  key: string,
  parametersIn: (lang: Language) => MessageParameters = () => ({}),
): Record<Language, string> {
  const all = sentences();
  const sentence = (lng: Language) => {
    const parameters = parametersIn(lng);
    if (!all.exists(key, { ...parameters, lng })) throw new Error(`No sentence for ${key} in ${lng}`);
    return all.t(key, { ...parameters, lng });
  };
  return { fr: sentence("fr"), en: sentence("en") };
}

/** Whether there is a sentence for this key. */
export function hasMessage(key: string): boolean {
  return sentences().exists(key);
}

/** A whole number as people read it: `3 500` or `3,500`. */
export function formatCount(count: number | bigint): string {
  return new Intl.NumberFormat(language() === "fr" ? "fr-FR" : "en-GB").format(count);
}

/** The UTC day of a Unix time in seconds, as people read it: `mardi 30 novembre 2027` or `Tuesday 30 November 2027`. */
export function formatDay(unixSeconds: number): string {
  const locale = language() === "fr" ? "fr-FR" : "en-GB";
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" }).format(unixSeconds * 1_000);
}

/** Basis points as people read them: `6 %` or `6%`. */
export function formatPercent(bps: number): string {
  const locale = language() === "fr" ? "fr-FR" : "en-GB";
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(bps / 10_000);
}

function sentences(): i18n {
  dictionary ??= load();
  return dictionary;
}

function load(): i18n {
  const instance = createInstance();
  void instance.init({
    lng: chosenLanguage(),
    fallbackLng: false,
    initAsync: false,
    resources: Object.fromEntries(LANGUAGES.map((lang) => [lang, { translation: sentencesOf(lang) }])),
    interpolation: { escapeValue: false },
    missingInterpolationHandler: (text: string, match: RegExpExecArray) => {
      throw new Error(`No value for ${match[0]} in "${text}"`);
    },
  });
  return instance;
}

function sentencesOf(lang: Language): Record<string, unknown> {
  const ending = `.${lang}.json`;
  const files = [SCRIPTS, ERRORS].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((file) => file.isFile() && file.name.endsWith(ending))
      .map((file) => new URL(file.name, folder)),
  );
  return Object.fromEntries(
    files.map((file) => {
      const name = file.pathname.split("/").at(-1) ?? "";
      return [name.slice(0, -ending.length), JSON.parse(readFileSync(file, "utf8")) as unknown];
    }),
  );
}
