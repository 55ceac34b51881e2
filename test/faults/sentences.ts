// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import type { Language } from "../../scripts/lib/messages.ts";

type Sentences = { [key: string]: string | Sentences };

/** Forms of a sentence that depend on a number. */
const FORMS = ["", "_one", "_many", "_other"];

const read = new Map<string, Sentences>();

/** Whether a text holds the sentence of a key, whatever values stand in it. Contract errors are `errors.<Name>`. */
export function says(text: string, key: string, language: Language): boolean {
  const [file = "", ...path] = key.split(".");
  const folder = file === "errors" ? "sdk/i18n" : "scripts/i18n";
  const name = `${folder}/${file}.${language}.json`;
  const sentences = read.get(name) ?? (JSON.parse(readFileSync(name, "utf8")) as Sentences);
  read.set(name, sentences);
  const forms = FORMS.map((form) => lookUp(sentences, path, form)).filter((form) => form !== undefined);
  if (forms.length === 0) throw new Error(`There is no sentence ${key} in ${name}`);
  return forms.some((form) => patternOf(form).test(text));
}

function lookUp(sentences: Sentences, path: readonly string[], form: string): string | undefined {
  let part: string | Sentences | undefined = sentences;
  for (const [index, step] of path.entries()) {
    if (typeof part !== "object") return undefined;
    part = part[index === path.length - 1 ? `${step}${form}` : step];
  }
  return typeof part === "string" ? part : undefined;
}

function patternOf(sentence: string): RegExp {
  const parts = sentence.split(/\{\{[^}]*\}\}/u).map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
  return new RegExp(parts.join("[^\\n]+?"), "u");
}
