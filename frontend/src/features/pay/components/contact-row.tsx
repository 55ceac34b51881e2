// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { ChevronRight, CircleUserRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { shortAddress } from "../../../lib/short-address.ts";
import type { Contact } from "../../contacts/contacts.ts";

/** Somebody the payer has named themselves. */
export function ContactRow({ contact: { address, name } }: { contact: Contact }) {
  const { t } = useTranslation("payment");
  return (
    <Link
      to="/payer"
      search={{ a: address }}
      className="-mx-3 flex min-h-16 items-center gap-4 rounded-card px-3 py-2.5 text-ink no-underline hover:bg-stone"
    >
      <CircleUserRound size={32} strokeWidth={1.5} aria-hidden="true" className="shrink-0 text-ink-soft" />
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{name}</span>
        <span className="block text-caption text-ink-soft">
          {t("payee.contact", { address: shortAddress(address) })}
        </span>
      </span>
      <ChevronRight size={20} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-ink-soft" />
    </Link>
  );
}
