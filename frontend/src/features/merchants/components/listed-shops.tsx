// SPDX-License-Identifier: EUPL-1.2
import { SUSPENSION_REASONS } from "@monnaie-commune/sdk/merchants";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { Field } from "../../../components/field.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { shortAddress } from "../../../lib/short-address.ts";
import { Sending } from "../../runs/components/sending.tsx";
import { useKeepRegister } from "../api/use-keep-register.ts";
import { categoryName, searchable, type Shop } from "../shop.ts";
import { CorrectionForm } from "./correction-form.tsx";
import { ReasonForm } from "./reason-form.tsx";
import { ShopStatusMark } from "./shop-status.tsx";

/** Enough to see whom one looks for; the rest is found by its name. */
const MOST_SHOWN = 12;

function Decision({ shop }: { shop: Shop }) {
  const { t } = useTranslation("shops");
  const { state, suspend, reinstate, correct, reset } = useKeepRegister();
  const [doing, setDoing] = useState<"suspend" | "correct">();
  const name = shop.record?.name ?? shortAddress(shop.address);
  const over = () => {
    setDoing(undefined);
    reset();
  };
  return (
    <Sending state={state} action={t("register.sendingOne", { name })} onReset={over}>
      {doing === undefined && (
        <div className="flex flex-wrap gap-3">
          {shop.status === "approved" && (
            <Button kind="secondary" onClick={() => setDoing("suspend")}>
              {t("register.suspend")}
            </Button>
          )}
          {shop.status === "suspended" && (
            <Button onClick={() => void reinstate(shop.address)}>{t("register.reinstate")}</Button>
          )}
          {(shop.status === "approved" || shop.status === "suspended") && shop.record && (
            <Button kind="quiet" onClick={() => setDoing("correct")}>
              {t("register.correct")}
            </Button>
          )}
        </div>
      )}
      {doing === "suspend" && (
        <ReasonForm
          reasons={SUSPENSION_REASONS}
          action={t("register.suspend")}
          onReason={(code) => void suspend(shop.address, code)}
          onCancel={() => setDoing(undefined)}
        />
      )}
      {doing === "correct" && shop.record && (
        <CorrectionForm
          record={shop.record}
          onRecord={(record) => void correct(shop.address, record)}
          onCancel={() => setDoing(undefined)}
        />
      )}
    </Sending>
  );
}

/** Everybody the register knows but those who wait: searched by name, town or account. */
export function ListedShops({ shops, isKeeper }: { shops: readonly Shop[]; isKeeper: boolean }) {
  const { t } = useTranslation("shops");
  const language = useLanguage();
  const [words, setWords] = useState("");
  const found = shops.filter(({ record, ownWords, address }) => {
    const { name = "", town = "" } = record ?? ownWords ?? {};
    return searchable(`${name} ${town} ${address}`).includes(searchable(words));
  });
  return (
    <Card title={t("register.listed", { count: shops.length })}>
      <Field label={t("register.search")} type="search" value={words} onChange={setWords} />
      <p role="status" className="mt-3 text-caption text-ink-soft">
        {t("register.found", { count: found.length })}
      </p>
      <ul className="divide-y divide-hairline">
        {found.slice(0, MOST_SHOWN).map((shop) => {
          const { record, ownWords, address, category } = shop;
          const said = record ?? ownWords;
          return (
            <li key={address} className="space-y-2 py-5">
              <h3 className="text-lead font-bold">{said?.name ?? shortAddress(address)}</h3>
              <p className="text-ink-soft">
                {categoryName(category, language)}
                {said && ` · ${said.town}`}
              </p>
              <ShopStatusMark shop={shop} />
              {isKeeper && <Decision shop={shop} />}
            </li>
          );
        })}
      </ul>
      {found.length > MOST_SHOWN && <p className="text-ink-soft">{t("register.more")}</p>}
    </Card>
  );
}
