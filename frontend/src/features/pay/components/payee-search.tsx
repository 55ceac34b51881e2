// SPDX-License-Identifier: EUPL-1.2
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";
import { SkeletonRows } from "../../../components/skeleton.tsx";
import { ErrorState } from "../../../components/states.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { looksLikeAddress, parseAddress } from "../../../lib/address.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { isSameAddress } from "../../../lib/short-address.ts";
import { useStoredContacts } from "../../contacts/contact-store.ts";
import { useShops } from "../../merchants/api/use-shops.ts";
import { ShopRow } from "../../merchants/components/shop-row.tsx";
import { isVerified, searchable, searchShops } from "../../merchants/shop.ts";
import { ContactRow } from "./contact-row.tsx";
import { PayeeIdeas } from "./payee-ideas.tsx";

const SHOWN = 8;

function Results({ text, payer }: { text: string; payer: Address | undefined }) {
  const { t } = useTranslation("pay");
  const language = useLanguage();
  const { data, error, refetch } = useShops();
  const { contacts } = useStoredContacts();
  if (error) return <ErrorState title={t("search.problem")} error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={SHOWN} />;
  const shops = data.filter(isVerified);
  if (text.trim() === "") return <PayeeIdeas shops={shops} payer={payer} />;
  const found = searchShops(shops, text, language);
  const wanted = searchable(text);
  // A shop's own name wins over the one a person gave it.
  const people = contacts.filter(
    ({ address, name }) =>
      searchable(name).includes(wanted) && !shops.some((shop) => isSameAddress(shop.address, address)),
  );
  const hidden = found.length - SHOWN;
  const isNone = found.length + people.length === 0;
  return (
    <>
      <p role="status" className={isNone ? "rounded-card bg-stone px-5 py-4" : "text-caption text-ink-soft"}>
        {isNone ? t("search.none") : t("search.results", { count: found.length })}
      </p>
      {people.length > 0 && (
        <ul className="divide-y divide-hairline">
          {people.slice(0, SHOWN).map((contact) => (
            <li key={contact.address} className="py-1">
              <ContactRow contact={contact} />
            </li>
          ))}
        </ul>
      )}
      <ul className="divide-y divide-hairline">
        {found.slice(0, SHOWN).map((shop) => (
          <li key={shop.address} className="py-1">
            <ShopRow shop={shop} />
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="text-ink-soft">{t("search.more", { count: hidden })}</p>}
    </>
  );
}

type Props = { payer: Address | undefined; onChoose: (address: Address) => void };

/** Finds whom to pay: a shop by name, town or trade, or an address that was pasted. */
export function PayeeSearch({ payer, onChoose }: Props) {
  const { t } = useTranslation("pay");
  const [text, setText] = useState("");
  const deferred = useDeferredValue(text);
  const isAddress = looksLikeAddress(text);
  const address = isAddress ? parseAddress(text) : undefined;
  return (
    <form
      className="max-w-column space-y-4"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (address) onChoose(address);
      }}
    >
      <Field
        label={t("search.label")}
        hint={t("search.hint")}
        type="search"
        value={text}
        onChange={setText}
        spellCheck={false}
        error={isAddress && !address ? t("search.badAddress") : undefined}
      />
      {address && <Button type="submit">{t("search.payAddress")}</Button>}
      {!isAddress && <Results text={deferred} payer={payer} />}
    </form>
  );
}
