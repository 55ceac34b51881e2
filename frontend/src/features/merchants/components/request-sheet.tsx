// SPDX-License-Identifier: EUPL-1.2
import { canonicalRecord, recordHash } from "@monnaie-commune/sdk/merchants";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Sheet } from "../../../components/sheet.tsx";
import { TransactionFlow } from "../../../components/transaction/transaction-flow.tsx";
import { download } from "../../../lib/download.ts";
import { useIdentity } from "../../accounts/api/use-identity.ts";
import type { MerchantWish, useMerchantRequest } from "../api/use-merchant-request.ts";
import { ShopFacts } from "./shop-facts.tsx";

type Props = {
  wish: MerchantWish;
  request: ReturnType<typeof useMerchantRequest>;
  onClose: () => void;
};

/** Review, sign, follow, done: what a shop asks of the register, from the last look to the answer. */
export function RequestSheet({ wish, request, onClose }: Props) {
  const { t } = useTranslation("shops");
  const identity = useIdentity();
  const { state, hasRelay, send } = request;
  const isAsking = state.step === "idle" || state.step === "refused";
  // While the wallet asks, closing would only hide the question.
  const canClose = state.step !== "checking" && state.step !== "signing";
  const isSilentWallet = identity.status === "connected" && identity.kind === "demo";
  // A signature is asked for first; what follows then is the relay's.
  const way = state.step === "relayed" || (state.step === "sent" && request.way === "relay") ? "relay" : "wallet";
  const direct = (
    <Button kind={hasRelay ? "quiet" : "primary"} onClick={() => void send(wish, "wallet")}>
      {t("request.direct")}
    </Button>
  );
  return (
    <Sheet title={t(`request.${wish.action}.title`)} isOpen onClose={() => canClose && onClose()}>
      {isAsking ? (
        <div className="space-y-5">
          <p>{t(`request.${wish.action}.lead`)}</p>
          {wish.action !== "leave" && (
            <div>
              <p className="text-lead font-bold">{wish.record.name}</p>
              <ShopFacts record={wish.record} />
              <p className="mt-3 rounded-card bg-stone px-4 py-3 text-caption">{t("request.public")}</p>
            </div>
          )}
          {state.step === "refused" && (
            <p role="alert" className="font-semibold">
              {t("request.refused")}
            </p>
          )}
          <p className="text-ink-soft">{t(hasRelay ? "request.free" : "request.fees")}</p>
          <div className="flex flex-col gap-2">
            {hasRelay && <Button onClick={() => void send(wish, "relay")}>{t(`request.${wish.action}.sign`)}</Button>}
            {!hasRelay && direct}
          </div>
        </div>
      ) : (
        <TransactionFlow
          state={state}
          way={way}
          action={t(`request.${wish.action}.under`)}
          isSilentWallet={isSilentWallet}
          onRetry={() => void send(wish, "relay")}
          onClose={onClose}
          otherWays={state.step === "failed" && request.way === "relay" && direct}
        >
          <div className="space-y-4">
            <p role="status" className="text-lead font-bold text-ok">
              {t(`request.${wish.action}.done`)}
            </p>
            <p>{t(`request.${wish.action}.next`)}</p>
            {wish.action !== "leave" && request.way === "wallet" && (
              <div className="space-y-3 rounded-card bg-stone p-4">
                <p>{t("request.handOver")}</p>
                <Button
                  kind="secondary"
                  onClick={() =>
                    download(`${recordHash(wish.record)}.json`, canonicalRecord(wish.record), "application/json")
                  }
                >
                  {t("request.download")}
                </Button>
              </div>
            )}
            <Button kind="secondary" onClick={onClose}>
              {t("request.close")}
            </Button>
          </div>
        </TransactionFlow>
      )}
    </Sheet>
  );
}
