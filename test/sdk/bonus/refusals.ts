// SPDX-License-Identifier: EUPL-1.2
import type { FundedStructure } from "@monnaie-commune/sdk/bonus/check-structure";
import type { Column } from "@monnaie-commune/sdk/bonus/columns";
import type { RuleCode } from "@monnaie-commune/sdk/bonus/rules";
import type { ListPurpose } from "@monnaie-commune/sdk/purposes";
import {
  bytesOf,
  fileFor,
  fileOf,
  GOOD_LINE,
  HEADER,
  lineFor,
  lineOf,
  STRUCTURE,
  TOKEN,
  walletOf,
} from "./staff-file.ts";

const WALLET = GOOD_LINE.wallet;
const other = { payee_id: "AG-2", wallet: walletOf("two") };

/** A file that is refused, and how it is told: `purpose` is a bonus when left out. */
export type Refusal = {
  what: string;
  purpose?: ListPurpose;
  code: RuleCode;
  file: string | Uint8Array;
  line?: number | undefined;
  column?: string | undefined;
  shown?: string;
};

/** A file whose third line is right but for one cell. */
function cell(what: string, code: RuleCode, column: Column, value: string, shown = value): Refusal {
  return { what, code, file: fileOf(lineOf(), lineOf({ ...other, [column]: value })), line: 3, column, shown };
}

/** The same in a file for another purpose, with other cells wrong too. */
function cellFor(
  purpose: ListPurpose,
  what: string,
  code: RuleCode,
  column: Column,
  value: string,
  more: Partial<Record<Column, string>> = {},
): Refusal {
  const payee = purpose === "subsidy" ? { payee_id: "55208131766522", wallet: walletOf("held") } : other;
  const line = lineFor(purpose, { ...payee, ...more, [column]: value });
  const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
  return { what, purpose, code, file: fileFor(purpose, lineFor(purpose), line), line: 3, column, shown };
}

/** The registry the subsidies are held against. */
export const STRUCTURES: readonly FundedStructure[] = [
  STRUCTURE,
  { ...STRUCTURE, account: walletOf("held") },
  { ...STRUCTURE, account: walletOf("ended"), until: Date.UTC(2026, 5, 30) / 1_000 },
  { ...STRUCTURE, account: walletOf("next year"), since: Date.UTC(2027, 0, 1) / 1_000 },
];

const ESCAPE = "\\u{202E}";
const broken = (bytes: number[]) => {
  const start = bytesOf(`${fileOf(lineOf())}AG-`);
  const end = bytesOf(`${lineOf(other).slice(4)}\n`);
  return new Uint8Array([...start, ...bytes, ...end]);
};

export const REFUSALS: readonly Refusal[] = [
  { what: "an empty file", code: "fileEmpty", file: "" },
  { what: "a file of empty lines", code: "fileEmpty", file: "\n\r\n \n" },
  { what: "a file that holds a byte order mark alone", code: "fileEmpty", file: "\uFEFF" },
  { what: "a header without lines", code: "fileNoLines", file: `${HEADER}\n`, line: 1 },
  { what: "UTF-16 with a mark", code: "fileUtf16", file: new Uint8Array([0xff, 0xfe, 0x70, 0, 0x61, 0]) },
  { what: "UTF-16 without a mark", code: "fileUtf16", file: new Uint8Array([0x70, 0, 0x61, 0, 0x79, 0]) },
  { what: "Latin-1", code: "fileNotUtf8", file: broken([0xe9]), line: 3 },
  { what: "an overlong encoding", code: "fileNotUtf8", file: broken([0xc0, 0xaf]), line: 3 },
  { what: "half a surrogate pair", code: "fileNotUtf8", file: broken([0xed, 0xa0, 0x80]), line: 3 },
  { what: "100,001 lines", code: "tooManyLines", file: `${HEADER}\n${"x\n".repeat(100_001)}` },
  { what: "65 MB", code: "fileTooLarge", file: new Uint8Array(65 * 1024 * 1024) },
  {
    what: "tabs between the columns",
    code: "separatorUnknown",
    file: fileOf(lineOf()).replaceAll(";", "\t"),
    line: 1,
  },
  { what: "a file without a header", code: "separatorUnknown", file: `${lineOf()}\n`, line: 1 },
  {
    what: "a missing column",
    code: "columnMissing",
    file: fileOf(lineOf()).replace("share;", ""),
    line: 1,
    column: "share",
  },
  {
    what: "a column nobody asked for",
    code: "columnUnknown",
    file: `${HEADER};nom\n${lineOf()};Dupont\n`,
    line: 1,
    column: "nom",
  },
  {
    what: "a column that is there twice",
    code: "columnTwice",
    file: `${HEADER};share\n${lineOf()};50\n`,
    line: 1,
    column: "share",
  },
  { what: "a quotation mark inside a cell", code: "quoteInCell", file: fileOf(lineOf(), 'A"G;x'), line: 3 },
  { what: "text after a quotation mark", code: "textAfterQuote", file: fileOf(lineOf(), '"AG"-2;x'), line: 3 },
  {
    what: "a quotation mark never closed",
    code: "quoteUnclosed",
    file: fileOf(lineOf(), `"${lineOf(other)}`),
    line: 3,
  },
  { what: "a last line without its end", code: "lineCutOff", file: fileOf(lineOf()) + lineOf(other), line: 3 },
  { what: "a last line cut in the middle", code: "lineCutOff", file: `${fileOf(lineOf())}AG-2;0x`, line: 3 },
  { what: "too few cells", code: "cellsMissing", file: fileOf(lineOf(), "AG-2;;300"), line: 3, shown: "AG-2" },
  { what: "too many cells", code: "cellsExtra", file: fileOf(lineOf(), `${lineOf(other)};`), line: 3, shown: "AG-2" },
  {
    what: "an amount whose comma parts the columns",
    code: "cellsExtra",
    file: fileOf(lineOf({ amount: "12,50" })).replaceAll(";", ","),
    line: 2,
    shown: "AG-1",
  },
  { what: "a line of separators", code: "lineEmpty", file: fileOf(lineOf(), ";;;;;;"), line: 3 },

  cell("a cell of 10 kB", "cellTooLong", "payee_id", "A".repeat(10_000), `${"A".repeat(40)}…`),
  cell("a line break in a cell", "cellLineBreak", "payee_id", '"AG\n2"', "AG\\u{A}2"),
  cell("a NUL", "cellControl", "payee_id", "AG\u00002", "AG\\u{0}2"),
  cell("a tab in an amount", "cellControl", "amount", "12\t50", "12\\u{9}50"),
  cell("text that reads from right to left", "cellBidi", "payee_id", "AG\u202E2", `AG${ESCAPE}2`),
  cell("a reversed amount", "cellBidi", "amount", "\u202E05,21", `${ESCAPE}05,21`),
  cell("a zero-width joiner", "cellInvisible", "payee_id", "AG\u200D2", "AG\\u{200D}2"),
  cell("a zero-width space in a wallet", "cellInvisible", "wallet", `${WALLET}\u200B`, `${WALLET.slice(0, 40)}…`),
  cell("a byte order mark inside", "cellInvisible", "budget_line", "\uFEFF932", "\\u{FEFF}932"),
  cell("a soft hyphen", "cellInvisible", "consent_reference", "MAN\u00ADDAT", "MAN\\u{AD}DAT"),
  cell("a space before a pseudonym", "cellOuterSpaces", "payee_id", " AG-2"),
  cell("a space after a wallet", "cellOuterSpaces", "wallet", `${WALLET} `, `${WALLET.slice(0, 40)}…`),
  cell("a no-break space after a share", "cellOuterSpaces", "share", "50\u00A0"),
  cell("a formula", "cellFormula", "payee_id", "=HYPERLINK(1)"),
  cell("a formula that begins with +", "cellFormula", "consent_reference", "+33 2 38"),
  cell("a formula that begins with @", "cellFormula", "budget_line", "@SUM(A1)"),
  cell("a formula that begins with -", "cellFormula", "budget_line", "-1+1"),

  cell("no pseudonym", "payeeMissing", "payee_id", ""),
  cell("a Cyrillic look-alike", "payeeFormat", "payee_id", "А-2"),
  cell("a person's name", "payeeFormat", "payee_id", "Camille Dupont"),
  cell("an e-mail address", "payeeEmail", "payee_id", "camille@exemple.fr"),
  cell("a social security number", "payeeSocialSecurity", "payee_id", "284034512345678"),
  cell("a pseudonym twice", "payeeTwice", "payee_id", "AG-1"),

  cell("a consent without wallet", "walletMissing", "wallet", ""),
  cell("an ENS name", "walletName", "wallet", "camille.eth"),
  cell("an address without 0x", "walletPrefixMissing", "wallet", WALLET.slice(2)),
  cell(
    "an address with 0X",
    "walletPrefixMissing",
    "wallet",
    WALLET.replace("0x", "0X"),
    `${WALLET.slice(0, 40).replace("0x", "0X")}…`,
  ),
  cell("a bank account", "walletNotHex", "wallet", "FR7630006000011234567890189"),
  cell("a letter O for a zero", "walletNotHex", "wallet", `0xO${WALLET.slice(3)}`, `0xO${WALLET.slice(3, 40)}…`),
  cell("39 digits", "walletLength", "wallet", WALLET.slice(0, -1), `${WALLET.slice(0, 40)}…`),
  cell("41 digits", "walletLength", "wallet", `${WALLET}0`, `${WALLET.slice(0, 40)}…`),
  cell("the zero address", "walletZero", "wallet", `0x${"0".repeat(40)}`, `0x${"0".repeat(38)}…`),
  cell("a precompiled contract", "walletUnowned", "wallet", `0x${"1".padStart(40, "0")}`, `0x${"0".repeat(38)}…`),
  cell(
    "the burn address",
    "walletUnowned",
    "wallet",
    "0x000000000000000000000000000000000000dEaD",
    `0x${"0".repeat(36)}dE…`,
  ),
  cell(
    "an address in lower case",
    "walletNotChecksummed",
    "wallet",
    WALLET.toLowerCase(),
    `${WALLET.toLowerCase().slice(0, 40)}…`,
  ),
  cell(
    "an address in upper case",
    "walletNotChecksummed",
    "wallet",
    `0x${WALLET.slice(2).toUpperCase()}`,
    `0x${WALLET.slice(2, 40).toUpperCase()}…`,
  ),
  cell(
    "a wrong checksum",
    "walletChecksum",
    "wallet",
    swapCase(walletOf("two")),
    `${swapCase(walletOf("two")).slice(0, 40)}…`,
  ),
  cell("the token's own address", "walletReserved", "wallet", TOKEN, `${TOKEN.slice(0, 40)}…`),
  cell("a wallet twice", "walletTwice", "wallet", WALLET, `${WALLET.slice(0, 40)}…`),

  cell("no amount", "amountEmpty", "amount", ""),
  cell("NaN", "amountFormat", "amount", "NaN"),
  cell("scientific notation", "amountFormat", "amount", "1e18"),
  cell("full-width digits", "amountFormat", "amount", "１２"),
  cell("a formula for an amount", "amountFormat", "amount", "=1+1"),
  cell("a euro sign", "amountFormat", "amount", "12,50 €"),
  cell("an American amount", "amountAmbiguous", "amount", "1,000.50"),
  cell("a German amount", "amountAmbiguous", "amount", "1.000,50"),
  cell("three decimals, or thousands", "amountAmbiguous", "amount", "1,250"),
  cell("19 decimals", "amountPrecision", "amount", "12.5000000000000000001"),
  cell("a negative amount", "amountNegative", "amount", "-12,50"),
  cell("zero", "amountZero", "amount", "0,00"),
  cell("more than an account can hold", "amountTooLarge", "amount", "1000000000000000000000000000000"),

  cell("no reference of the mandate", "consentReferenceMissing", "consent_reference", ""),
  cell("a reference with markup", "consentReferenceFormat", "consent_reference", "<b>1</b>"),
  cell("no date of the mandate", "consentDateMissing", "consent_date", ""),
  cell("a date in French order", "consentDateFormat", "consent_date", "12/10/2026"),
  cell("30 February", "consentDateImpossible", "consent_date", "2026-02-30"),
  cell("29 February of a common year", "consentDateImpossible", "consent_date", "2026-02-29"),
  cell("a thirteenth month", "consentDateImpossible", "consent_date", "2026-13-01"),
  cell("a mandate younger than the plan", "consentDateAfterPlan", "consent_date", "2026-11-24"),
  cell("no share", "shareMissing", "share", ""),
  cell("a percent sign", "shareFormat", "share", "50 %"),
  cell("half a percent", "shareDecimals", "share", "12,5"),
  cell("a share of 0", "shareRange", "share", "0"),
  cell("a share of 101", "shareRange", "share", "101"),
  {
    what: "a share that comes to no cent",
    code: "shareTooSmall",
    file: fileOf(lineOf({ amount: "0,01", share: "99" })),
    line: 2,
    column: "share",
    shown: "99",
  },
  cell("no budget line", "budgetLineMissing", "budget_line", ""),
  cell("a budget line in words", "budgetLineFormat", "budget_line", "lycées"),

  cell(
    "the address of the commons fund",
    "walletReserved",
    "wallet",
    walletOf("commons"),
    `${walletOf("commons").slice(0, 40)}…`,
  ),
  cell(
    "a Cyrillic letter in a wallet",
    "walletNotHex",
    "wallet",
    `0xа${WALLET.slice(3)}`,
    `0xа${WALLET.slice(3, 40)}…`,
  ),
  cell("an address in two cells of a spreadsheet", "walletNotHex", "wallet", "5.1E+47"),
  {
    what: "the same person with another amount",
    code: "payeeTwice",
    file: fileOf(lineOf(), lineOf({ ...other, payee_id: "AG-1", amount: "900" })),
    line: 3,
    column: "payee_id",
    shown: "AG-1",
  },
  cell("Arabic digits", "amountFormat", "amount", "١٢"),
  cell("infinity", "amountFormat", "amount", "Infinity"),
  cell("hexadecimal", "amountFormat", "amount", "0x10"),
  cell("two decimal marks", "amountFormat", "amount", "12,50,1"),
  cell("a Unicode minus", "amountNegative", "amount", "−12,50"),
  cell("full-width digits in a share", "shareFormat", "share", "５０"),
  cell("a word joiner in a date", "cellInvisible", "consent_date", "2026-10\u2060-12", "2026-10\\u{2060}-12"),
  cell("an interlinear mark", "cellInvisible", "payee_id", "AG\u034F2", "AG\\u{34F}2"),
  cell("an escape sequence of a terminal", "cellControl", "payee_id", "AG\u001B[31m2", "AG\\u{1B}[31m2"),
  cell("a formula behind a tab", "cellControl", "payee_id", "\t=1+1", "\\u{9}=1+1"),

  {
    what: "a list of rewards in a programme of bonuses",
    code: "listOfRewards",
    file: fileFor("reward", lineFor("reward")),
    line: 1,
    column: "act",
  },
  {
    what: "a list of rewards in a programme of subsidies",
    purpose: "subsidy",
    code: "listOfRewards",
    file: fileFor("reward", lineFor("reward")),
    line: 1,
    column: "act",
  },
  {
    what: "a list of bonuses in a programme of rewards",
    purpose: "reward",
    code: "listWithoutActs",
    file: fileOf(lineOf()),
    line: 1,
    column: "act",
  },
  {
    what: "a list of subsidies in a programme of bonuses",
    code: "listOfSubsidies",
    file: fileFor("subsidy", lineFor("subsidy")),
    column: "payee_id",
  },
  {
    what: "a list of bonuses in a programme of subsidies",
    purpose: "subsidy",
    code: "listOfPeople",
    file: fileOf(lineOf()),
    column: "payee_id",
  },

  cellFor("reward", "no act", "actMissing", "act", ""),
  cellFor("reward", "an act nobody rewards", "actUnknown", "act", "loyalty"),
  cellFor("reward", "a name all objects have", "actUnknown", "act", "constructor"),
  cellFor("reward", "a person twice for the same act", "payeeTwice", "payee_id", "AG-1", {
    wallet: WALLET,
    act: "entraide",
  }),
  cellFor("reward", "another person's wallet", "walletTwice", "wallet", WALLET),
  cellFor("reward", "a person with two wallets", "payeeTwoWallets", "wallet", walletOf("two"), {
    payee_id: "AG-1",
    act: "ecology",
  }),

  cellFor("subsidy", "no SIRET", "siretMissing", "payee_id", ""),
  cellFor("subsidy", "a SIREN", "siretFormat", "payee_id", "732829320"),
  cellFor("subsidy", "a SIRET with spaces", "siretFormat", "payee_id", "732 829 320 00074"),
  cellFor("subsidy", "a SIRET with a wrong digit", "siretKey", "payee_id", "73282932000075"),
  cellFor("subsidy", "a SIRET of zeros", "siretKey", "payee_id", "00000000000000"),
  cellFor("subsidy", "a structure the council does not fund", "structureUnknown", "wallet", walletOf("stranger")),
  cellFor("subsidy", "a convention that ended", "structureEnded", "wallet", walletOf("ended")),
  cellFor("subsidy", "a convention that has not begun", "structureNotYet", "wallet", walletOf("next year")),
  cellFor("subsidy", "more than the structure accepts", "structureShare", "share", "51"),
];

function swapCase(address: string): string {
  const at = [...address].findIndex((character, i) => i > 1 && /[a-fA-F]/u.test(character));
  const letter = address.charAt(at);
  const swapped = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  return address.slice(0, at) + swapped + address.slice(at + 1);
}
