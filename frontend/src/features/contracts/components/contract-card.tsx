// SPDX-License-Identifier: EUPL-1.2
import type { ContractName } from "@monnaie-commune/sdk/deployments";
import { Link } from "@tanstack/react-router";
import { BadgeCheck, CircleHelp, TriangleAlert, type LucideIcon } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { AddressGroups } from "../../../components/address-groups.tsx";
import { CopyButton } from "../../../components/copy-button.tsx";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { CodeStanding } from "../api/use-contract-codes.ts";

const LOOKS: Record<CodeStanding, { Icon: LucideIcon; colour: string }> = {
  published: { Icon: BadgeCheck, colour: "text-ok" },
  different: { Icon: TriangleAlert, colour: "text-bad" },
  none: { Icon: TriangleAlert, colour: "text-bad" },
  unknown: { Icon: CircleHelp, colour: "text-ink-soft" },
};

function Standing({ standing }: { standing: CodeStanding | undefined }) {
  const { t } = useTranslation("contracts");
  if (standing === undefined) return <p className="skeleton mt-4 h-6" />;
  const { Icon, colour } = LOOKS[standing];
  return (
    <p className={`mt-4 flex items-start gap-2 font-semibold ${colour}`}>
      <Icon size={20} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0" />
      {t(`code.${standing}`)}
    </p>
  );
}

type Props = { name: ContractName; standing: CodeStanding | undefined };

/** A contract: what it is for, where it stands, and whether its code is the published one. */
export function ContractCard({ name, standing }: Props) {
  const { t } = useTranslation(["contracts", "register"]);
  const id = useId();
  const { chainId, region, deployment } = useRuntime();
  const { address, block, code } = deployment.contracts[name];
  const explorer = region.explorers?.[chainId]?.address.replace("{address}", address);
  return (
    <li aria-labelledby={id} className="rounded-card border border-hairline bg-surface p-5">
      <h2 id={id} className="text-lead font-bold">
        {t(`register:contracts.${name}`)}
      </h2>
      <p className="mt-1 text-ink-soft">{t(`about.${name}`)}</p>
      <Standing standing={standing} />
      <p className="mt-4 text-caption text-ink-soft">{t("address")}</p>
      <div className="flex flex-wrap items-center gap-x-3 text-caption">
        <AddressGroups address={address} />
        <CopyButton text={address} about={`${t("address")}, ${t(`register:contracts.${name}`)}`} />
      </div>
      <p className="mt-2 text-caption text-ink-soft">{t("created", { block })}</p>
      <p className="mt-3 flex flex-wrap gap-x-6">
        <Link
          to="/compte/$address"
          params={{ address }}
          className="inline-block min-h-6 text-accent underline underline-offset-4"
        >
          {t("account")}
          <span className="sr-only">, {t(`register:contracts.${name}`)}</span>
        </Link>
        {explorer && (
          <a
            href={explorer}
            target="_blank"
            rel="noreferrer"
            className="inline-block min-h-6 text-accent underline underline-offset-4"
          >
            {t("explorer")}
          </a>
        )}
      </p>
      {code && (
        <details className="mt-3 text-caption text-ink-soft">
          <summary className="inline-flex min-h-8 items-center underline underline-offset-4">{t("code.hash")}</summary>
          <p>{t("code.how")}</p>
          <code className="break-all">{code.hash}</code>
        </details>
      )}
    </li>
  );
}
