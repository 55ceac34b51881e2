// SPDX-License-Identifier: EUPL-1.2
import { requestCode, requestLink } from "@monnaie-commune/sdk/payments/request";
import { formatShortCode, shopCode } from "@monnaie-commune/sdk/payments/short-code";
import { useTranslation } from "react-i18next";
import { QrCode } from "../../../components/qr-code.tsx";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { usePostRequest } from "../api/use-post-request.ts";
import type { RequestState } from "../judge-payments.ts";
import { asPaymentRequest, type TillRequest } from "../till-request.ts";
import { usePaymentWords } from "../use-payment-words.ts";
import type { TillState } from "../use-till.ts";
import { RequestOutcome, TillButton } from "./request-outcome.tsx";
import { TillAmount } from "./till-amount.tsx";
import { WaitingRing } from "./waiting-ring.tsx";

type Props = {
  till: TillState;
  current: { request: TillRequest; state: RequestState };
  shop: Address;
  name: string;
};

/** The code a customer scans or types, until they paid; or what came in its stead. */
export function WaitingScreen({ till, current: { request, state }, shop, name }: Props) {
  const { t } = useTranslation("till");
  const words = usePaymentWords();
  const { chainId, deployment } = useRuntime();
  const asked = asPaymentRequest(request, shop, { chainId, token: deployment.contracts.RegionalToken.address });
  const isPosted = usePostRequest(asked);
  const code = formatShortCode(requestCode(asked));
  const amount = words.amount(request.cents);
  return (
    <div className="mx-auto grid w-full max-w-lg flex-1 content-center gap-3 px-4 py-3 text-center lg:max-w-5xl lg:grid-cols-2 lg:items-center lg:gap-x-12">
      <div>
        <h2 className="text-lead font-semibold">{t("waiting.title")}</h2>
        <TillAmount cents={request.cents} />
        {request.label !== undefined && <p className="text-lead">{request.label}</p>}
      </div>
      {state.step === "waiting" ? (
        <div className="space-y-3 lg:row-span-2">
          <div className="mx-auto w-full max-w-[min(20rem,40dvh)] rounded-card border border-hairline bg-white p-1 lg:max-w-[min(26rem,60dvh)]">
            <QrCode
              medium="screen"
              text={requestLink(location.origin, asked)}
              label={t("waiting.qr", { amount, name })}
            />
          </div>
          <p>{t("waiting.scan")}</p>
          {isPosted ? (
            <p>
              {t("waiting.typeCode")}
              <span className="tabular block text-title font-bold tracking-wide">{code}</span>
            </p>
          ) : (
            <div>
              <p>{t("waiting.shopCode", { code: formatShortCode(shopCode(shop)) })}</p>
              <p className="text-caption text-ink-soft">{t("waiting.sameCode", { code })}</p>
            </div>
          )}
        </div>
      ) : (
        <div className="lg:row-span-2">
          <RequestOutcome till={till} request={request} state={state} />
        </div>
      )}
      {state.step === "waiting" && (
        <div className="flex flex-wrap items-center justify-center gap-x-6 gap-y-2">
          <WaitingRing secondsLeft={request.expires - till.now} />
          <TillButton onClick={till.cancel}>{t("waiting.cancel")}</TillButton>
        </div>
      )}
    </div>
  );
}
