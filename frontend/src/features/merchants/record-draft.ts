// SPDX-License-Identifier: EUPL-1.2
import type { MerchantRecord } from "@monnaie-commune/sdk/merchants";
import { fieldProblem, parseRecord, type FieldProblem } from "@monnaie-commune/sdk/merchants/record";

/** A record as it is being written: every field a text, empty while nothing stands there. */
export type RecordDraft = {
  name: string;
  legalName: string;
  category: string;
  postcode: string;
  commune: string;
  town: string;
  street: string;
  website: string;
  hours: string;
};

export type DraftField = Exclude<keyof RecordDraft, "town">;

/** In the order of the form. `town` follows from the commune. */
export const DRAFT_FIELDS = [
  "name",
  "legalName",
  "category",
  "postcode",
  "commune",
  "street",
  "hours",
  "website",
] as const satisfies readonly DraftField[];

export const EMPTY_DRAFT: RecordDraft = {
  name: "",
  legalName: "",
  category: "",
  postcode: "",
  commune: "",
  town: "",
  street: "",
  website: "",
  hours: "",
};

export function draftOf(record: MerchantRecord): RecordDraft {
  const { name, legalName, category, postcode, commune, town, street = "", website = "", hours = "" } = record;
  return { name, legalName, category: String(category), postcode, commune, town, street, website, hours };
}

/** As it will be published: without spaces around, the address of a site whole. */
export function tidyDraft(draft: RecordDraft): RecordDraft {
  const trimmed = Object.fromEntries(
    Object.entries(draft).map(([field, text]) => [field, text.normalize("NFC").replace(/\s+/g, " ").trim()]),
  ) as RecordDraft;
  const { website } = trimmed;
  const isBare = website !== "" && !website.includes("://");
  return { ...trimmed, website: isBare ? `https://${website}` : website };
}

export type DraftProblems = Partial<Record<DraftField, FieldProblem>>;

export function problemsOf(draft: RecordDraft): DraftProblems {
  const tidy = tidyDraft(draft);
  return Object.fromEntries(
    DRAFT_FIELDS.flatMap((field) => {
      const problem = fieldProblem(field, tidy[field]);
      return problem === undefined ? [] : [[field, problem]];
    }),
  );
}

/** The record of a draft without problems. Throws on any other: the form has said what is wrong. */
export function recordOf(draft: RecordDraft): MerchantRecord {
  const { category, ...texts } = tidyDraft(draft);
  const written = Object.entries(texts).filter(([, text]) => text !== "");
  const record = parseRecord({ ...Object.fromEntries(written), category: Number(category) });
  if (record === undefined) throw new TypeError("The draft of a record has problems");
  return record;
}
