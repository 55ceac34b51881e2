// SPDX-License-Identifier: EUPL-1.2
import { Printer } from "lucide-react";
import { useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { ChoiceGroup } from "../../../components/choice-group.tsx";
import { Page } from "../../../components/page.tsx";
import type { Shop } from "../../merchants/shop.ts";
import { Poster } from "./poster.tsx";

const FORMATS = ["a4", "a5", "sticker"] as const;
type Format = (typeof FORMATS)[number];

/** Sheets of paper of styles/base.css, by name. */
const SHEETS: Record<Format, string> = {
  a4: "[page:poster-a4]",
  a5: "[page:poster-a5]",
  sticker: "[page:poster-sticker]",
};
const PREVIEW: Record<Format, string> = { a4: "max-w-lg", a5: "max-w-sm", sticker: "max-w-[19rem]" };

/** The poster as it will be printed, in three sizes of one shape. */
export function PosterPreview({ shop }: { shop: Shop }) {
  const { t } = useTranslation("till");
  const [format, setFormat] = useState<Format>("a4");
  return (
    <Page title={t("poster.title")} lead={t("poster.lead")}>
      <div className="space-y-6">
        <div className="flex flex-wrap items-center gap-4">
          <ChoiceGroup
            label={t("poster.format")}
            value={format}
            choices={FORMATS.map((value) => ({ value, name: t(`poster.formats.${value}`) }))}
            onChange={setFormat}
          />
          <Button onClick={() => print()}>
            <Printer size={20} strokeWidth={1.75} aria-hidden="true" />
            {t("poster.print")}
          </Button>
        </div>
        <section
          aria-label={t("poster.preview")}
          className={`rounded-card border border-line bg-white p-[6%] ${PREVIEW[format]}`}
        >
          <Poster shop={shop} />
        </section>
      </div>
      {/* Printed alone, whatever stands around the page on the screen. */}
      {createPortal(
        <div className={`poster hidden print:block ${SHEETS[format]}`}>
          <Poster shop={shop} />
        </div>,
        document.body,
      )}
    </Page>
  );
}
