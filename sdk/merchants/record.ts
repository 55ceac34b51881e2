// SPDX-License-Identifier: EUPL-1.2
import { CATEGORIES, encodeCommune, type MerchantRecord, recordHash } from "../merchants.ts";
import type { MerchantDetails } from "./messages.ts";

/** The fields of a record that people write. */
export const RECORD_FIELDS = [
  "name",
  "legalName",
  "category",
  "commune",
  "town",
  "postcode",
  "street",
  "website",
  "hours",
] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];

/** What can be wrong in a field. */
export type FieldProblem = "empty" | "hidden" | "tooLong" | "category" | "commune" | "postcode" | "website";

export const LONGEST_FIELD = 160;
const OPTIONAL: readonly RecordField[] = ["street", "website", "hours"];

// Control characters, and the ones that turn the direction of text or hide between letters.
const HIDDEN = /[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

const FORMS: Partial<Record<RecordField, (text: string) => boolean>> = {
  category: (text) => CATEGORIES.some(({ code }) => String(code) === text),
  commune: isCommune,
  postcode: (text) => /^\d{5}$/u.test(text),
  website: (text) => URL.canParse(text) && new URL(text).protocol === "https:",
};

/** What is wrong with a field, as it is written; undefined when it is good. */
export function fieldProblem(field: RecordField, text: string): FieldProblem | undefined {
  if (text === "") return OPTIONAL.includes(field) ? undefined : "empty";
  if (HIDDEN.test(text)) return "hidden";
  if (text.length > LONGEST_FIELD) return "tooLong";
  return FORMS[field]?.(text) === false ? (field as FieldProblem) : undefined;
}

/**
 * The record in parsed JSON that came from anywhere; undefined when a field is missing, wrong, or of another name. What is
 * not written (`fictitious`, a description) only the region adds.
 */
export function parseRecord(value: unknown): MerchantRecord | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const given = value as Record<string, unknown>;
  if (Object.keys(given).some((key) => !RECORD_FIELDS.some((field) => field === key))) return undefined;
  const isGood = RECORD_FIELDS.every((field) => {
    const text = given[field];
    if (text === undefined) return OPTIONAL.includes(field);
    if (field === "category") return typeof text === "number" && fieldProblem(field, String(text)) === undefined;
    return typeof text === "string" && text !== "" && fieldProblem(field, text) === undefined;
  });
  return isGood ? (given as MerchantRecord) : undefined;
}

/** The same of a record as it is served: the region may have marked it as invented. */
export function parsePublishedRecord(value: unknown): MerchantRecord | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { fictitious, ...written } = value as Record<string, unknown>;
  const record = parseRecord(written);
  if (fictitious === undefined) return record;
  return fictitious === true && record ? { ...record, fictitious } : undefined;
}

/**
 * Where records that shops sent themselves are served, on the region's site. `{hash}` stands for the record's hash, so the
 * name says what the file has to hold; written out it would cost three more slots.
 */
export const RECORD_URI = "/records/{hash}.json";

/** The address of a record; only of the two forms that the region's site serves. */
export function recordAddress(uri: string, hash: string): string | undefined {
  if (uri === RECORD_URI) return RECORD_URI.replace("{hash}", hash);
  return /^\/records\/[a-z0-9-]+\.json$/u.test(uri) ? uri : undefined;
}

/** What the register is asked to keep of a record that is served under its hash. */
export function detailsOf(record: MerchantRecord): MerchantDetails {
  const { category, commune } = record;
  return { category, commune: encodeCommune(commune), recordHash: recordHash(record), recordURI: RECORD_URI };
}

function isCommune(insee: string): boolean {
  try {
    encodeCommune(insee);
    return true;
  } catch {
    return false;
  }
}
