// SPDX-License-Identifier: EUPL-1.2
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";
import { parseAddress } from "../../../lib/address.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";
import { useContacts } from "../api/use-contacts.ts";
import { useNameSentence } from "../use-name-sentence.ts";

/** Gives a name to an account. */
export function ContactForm({ onAdded }: { onAdded: () => void }) {
  const { t } = useTranslation("contacts");
  const sentence = useNameSentence();
  const nameOf = useAccountNames();
  const { add, nameOf: contactName } = useContacts();
  const [name, setName] = useState("");
  const [account, setAccount] = useState("");
  const [errors, setErrors] = useState<{ name?: string; account?: string }>({});
  const address = parseAddress(account);
  const known = address && nameOf(address);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!address) return setErrors({ account: sentence({ code: "address" }) });
    const already = contactName(address);
    if (already !== undefined) return setErrors({ account: t("add.already", { name: already }) });
    const problem = add(address, name);
    if (problem) return setErrors({ name: sentence(problem) });
    setErrors({});
    setName("");
    setAccount("");
    onAdded();
  };
  return (
    <form noValidate onSubmit={submit} className="space-y-4">
      <Field label={t("add.name")} value={name} onChange={setName} error={errors.name} maxLength={80} />
      <Field
        label={t("add.account")}
        hint={t("add.accountHint")}
        value={account}
        onChange={setAccount}
        error={errors.account}
        spellCheck={false}
        inputClass="tabular"
      />
      {known?.kind === "shop" && <p role="status">{t("add.shop", { name: known.name })}</p>}
      <Button type="submit">{t("add.submit")}</Button>
    </form>
  );
}
