// SPDX-License-Identifier: EUPL-1.2
import type { ErrorComponentProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button } from "../components/button.tsx";

/** A fault of the dApp itself. Nothing is lost: everything is on the chain. */
export default function RouteError({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <main className="mx-auto max-w-column space-y-4 px-4 py-12">
      <h1 className="text-title font-bold">{t("fault.title")}</h1>
      <p>{t("fault.text")}</p>
      <p className="font-mono text-caption text-ink-soft">{error instanceof Error ? error.message : String(error)}</p>
      <Button onClick={() => location.reload()}>{t("actions.reload")}</Button>
    </main>
  );
}
