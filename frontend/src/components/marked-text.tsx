// SPDX-License-Identifier: EUPL-1.2
import { Fragment } from "react";

const MARK = /<(b|m)>(.*?)<\/\1>/g;

/** A sentence with its marks taken out, for places that hold plain text. */
export function withoutMarks(sentence: string): string {
  return sentence.replace(MARK, "$2");
}

/** A sentence of the dictionaries: `<b>` is strong, `<m>` strong and in the colour of what melts. Nothing else is read. */
export function MarkedText({ sentence }: { sentence: string }) {
  const pieces = sentence.split(MARK);
  return pieces.map((piece, index) => {
    // split() gives text, mark, marked text, text, …
    if (index % 3 === 1) return null;
    if (index % 3 === 0) return <Fragment key={index}>{piece}</Fragment>;
    const colour = pieces[index - 1] === "m" ? "text-fonte-text" : "";
    return (
      <strong key={index} className={`tabular whitespace-nowrap ${colour}`}>
        {piece}
      </strong>
    );
  });
}
