// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Button } from "../components/button.tsx";
import { Page } from "../components/page.tsx";
import { Landscape } from "../components/illustrations/landscape.tsx";
import type { StartProblem } from "../lib/runtime-config.ts";

/** The dApp does not know where the currency lives: said plainly, with the one thing to do. */
export function StartProblemPage({ problem }: { problem: StartProblem }) {
  const { t } = useTranslation(["notices", "common"]);
  return (
    <Page title={t(`start.${problem}.title`)} lead={t(`start.${problem}.text`)}>
      <Button onClick={() => location.reload()}>{t("common:actions.retry")}</Button>
      <Landscape className="mt-12 w-full max-w-column text-ink-soft" />
    </Page>
  );
}
