// SPDX-License-Identifier: EUPL-1.2
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Page } from "../../components/page.tsx";
import { EmptyState } from "../../components/states.tsx";
import { useContacts } from "./api/use-contacts.ts";
import { ContactFiles } from "./components/contact-files.tsx";
import { ContactForm } from "./components/contact-form.tsx";
import { ContactRow } from "./components/contact-row.tsx";
import type { Contact } from "./contacts.ts";

/** The people one pays, by the names one gave them; on this device alone. */
export default function ContactsPage() {
  const { t } = useTranslation("contacts");
  const { contacts, add, remove } = useContacts();
  const [removed, setRemoved] = useState<Contact>();
  const undo = () => {
    if (removed) add(removed.address, removed.name);
    setRemoved(undefined);
  };
  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="max-w-column space-y-6">
        <div role="status">
          {removed && (
            <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-card bg-stone px-5 py-3">
              <p>{t("removed", { name: removed.name })}</p>
              <Button kind="secondary" onClick={undo}>
                {t("undo")}
              </Button>
            </div>
          )}
        </div>
        {contacts.length === 0 ? (
          <EmptyState text={t("empty")} />
        ) : (
          <ul aria-label={t("list")} className="divide-y divide-hairline">
            {contacts.map((contact) => (
              <li key={contact.address} className="py-4">
                <ContactRow
                  contact={contact}
                  onRemove={() => {
                    remove(contact.address);
                    setRemoved(contact);
                  }}
                />
              </li>
            ))}
          </ul>
        )}
        <Card title={t("add.title")}>
          <ContactForm onAdded={() => setRemoved(undefined)} />
        </Card>
        <Card title={t("files.title")} className="space-y-4">
          <ContactFiles />
        </Card>
      </div>
    </Page>
  );
}
