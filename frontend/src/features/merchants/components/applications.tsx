// SPDX-License-Identifier: EUPL-1.2
import { REFUSAL_REASONS } from "@monnaie-commune/sdk/merchants";
import { BadgeCheck, ShieldQuestionMark } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatDay } from "../../../lib/format-date.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { Sending } from "../../runs/components/sending.tsx";
import { useKeepRegister } from "../api/use-keep-register.ts";
import { alikeTo } from "../alike.ts";
import type { Shop } from "../shop.ts";
import { ReasonForm } from "./reason-form.tsx";
import { ShopFacts } from "./shop-facts.tsx";
import { useShops } from "../api/use-shops.ts";

type RowProps = { shop: Shop; isKeeper: boolean; isChosen: boolean; onChoose: (isChosen: boolean) => void };

/** One application: what the shop signed, and whether that is what is published. */
function ApplicationRow({
  shop: { address, ownWords, since, category, commune },
  isKeeper,
  isChosen,
  onChoose,
}: RowProps) {
  const { t } = useTranslation("shops");
  const language = useLanguage();
  const { data: shops = [] } = useShops();
  const isSame = ownWords !== undefined && ownWords.category === category && ownWords.commune === commune;
  const Icon = isSame ? BadgeCheck : ShieldQuestionMark;
  const alike = ownWords ? alikeTo(ownWords.name, address, shops) : [];
  const name = ownWords?.name ?? t("register.unnamed");
  return (
    <li className="py-5">
      <div className="flex items-start gap-4">
        {isKeeper && (
          <input
            type="checkbox"
            checked={isChosen}
            onChange={({ target }) => onChoose(target.checked)}
            aria-label={t("register.choose", { name })}
            className="mt-1 size-6 shrink-0 accent-accent"
          />
        )}
        <div className="min-w-0 flex-1">
          <h3 className="text-lead font-bold">{name}</h3>
          <p className={`flex items-center gap-2 text-caption font-semibold ${isSame ? "text-ok" : "text-bad"}`}>
            <Icon size={18} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
            {t(ownWords ? (isSame ? "register.verified" : "register.differs") : "register.missing")}
          </p>
          {alike.length > 0 && (
            <p className="mt-2 rounded-card bg-stone px-4 py-2 font-semibold">
              {t("register.alike", { names: alike.map((other) => `${other.name} (${other.town})`).join(", ") })}
            </p>
          )}
          {ownWords && (
            <details className="mt-2">
              <summary className="min-h-11 cursor-pointer content-center font-semibold text-accent">
                {t("register.read")}
              </summary>
              <ShopFacts record={ownWords} />
            </details>
          )}
          <p className="mt-1 text-caption wrap-anywhere text-ink-soft">
            {t("register.since", { day: formatDay(since, language), account: address })}
          </p>
        </div>
      </div>
    </li>
  );
}

/** The applications that wait, to approve or refuse one or several of them. */
export function Applications({ shops, isKeeper }: { shops: readonly Shop[]; isKeeper: boolean }) {
  const { t } = useTranslation("shops");
  const { state, approve, refuse, reset } = useKeepRegister();
  const [chosen, setChosen] = useState<ReadonlySet<Address>>(new Set());
  const [isRefusing, setIsRefusing] = useState(false);
  const accounts = shops.filter(({ address }) => chosen.has(address)).map(({ address }) => address);
  const choose = (address: Address, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(address);
    else next.delete(address);
    setChosen(next);
  };
  const over = () => {
    setChosen(new Set());
    setIsRefusing(false);
    reset();
  };
  return (
    <Card title={t("register.applications", { count: shops.length })}>
      <Sending state={state} action={t("register.sending", { count: accounts.length })} onReset={over}>
        {shops.length === 0 && <p className="text-ink-soft">{t("register.noApplications")}</p>}
        <ul className="divide-y divide-hairline">
          {shops.map((shop) => (
            <ApplicationRow
              key={shop.address}
              shop={shop}
              isKeeper={isKeeper}
              isChosen={chosen.has(shop.address)}
              onChoose={(isChosen) => choose(shop.address, isChosen)}
            />
          ))}
        </ul>
        {isKeeper && accounts.length > 0 && !isRefusing && (
          <div className="mt-4 flex flex-wrap gap-3">
            <Button onClick={() => void approve(accounts)}>{t("register.approve", { count: accounts.length })}</Button>
            <Button kind="secondary" onClick={() => setIsRefusing(true)}>
              {t("register.refuse", { count: accounts.length })}
            </Button>
          </div>
        )}
        {isKeeper && accounts.length > 0 && isRefusing && (
          <ReasonForm
            reasons={REFUSAL_REASONS}
            action={t("register.refuse", { count: accounts.length })}
            onReason={(code) => void refuse(accounts, code)}
            onCancel={() => setIsRefusing(false)}
          />
        )}
      </Sending>
    </Card>
  );
}
