// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { useState, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button, buttonClass } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";

type Props = {
  block: number;
  /** Whether that block was asked for, and is not the last one. */
  isAsked: boolean;
  onAsk: (block: string) => void;
};

/** Does it all again as things stood after a block. */
export function AtBlock({ block, isAsked, onAsk }: Props) {
  const { t } = useTranslation("audit");
  const [text, setText] = useState(String(block));
  const isNumber = /^\d{1,12}$/.test(text);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isNumber) onAsk(text);
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-x-4 gap-y-3">
      <div className="w-56 max-sm:w-full">
        <Field
          label={t("atBlock.label")}
          inputMode="numeric"
          value={text}
          onChange={setText}
          error={isNumber ? undefined : t("atBlock.problem")}
        />
      </div>
      <Button type="submit" kind="secondary" className="mb-1.5 max-sm:w-full">
        {t("atBlock.action")}
      </Button>
      {isAsked && (
        <Link to="/controle" search={{}} className={buttonClass("quiet", "mb-1.5 max-sm:w-full")}>
          {t("atBlock.last")}
        </Link>
      )}
    </form>
  );
}
