// SPDX-License-Identifier: EUPL-1.2
import type { Act, ActNamed } from "@monnaie-commune/sdk/ledger/acts";
import { nonceParts, referenceNonce } from "@monnaie-commune/sdk/payments/authorisation";
import { Check, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "../../../components/card.tsx";
import { Field } from "../../../components/field.tsx";
import { useNotes } from "../../movements/use-notes.ts";
import { receiptNumber } from "../../../lib/short-address.ts";

/** What a person types is compared as it would be signed. */
function isSignedAs(reference: string, nonce: string): boolean {
  return referenceNonce(reference.trim()).toLowerCase() === nonce.toLowerCase();
}

function PaymentReference({ act, kept }: { act: ActNamed<"AuthorizationUsed">; kept: string | undefined }) {
  const { t } = useTranslation("operation");
  const [reference, setReference] = useState("");
  const { nonce } = act.args;
  const { key, sequence } = nonceParts(nonce);
  if (key === 0n) return <p>{t("reference.none", { number: sequence.toString() })}</p>;
  const isRight = isSignedAs(reference, nonce);
  const Icon = isRight ? Check : X;
  return (
    <div className="max-w-column space-y-3">
      <p className="text-ink-soft">{t("reference.text")}</p>
      {kept !== undefined && isSignedAs(kept, nonce) && <p>{t("reference.kept", { reference: kept })}</p>}
      <Field label={t("reference.label")} value={reference} onChange={setReference} />
      <p role="status" className={`flex items-center gap-2 font-semibold ${isRight ? "text-ok" : "text-bad"}`}>
        {reference.trim() !== "" && (
          <>
            <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
            {t(isRight ? "reference.matches" : "reference.differs")}
          </>
        )}
      </p>
      <p className="text-caption text-ink-soft">
        {t("reference.number")} <span className="tabular">{receiptNumber(nonce)}</span>
      </p>
    </div>
  );
}

/** The number a payer signed: whoever knows the reference can see that it was this one. Nothing for other operations. */
export function PaymentReferences({ tx, details }: { tx: string; details: readonly Act[] }) {
  const { t } = useTranslation("operation");
  const noteOf = useNotes();
  const [first, another] = details.filter((act) => act.event === "AuthorizationUsed");
  // Where several were passed on together, the one that is meant is not known.
  if (first === undefined || another !== undefined) return null;
  return (
    <Card title={t("reference.title")}>
      <PaymentReference act={first} kept={noteOf(tx).reference} />
    </Card>
  );
}
