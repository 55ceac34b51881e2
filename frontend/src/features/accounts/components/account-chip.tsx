// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { CircleUserRound, Wallet } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useIdentity } from "../api/use-identity.ts";
import { useOpenConnection } from "../connection-context.tsx";

const CHIP =
  "inline-flex min-h-11 min-w-0 items-center gap-2 rounded-pill px-4 text-base font-semibold whitespace-nowrap no-underline max-sm:px-3";

/** Who is using the dApp, at the top of every page; or the way in. */
export function AccountChip() {
  const { t } = useTranslation("connection");
  const identity = useIdentity();
  const open = useOpenConnection();
  if (identity.status === "connecting") return <div className="skeleton h-11 w-32 !rounded-pill" />;
  if (identity.status === "none") {
    return (
      <button
        type="button"
        className={`${CHIP} shrink-0 border border-line bg-surface hover:bg-stone`}
        onClick={() => open("wallet")}
      >
        <Wallet size={20} strokeWidth={1.75} aria-hidden="true" className="max-sm:hidden" />
        {t("chip.connect")}
      </button>
    );
  }
  return (
    <Link to="/reglages" className={`${CHIP} bg-stone text-ink hover:bg-accent-wash`}>
      <CircleUserRound size={20} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-accent max-sm:hidden" />
      <span className="sr-only">{t("chip.connectedAs")}</span>
      <span className="truncate">{identity.name}</span>
    </Link>
  );
}
