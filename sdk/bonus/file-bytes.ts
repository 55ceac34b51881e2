// SPDX-License-Identifier: EUPL-1.2
import { MOST_BYTES, MOST_LINES, type RuleError } from "./rules.ts";

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Whether a line ends with the byte at this place; a carriage return before a line feed does not count. */
export function endsLine(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === LINE_FEED || (bytes[at] === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED);
}

/** Why a file of so many bytes is not even read. */
export function sizeError(bytes: number): RuleError | undefined {
  if (bytes <= MOST_BYTES) return undefined;
  return refuse("fileTooLarge", undefined, { megabytes: MOST_BYTES / 1024 / 1024 }).error;
}

/**
 * Looks at the file before anything is read from it: empty, too large, not UTF-8.
 * @returns The bytes without a byte order mark, or the one reason why there is nothing to read.
 */
export function checkBytes(file: Uint8Array): { bytes: Uint8Array } | { error: RuleError } {
  const error = sizeError(file.length);
  if (error !== undefined) return { error };
  if (isUtf16(file)) return refuse("fileUtf16", undefined);
  const hasMark = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf;
  const bytes = hasMark ? file.subarray(3) : file;
  if (bytes.every((byte) => byte === LINE_FEED || byte === CARRIAGE_RETURN || byte === 0x20)) {
    return refuse("fileEmpty", undefined);
  }
  const badLine = firstLineNotUtf8(bytes);
  if (badLine !== undefined) return refuse("fileNotUtf8", badLine);
  const lines = countLines(bytes);
  // One more for the header.
  if (lines > MOST_LINES + 1) return refuse("tooManyLines", undefined, { lines: lines - 1, most: MOST_LINES });
  return { bytes };
}

function refuse(code: RuleError["code"], line: number | undefined, parameters: RuleError["parameters"] = {}) {
  return { error: { line, column: undefined, code, shown: "", parameters } };
}

function isUtf16(file: Uint8Array): boolean {
  const [first, second] = file;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  // Without a mark: every other byte of Latin text is 0.
  return file.length >= 4 && ((first === 0 && file[2] === 0) || (second === 0 && file[3] === 0));
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes of a character are never line ends in UTF-8, so that each line can be looked at alone. */
function firstLineNotUtf8(bytes: Uint8Array): number | undefined {
  if (isUtf8(bytes)) return undefined;
  let start = 0;
  let line = 1;
  for (let at = 0; at < bytes.length; at++) {
    if (!endsLine(bytes, at)) continue;
    if (!isUtf8(bytes.subarray(start, at))) return line;
    start = at + 1;
    line++;
  }
  return line;
}

function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = 0; at < bytes.length; at++) if (endsLine(bytes, at)) lines++;
  return bytes.length > 0 && !endsLine(bytes, bytes.length - 1) ? lines + 1 : lines;
}
