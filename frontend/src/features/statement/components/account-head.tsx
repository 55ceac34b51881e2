// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { ExternalLink, FileDown, ListFilter } from "lucide-react";
import { useTranslation } from "react-i18next";
import { AddressGroups } from "../../../components/address-groups.tsx";
import { CopyButton } from "../../../components/copy-button.tsx";
import { buttonClass } from "../../../components/button.tsx";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { isSameAddress } from "../../../lib/short-address.ts";
import { usePublicNames } from "../../register/use-public-names.ts";

/** Whose account it is, as far as anybody may know, and its address whole. */
export function AccountHead({ account }: { account: Address }) {
  const { t } = useTranslation("statement");
  const { chainId, region, deployment } = useRuntime();
  const { name, detail, kind } = usePublicNames()(account);
  const explorer = region.explorers?.[chainId]?.address.replace("{address}", account);
  const isTill = isSameAddress(account, deployment.contracts.RegionalToken.address);
  return (
    <section className="rounded-card bg-stone p-5 md:p-8">
      {kind !== "unknown" && (
        <h2 className="text-title font-bold tracking-tight">
          {name}
          {detail && <span className="block text-base font-normal tracking-normal text-ink-soft">{detail}</span>}
        </h2>
      )}
      {kind === "commons" && <p>{t(isTill ? "kind.commons" : "kind.contract")}</p>}
      <p className="mt-2 text-caption text-ink-soft">{t("address")}</p>
      <div className="flex flex-wrap items-center gap-x-3">
        <AddressGroups address={account} />
        <CopyButton text={account} about={t("address")} />
      </div>
      <div className="mt-3 flex flex-wrap gap-x-6 print:hidden">
        <Link to="/registre" search={{ compte: account }} className={buttonClass("quiet", "px-0!")}>
          <ListFilter size={18} strokeWidth={1.75} aria-hidden="true" />
          {t("lineSearch")}
        </Link>
        <Link to="/exports" search={{ compte: account }} className={buttonClass("quiet", "px-0!")}>
          <FileDown size={18} strokeWidth={1.75} aria-hidden="true" />
          {t("files")}
        </Link>
        {explorer && (
          <a href={explorer} target="_blank" rel="noreferrer" className={buttonClass("quiet", "px-0!")}>
            <ExternalLink size={18} strokeWidth={1.75} aria-hidden="true" />
            {t("explorer")}
          </a>
        )}
      </div>
    </section>
  );
}
