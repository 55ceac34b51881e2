// SPDX-License-Identifier: EUPL-1.2
import type { ClaimCodeProblem } from "@monnaie-commune/sdk/claims/code";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { Field } from "../../../components/field.tsx";
import { readLetter } from "../letter.ts";

/** The letter's code, typed by hand: capitals, hyphens and spaces do not matter. */
export function CodeForm({ problem: firstProblem }: { problem: ClaimCodeProblem | undefined }) {
  const { t } = useTranslation("claim");
  const [text, setText] = useState("");
  const [problem, setProblem] = useState(firstProblem);
  return (
    <Card className="max-w-column">
      <form
        className="space-y-6"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const read = readLetter(text);
          setProblem(read.ok ? undefined : read.problem);
        }}
      >
        <Field
          label={t("code.label")}
          hint={t("code.hint")}
          value={text}
          onChange={(value) => {
            setText(value);
            setProblem(undefined);
          }}
          error={problem && t(`code.problems.${problem}`)}
          maxLength={80}
          spellCheck={false}
          autoCapitalize="characters"
          inputClass="tabular font-mono"
        />
        <Button type="submit" className="w-full sm:w-auto">
          {t("code.submit")}
        </Button>
      </form>
      <p className="mt-6 border-t border-hairline pt-4 text-caption text-ink-soft">{t("code.kept")}</p>
    </Card>
  );
}
