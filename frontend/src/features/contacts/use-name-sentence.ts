// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import type { ImportProblem } from "./contact-file.ts";
import { LONGEST_NAME, MOST_CONTACTS } from "./contacts.ts";

/** Says why a name, or a line of a file, is refused, and what to do about it. */
export function useNameSentence(): (problem: Omit<ImportProblem, "line">) => string {
  const { t } = useTranslation("contacts");
  return ({ code, other = "" }) => t(`problems.${code}`, { other, longest: LONGEST_NAME, most: MOST_CONTACTS });
}
