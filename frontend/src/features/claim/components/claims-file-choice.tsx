// SPDX-License-Identifier: EUPL-1.2
import { FileUp } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { textOf } from "../claims-source.ts";

/** The public list of a run, from somebody who kept a copy: it is checked like the site's own. */
export function ClaimsFileChoice({ onText }: { onText: (text: string) => void }) {
  const { t } = useTranslation("claim");
  const id = useId();
  return (
    <div className="space-y-3 rounded-card bg-stone px-4 py-4">
      <p id={`${id}-hint`}>{t("file.text")}</p>
      <label className="inline-flex min-h-12 cursor-pointer items-center gap-2 rounded-pill border border-line bg-surface px-6 py-2.5 font-semibold hover:bg-stone has-focus-visible:outline-3 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent">
        <FileUp size={20} strokeWidth={1.75} aria-hidden="true" />
        {t("file.choose")}
        <input
          type="file"
          accept=".json,application/json"
          aria-describedby={`${id}-hint`}
          className="sr-only"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void textOf(file).then(onText);
            // The same file can be chosen again once it was mended.
            target.value = "";
          }}
        />
      </label>
    </div>
  );
}
