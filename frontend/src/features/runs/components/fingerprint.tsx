// SPDX-License-Identifier: EUPL-1.2
import { Check, Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useClipboard } from "../../../lib/use-clipboard.ts";

/** A hash in full, in groups one can read aloud, and a way to copy it. */
export function Fingerprint({ label, hash }: { label: string; hash: string }) {
  const { t } = useTranslation("runs");
  const { copy, copied } = useClipboard();
  const isCopied = copied === hash;
  const Icon = isCopied ? Check : Copy;
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-caption text-ink-soft">
      <span>{label}</span>
      <code className="min-w-0 break-all">{hash}</code>
      <button
        type="button"
        onClick={() => void copy(hash)}
        className="inline-flex min-h-11 items-center gap-1.5 rounded-pill px-2 font-semibold text-accent underline underline-offset-4 hover:bg-accent-wash print:hidden"
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
        <span role="status">{t(isCopied ? "copied" : "copy")}</span>
        <span className="sr-only">{label}</span>
      </button>
    </p>
  );
}
