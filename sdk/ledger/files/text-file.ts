// SPDX-License-Identifier: EUPL-1.2

/** What a file holds: how many rows below its head, and what their amounts add up to, in cents. */
export type FileSums = { rows: number; cents: bigint };

/** A file's text in pieces, so that a long one is never in memory as a whole; at its end, what it holds. */
export type TextFile = Generator<string, FileSums>;

const PIECE_LENGTH = 65_536;

/** Joins short texts to pieces worth writing. */
export function* joined(texts: Iterable<string>): Generator<string, void> {
  let piece: string[] = [];
  let length = 0;
  for (const text of texts) {
    piece.push(text);
    length += text.length;
    if (length < PIECE_LENGTH) continue;
    yield piece.join("");
    piece = [];
    length = 0;
  }
  if (length > 0) yield piece.join("");
}

/** Gives every piece of a file to `write`, and returns what the file holds. */
export function writeOut(file: TextFile, write: (piece: string) => void): FileSums {
  for (;;) {
    const { done, value } = file.next();
    if (done === true) return value;
    write(value);
  }
}
