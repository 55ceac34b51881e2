// SPDX-License-Identifier: EUPL-1.2

/** Lines of people in one file, the header not counted. */
export const MOST_LINES = 100_000;

/** Bytes in one file: far more than `MOST_LINES` honest lines have. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** Characters in one cell. */
export const MOST_CELL_CHARACTERS = 200;

/** Everything a staff file is refused for. Each has its sentence in sdk/i18n/bonus-rules.<language>.json. */
export const RULE_CODES = [
  // the file
  "fileEmpty",
  "fileTooLarge",
  "fileUtf16",
  "fileNotUtf8",
  "fileNoLines",
  "tooManyLines",
  "separatorUnknown",
  "listOfRewards",
  "listOfSubsidies",
  "listOfPeople",
  "listWithoutActs",
  "columnMissing",
  "columnUnknown",
  "columnTwice",
  "quoteInCell",
  "textAfterQuote",
  "quoteUnclosed",
  "lineCutOff",
  "cellsMissing",
  "cellsExtra",
  "lineEmpty",
  // any cell
  "cellTooLong",
  "cellLineBreak",
  "cellControl",
  "cellBidi",
  "cellInvisible",
  "cellOuterSpaces",
  "cellFormula",
  // payee_id
  "payeeMissing",
  "payeeFormat",
  "payeeEmail",
  "payeeSocialSecurity",
  "payeeTwice",
  "payeeUnknown",
  "payeeTwoWallets",
  "siretMissing",
  "siretFormat",
  "siretKey",
  // wallet
  "walletMissing",
  "walletName",
  "walletPrefixMissing",
  "walletNotHex",
  "walletLength",
  "walletZero",
  "walletUnowned",
  "walletNotChecksummed",
  "walletChecksum",
  "walletReserved",
  "walletTwice",
  "structureUnknown",
  "structureEnded",
  "structureNotYet",
  // amount
  "amountEmpty",
  "amountFormat",
  "amountAmbiguous",
  "amountPrecision",
  "amountNegative",
  "amountZero",
  "amountTooLarge",
  // consent
  "consentReferenceMissing",
  "consentReferenceFormat",
  "consentDateMissing",
  "consentDateFormat",
  "consentDateImpossible",
  "consentDateAfterPlan",
  "shareMissing",
  "shareFormat",
  "shareDecimals",
  "shareRange",
  "shareTooSmall",
  "structureShare",
  // budget_line
  "budgetLineMissing",
  "budgetLineFormat",
  // act
  "actMissing",
  "actUnknown",
  // the whole
  "nobodyOptedIn",
  "overCap",
  "overBudget",
  "overAttested",
] as const;

export type RuleCode = (typeof RULE_CODES)[number];

/** What a sentence is filled with. A bigint is cents, a number is a count. */
export type RuleParameters = Record<string, string | number | bigint>;

/**
 * Why a file is refused. `line` counts from 1 as a text editor does; it is undefined where the file as a whole is meant.
 * `column` is undefined where no column is meant. `shown` is the value in a form that is safe to print, or "".
 */
export type RuleError = {
  line: number | undefined;
  column: string | undefined;
  code: RuleCode;
  shown: string;
  parameters: RuleParameters;
};
