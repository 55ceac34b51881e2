// SPDX-License-Identifier: EUPL-1.2
import { SUSPENSION_REASONS } from "@monnaie-commune/sdk/merchants";
import { CircleSlash, ShieldQuestionMark } from "lucide-react";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatDay } from "../../../lib/format-date.ts";
import { shortAddress } from "../../../lib/short-address.ts";
import { categoryName, type Shop } from "../shop.ts";

type GroupProps = { title: string; text: string; icon: ReactNode; children: ReactNode };

function Group({ title, text, icon, children }: GroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-card bg-stone p-5 md:p-8">
      <h2 id={id} className="flex items-center gap-3 text-lead font-bold">
        {icon}
        {title}
      </h2>
      <p className="mt-2 max-w-column text-ink-soft">{text}</p>
      <ul className="mt-4 divide-y divide-hairline">{children}</ul>
    </section>
  );
}

function Row({ title, detail }: { title: string; detail: string }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
      <span className="font-semibold">{title}</span>
      <span className="text-ink-soft">{detail}</span>
    </li>
  );
}

/** Shops the region suspended: named, with the reason, and nothing to pay with. */
export function SuspendedShops({ shops }: { shops: readonly Shop[] }) {
  const { t } = useTranslation("merchants");
  const language = useLanguage();
  if (shops.length === 0) return null;
  const icon = <CircleSlash size={22} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-bad" />;
  return (
    <Group title={t("suspended.title")} text={t("suspended.text")} icon={icon}>
      {shops.map(({ address, record, reasonCode, since }) => {
        const reason =
          SUSPENSION_REASONS.find(({ code }) => code === reasonCode)?.[language] ?? t("suspended.noReason");
        const name = record ? t("suspended.name", { name: record.name, town: record.town }) : shortAddress(address);
        return (
          <Row key={address} title={name} detail={t("suspended.detail", { reason, day: formatDay(since, language) })} />
        );
      })}
    </Group>
  );
}

type UnverifiedProps = { shops: readonly Shop[]; placeName: (commune: string) => string };

/** Approved shops whose published record is not the one the register holds: their name is not shown. */
export function UnverifiedShops({ shops, placeName }: UnverifiedProps) {
  const { t } = useTranslation("merchants");
  const language = useLanguage();
  if (shops.length === 0) return null;
  const icon = (
    <ShieldQuestionMark size={22} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-ink-soft" />
  );
  return (
    <Group title={t("unverified.title")} text={t("unverified.text")} icon={icon}>
      {shops.map(({ address, category, commune }) => (
        <Row
          key={address}
          title={t("unverified.name", { trade: categoryName(category, language), place: placeName(commune) })}
          detail={t("unverified.detail", { account: shortAddress(address) })}
        />
      ))}
    </Group>
  );
}
