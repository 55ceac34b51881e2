// SPDX-License-Identifier: EUPL-1.2
import { REFUSAL_REASONS } from "@monnaie-commune/sdk/exits/reasons";
import type { ExitRequest } from "@monnaie-commune/sdk/exits/request";
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { SkeletonRows } from "../../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../components/states.tsx";
import { TransactionFlow } from "../../../components/transaction/transaction-flow.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatDay } from "../../../lib/format-date.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { isSameAddress } from "../../../lib/short-address.ts";
import { useAskExit } from "../api/use-ask-exit.ts";
import { useExitRequests } from "../api/use-exit-requests.ts";
import { EURO } from "./breakdown.tsx";
import { StateBadge } from "./state-badge.tsx";

type Props = { shop: Address; isSilentWallet: boolean };

/** What became of a shop's requests, newest first; one that waits can be taken back. */
export function MyRequests({ shop, isSilentWallet }: Props) {
  const { t } = useTranslation("exits");
  const { data: all, error, refetch } = useExitRequests();
  const own = all?.filter((request) => isSameAddress(request.shop, shop));
  return (
    <Card title={t("requests.mine")}>
      {error && <ErrorState title={t("requests.problem")} error={error} onRetry={() => void refetch()} />}
      {!own && !error && <SkeletonRows rows={2} />}
      {own?.length === 0 && <EmptyState text={t("requests.none")} />}
      <ul className="divide-y divide-hairline">
        {own?.map((request) => (
          <li key={request.requestId.toString()} className="py-4 first:pt-0 last:pb-0">
            <Request request={request} shop={shop} isSilentWallet={isSilentWallet} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Request({ request, shop, isSilentWallet }: Props & { request: ExitRequest }) {
  const { t } = useTranslation("exits");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const { state, way, cancel, reset } = useAskExit(shop);
  const { requestId, amount, fee, requestedAt, settledAt, reasonCode } = request;
  const id = requestId.toString();
  const reason = REFUSAL_REASONS.find(({ code }) => code === reasonCode)?.[language];
  return (
    <>
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <p className="font-semibold">{t("requests.number", { id })}</p>
          <p className="text-caption text-ink-soft">
            {formatAmount(amount, language, symbol)}, {t("requests.askedOn", { day: formatDay(requestedAt, language) })}
          </p>
          {request.state !== "waiting" && (
            <p className="text-caption text-ink-soft">
              {t(`requests.settledOn.${request.state}`, { day: formatDay(settledAt, language) })}
            </p>
          )}
        </div>
        <div className="shrink-0 text-right">
          {request.state === "waiting" || request.state === "paid" ? (
            <Amount cents={amount - fee} symbol={EURO} size="row" />
          ) : (
            <Amount cents={amount} symbol={symbol} size="row" className="text-ink-soft" />
          )}
          <p>
            <StateBadge state={request.state} />
          </p>
        </div>
      </div>
      {reason && <p className="mt-2">{reason}</p>}
      {request.state === "waiting" && (state.step === "idle" || state.step === "refused") && (
        <Button kind="secondary" className="mt-3" onClick={() => void cancel(requestId)}>
          {t("requests.cancel")}
        </Button>
      )}
      {state.step !== "idle" && (
        <div className="mt-4">
          <TransactionFlow
            state={state}
            action={t("requests.cancelling", { id })}
            isSilentWallet={isSilentWallet}
            way={way}
            onRetry={reset}
            onClose={reset}
          >
            <p role="status" className="font-semibold text-ok">
              {t("requests.cancelled")}
            </p>
          </TransactionFlow>
        </div>
      )}
    </>
  );
}
