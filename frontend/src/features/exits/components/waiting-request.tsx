// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { REFUSAL_REASONS } from "@monnaie-commune/sdk/exits/reasons";
import { type ExitRequest, transferHash, transferReference } from "@monnaie-commune/sdk/exits/request";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { Button } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";
import { SelectField } from "../../../components/select-field.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { contractCall, useContracts } from "../../../lib/contracts.ts";
import { formatDay } from "../../../lib/format-date.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { usePermission } from "../../../lib/use-permission.ts";
import { useTransaction } from "../../../lib/use-transaction.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";
import { Sending } from "../../runs/components/sending.tsx";
import { EURO } from "./breakdown.tsx";

/** A request that waits: what to transfer to whom; the treasurer confirms the transfer, or refuses. */
export function WaitingRequest({ request }: { request: ExitRequest }) {
  const { t } = useTranslation("exits");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const nameOf = useAccountNames();
  const permission = usePermission("exit.settle");
  const { requestId, shop, amount, fee, requestedAt } = request;
  const { name, detail } = nameOf(shop);
  return (
    <article className="rounded-card border border-hairline bg-surface p-5 md:p-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h3 className="text-lead font-bold">{name}</h3>
          <p className="text-caption text-ink-soft">
            {detail && `${detail}, `}
            {t("requests.askedOn", { day: formatDay(requestedAt, language) })}
          </p>
        </div>
        <p className="sm:text-right">
          <Amount cents={amount - fee} symbol={EURO} size="title" />
          <span className="block text-caption text-ink-soft">
            {t("treasury.setAside")} {formatAmount(amount, language, symbol)}, {t("treasury.fee").toLowerCase()}{" "}
            {formatAmount(fee, language, symbol)}
          </span>
        </p>
      </div>
      <p className="mt-3">
        <span className="text-ink-soft">{t("treasury.label")}</span>{" "}
        <strong>{transferReference(symbol, requestId)}</strong>
      </p>
      {permission === "granted" && <Settle request={request} name={name} />}
    </article>
  );
}

function Settle({ request, name }: { request: ExitRequest; name: string }) {
  const { t } = useTranslation("exits");
  const language = useLanguage();
  const { redemptions } = useContracts();
  const { state, start, reset } = useTransaction();
  const [reference, setReference] = useState("");
  const [isTried, setIsTried] = useState(false);
  const [isRefusing, setIsRefusing] = useState(false);
  const [reason, setReason] = useState(String(REFUSAL_REASONS[0]?.code ?? 1));
  const { requestId, amount, fee } = request;
  const id = requestId.toString();
  const office = { kind: "office", again: "/sorties" } as const;
  const action = isRefusing
    ? t("treasury.refusing", { id, shop: name })
    : t("treasury.confirming", { euros: formatAmount(amount - fee, language, EURO), shop: name });
  const confirm = () => {
    setIsTried(true);
    if (reference.trim() === "") return;
    void start(contractCall(redemptions, "confirm", [requestId, transferHash(reference)]), office);
  };
  return (
    <div className="mt-4 border-t border-hairline pt-4">
      <Sending state={state} action={action} onReset={reset}>
        {isRefusing ? (
          <div className="max-w-column space-y-4">
            <SelectField label={t("treasury.reason")} value={reason} onChange={setReason}>
              {REFUSAL_REASONS.map((each) => (
                <option key={each.code} value={each.code}>
                  {each[language]}
                </option>
              ))}
            </SelectField>
            <div className="flex flex-wrap gap-3">
              <Button
                onClick={() => void start(contractCall(redemptions, "refuse", [requestId, Number(reason)]), office)}
              >
                {t("treasury.refuse")}
              </Button>
              <Button kind="secondary" onClick={() => setIsRefusing(false)}>
                {t("treasury.keep")}
              </Button>
            </div>
          </div>
        ) : (
          <form
            className="max-w-column space-y-4"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              confirm();
            }}
          >
            <Field
              label={t("treasury.reference")}
              hint={t("treasury.referenceHint")}
              value={reference}
              onChange={setReference}
              error={isTried && reference.trim() === "" ? t("treasury.referenceMissing") : undefined}
            />
            <div className="flex flex-wrap gap-3">
              <Button type="submit">{t("treasury.confirm")}</Button>
              <Button kind="quiet" onClick={() => setIsRefusing(true)}>
                {t("treasury.refuseOpen")}
              </Button>
            </div>
          </form>
        )}
      </Sending>
    </div>
  );
}
