// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Page } from "../../components/page.tsx";
import { CodeForm } from "./components/code-form.tsx";
import { Letter } from "./components/letter.tsx";
import { forgetLetter, useLetter } from "./letter.ts";

/** From the letter to the money: the code, what it is worth, the account, and the register's word that it is paid. */
export default function ClaimPage() {
  const { t } = useTranslation("claim");
  const reading = useLetter();
  if (reading?.ok === true) {
    const { code } = reading;
    return (
      <Page title={t("title")}>
        <Letter key={`${code.runId}-${code.secret}`} code={code} onOtherCode={forgetLetter} />
      </Page>
    );
  }
  return (
    <Page title={t("title")} lead={t("lead")}>
      <CodeForm problem={reading?.problem} />
    </Page>
  );
}
