// SPDX-License-Identifier: EUPL-1.2
export type Language = "fr" | "en";

export type AmountProblem = "empty" | "format" | "ambiguous" | "precision" | "negative" | "zero" | "tooLarge";

export type ParsedAmount = { ok: true; cents: bigint } | { ok: false; problem: AmountProblem };

/** The largest amount an account of the token can hold, in cents: its worth has 80 integer bits. */
export const MAX_CENTS = 2n ** 80n - 1n;

const NARROW_NO_BREAK_SPACE = "\u202F";
const MINUS = "\u2212";
const SPACES = " \u00A0\u202F";

const OUTER_SPACES = new RegExp(`^[${SPACES}]+|[${SPACES}]+$`, "g");
const INNER_SPACES = new RegExp(`[${SPACES}]`, "g");
const PLAIN = new RegExp(`^([0-9]+|[0-9]{1,3}(?:[${SPACES}][0-9]{3})+)(?:[.,]([0-9]+))?$`);
const SIGNED = new RegExp(`^[-${MINUS}][${SPACES}]?`);
// 1,250 or 1.250 may mean 1250 or 1.25; 1.250,50 and 1,250,000 are groups in one country and nonsense in another.
const AMBIGUOUS = /^[1-9][0-9]{0,2}(?:,[0-9]{3}(?:,[0-9]{3})*(?:\.[0-9]+)?|\.[0-9]{3}(?:\.[0-9]{3})*(?:,[0-9]+)?)$/;
const LONGEST_WHOLE_PART = 40;

function parseUnsigned(text: string): ParsedAmount {
  if (AMBIGUOUS.test(text)) return { ok: false, problem: "ambiguous" };
  const match = PLAIN.exec(text);
  if (match?.[1] === undefined) return { ok: false, problem: "format" };
  const decimals = match[2] ?? "";
  if (decimals.length > 2) return { ok: false, problem: "precision" };
  const whole = match[1].replace(INNER_SPACES, "").replace(/^0+(?=[0-9])/, "");
  if (whole.length > LONGEST_WHOLE_PART) return { ok: false, problem: "tooLarge" };
  const cents = BigInt(whole + decimals.padEnd(2, "0"));
  if (cents === 0n) return { ok: false, problem: "zero" };
  if (cents > MAX_CENTS) return { ok: false, problem: "tooLarge" };
  return { ok: true, cents };
}

/**
 * Reads an amount a person typed or a file holds: `12`, `12,5`, `12.50`, `1 250,50` (a space, a no-break space or a
 * narrow no-break space between the thousands). Spaces around it do not matter.
 *
 * @returns Cents, from 1 to `MAX_CENTS`; or what is wrong. `ambiguous` is what another country would read as another
 * amount (`1,250`, `1.250,50`); `precision` more than two decimals; `format` everything else that is no amount.
 */
export function parseAmount(text: string): ParsedAmount {
  const trimmed = text.replace(OUTER_SPACES, "");
  if (trimmed === "") return { ok: false, problem: "empty" };
  if (!SIGNED.test(trimmed)) return parseUnsigned(trimmed);
  const parsed = parseUnsigned(trimmed.replace(SIGNED, ""));
  return { ok: false, problem: !parsed.ok && parsed.problem === "format" ? "format" : "negative" };
}

/** The pieces of an amount of cents, for those who set them in different type. The minus sign is U+2212. */
export function amountParts(
  cents: bigint,
  language: Language,
): { sign: "" | "−"; whole: string; separator: string; decimals: string } {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, "0");
  const group = language === "fr" ? NARROW_NO_BREAK_SPACE : ",";
  return {
    sign: cents < 0n ? MINUS : "",
    whole: digits.slice(0, -2).replace(/\B(?=(?:[0-9]{3})+$)/g, group),
    separator: language === "fr" ? "," : ".",
    decimals: digits.slice(-2),
  };
}

/** Writes cents exactly: `1 250,50` in French, `1,250.50` in English, then the symbol after a narrow no-break space. */
export function formatAmount(cents: bigint, language: Language, symbol?: string): string {
  const { sign, whole, separator, decimals } = amountParts(cents, language);
  const amount = sign + whole + separator + decimals;
  return symbol === undefined || symbol === "" ? amount : amount + NARROW_NO_BREAK_SPACE + symbol;
}
