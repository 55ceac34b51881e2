// SPDX-License-Identifier: EUPL-1.2
import { Check, Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useClipboard } from "../lib/use-clipboard.ts";

/** Copies a text that is too long to type; `about` says what it is to who cannot see what stands beside. */
export function CopyButton({ text, about }: { text: string; about: string }) {
  const { t } = useTranslation();
  const { copy, copied } = useClipboard();
  const isCopied = copied === text;
  const Icon = isCopied ? Check : Copy;
  return (
    <button
      type="button"
      onClick={() => void copy(text)}
      className="inline-flex min-h-11 items-center gap-1.5 rounded-pill px-2 font-semibold text-accent underline underline-offset-4 hover:bg-accent-wash print:hidden"
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      <span role="status">{t(isCopied ? "actions.copied" : "actions.copy")}</span>
      <span className="sr-only">{about}</span>
    </button>
  );
}
