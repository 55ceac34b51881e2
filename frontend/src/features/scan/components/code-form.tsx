// SPDX-License-Identifier: EUPL-1.2
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { Field } from "../../../components/field.tsx";
import type { CodeProblem } from "../api/use-short-code.ts";

type Props = { problem: CodeProblem | undefined; onCode: (text: string) => Promise<void> };

/** The code in letters, for who has no camera or stands too far away. */
export function CodeForm({ problem, onCode }: Props) {
  const { t } = useTranslation("scan");
  const [text, setText] = useState("");
  const [isPending, setIsPending] = useState(false);
  const submit = async () => {
    setIsPending(true);
    await onCode(text);
    setIsPending(false);
  };
  return (
    <Card title={t("code.title")}>
      <form
        className="space-y-4"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          label={t("code.label")}
          hint={t("code.hint")}
          value={text}
          onChange={setText}
          autoCapitalize="characters"
          spellCheck={false}
          inputClass="tabular text-lead"
          error={problem && t(`code.problems.${problem}`)}
        />
        <Button type="submit" isPending={isPending}>
          {t("code.submit")}
        </Button>
        <p role="status" className="sr-only">
          {isPending && t("code.looking")}
        </p>
      </form>
    </Card>
  );
}
