// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from "react";

const SHOWN_MS = 3000;

/** Copies a text; `copied` is the last one, for a few seconds. */
export function useClipboard() {
  const [copied, setCopied] = useState<string>();
  useEffect(() => {
    if (copied === undefined) return;
    const timer = setTimeout(() => setCopied(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };
  return { copy, copied };
}
