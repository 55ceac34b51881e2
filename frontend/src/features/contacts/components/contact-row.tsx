// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { AddressGroups } from "../../../components/address-groups.tsx";
import { Button } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";
import { useContacts } from "../api/use-contacts.ts";
import type { Contact } from "../contacts.ts";
import { useNameSentence } from "../use-name-sentence.ts";

const ACTION = "inline-flex min-h-11 items-center font-semibold text-accent underline underline-offset-4";

function Rename({ contact, onDone }: { contact: Contact; onDone: () => void }) {
  const { t } = useTranslation("contacts");
  const sentence = useNameSentence();
  const { rename } = useContacts();
  const [name, setName] = useState(contact.name);
  const [error, setError] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  // Who pressed "rename" goes on in the field, by keyboard too.
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const problem = rename(contact.address, name);
    if (problem) setError(sentence(problem));
    else onDone();
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="mt-3 space-y-3">
      <Field label={t("rename.name")} value={name} onChange={setName} error={error} maxLength={80} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit">{t("rename.submit")}</Button>
        <Button kind="secondary" onClick={onDone}>
          {t("rename.cancel")}
        </Button>
      </div>
    </form>
  );
}

/** A contact, and what can be done with it. */
export function ContactRow({ contact, onRemove }: { contact: Contact; onRemove: () => void }) {
  const { t } = useTranslation("contacts");
  const nameOf = useAccountNames();
  const [isRenaming, setIsRenaming] = useState(false);
  const { address, name } = contact;
  const shown = nameOf(address);
  return (
    <article aria-label={name}>
      <h2 className="text-lead font-bold [overflow-wrap:anywhere]">{name}</h2>
      {shown.kind === "shop" && shown.name !== name && <p>{t("add.shop", { name: shown.name })}</p>}
      <AddressGroups address={address} />
      {isRenaming ? (
        <Rename contact={contact} onDone={() => setIsRenaming(false)} />
      ) : (
        <div className="mt-1 flex flex-wrap gap-x-6">
          <Link to="/payer" search={{ a: address }} aria-label={t("payName", { name })} className={ACTION}>
            {t("pay")}
          </Link>
          <button
            type="button"
            aria-label={t("rename.actionName", { name })}
            onClick={() => setIsRenaming(true)}
            className={ACTION}
          >
            {t("rename.action")}
          </button>
          <button type="button" aria-label={t("removeName", { name })} onClick={onRemove} className={ACTION}>
            {t("remove")}
          </button>
        </div>
      )}
    </article>
  );
}
