// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi, Link } from "@tanstack/react-router";
import { ScanLine } from "lucide-react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../components/button.tsx";
import { Page } from "../../components/page.tsx";
import type { Address } from "../../lib/runtime-config.ts";
import { useIdentity } from "../accounts/api/use-identity.ts";
import { PayRequest } from "./components/pay-request.tsx";
import { PayeeSearch } from "./components/payee-search.tsx";
import { RefusedRequest } from "./components/refused-request.tsx";
import { WaitingPayments } from "./components/waiting-payments.tsx";
import { useRequest } from "./use-request.ts";

const route = getRouteApi("/payer");

/** Whom, how much, check, sign: a link may have answered the first questions already. */
export default function PayPage() {
  const { t } = useTranslation(["pay", "payment"]);
  const link = route.useSearch();
  const read = useRequest(link);
  const navigate = route.useNavigate();
  const identity = useIdentity();
  const payer = identity.status === "connected" ? identity.address : undefined;
  const choose = (address?: Address) => void navigate({ search: address ? { a: address } : {} });

  if (read === undefined) {
    const scan = (
      <Link to="/scanner" className={buttonClass("primary")}>
        <ScanLine size={20} strokeWidth={1.75} aria-hidden="true" />
        {t("payment:scan")}
      </Link>
    );
    return (
      <Page title={t("title")}>
        <div className="max-w-column space-y-8">
          {payer && <WaitingPayments payer={payer} />}
          <div className="max-sm:*:w-full">{scan}</div>
          <PayeeSearch payer={payer} onChoose={choose} />
        </div>
      </Page>
    );
  }
  return (
    <Page title={t("title")}>
      {/* Who pays again what is signed and waits would pay twice. */}
      {payer && <WaitingPayments payer={payer} />}
      {read.ok ? (
        <PayRequest
          key={`${Object.values(link).join(" ")} ${payer}`}
          request={read.request}
          code={read.code}
          onChange={choose}
        />
      ) : (
        <RefusedRequest problem={read.problem} />
      )}
    </Page>
  );
}
