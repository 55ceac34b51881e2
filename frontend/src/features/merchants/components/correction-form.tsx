// SPDX-License-Identifier: EUPL-1.2
import { canonicalRecord, recordHash, type MerchantRecord } from "@monnaie-commune/sdk/merchants";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { download } from "../../../lib/download.ts";
import { draftOf, recordOf } from "../record-draft.ts";
import { RecordForm } from "./record-form.tsx";

type Props = { record: MerchantRecord; onRecord: (record: MerchantRecord) => void; onCancel: () => void };

/**
 * The keeper writes a record anew. It is given as a file to publish before the register is told its hash: until it is
 * served, the shop's name is not shown.
 */
export function CorrectionForm({ record, onRecord, onCancel }: Props) {
  const { t } = useTranslation("shops");
  const [draft, setDraft] = useState(draftOf(record));
  const [corrected, setCorrected] = useState<MerchantRecord>();
  const kept = (written: MerchantRecord) => (record.fictitious ? { ...written, fictitious: true as const } : written);
  if (!corrected) {
    return (
      <div className="space-y-3">
        <RecordForm
          draft={draft}
          onChange={setDraft}
          action={t("register.correctNext")}
          onDone={() => setCorrected(kept(recordOf(draft)))}
        />
        <Button kind="quiet" onClick={onCancel}>
          {t("own.cancel")}
        </Button>
      </div>
    );
  }
  const file = `${recordHash(corrected)}.json`;
  return (
    <div className="max-w-column space-y-4 rounded-card bg-stone p-5">
      <p>{t("register.publish", { file })}</p>
      <div className="flex flex-wrap gap-3">
        <Button kind="secondary" onClick={() => download(file, canonicalRecord(corrected), "application/json")}>
          {t("request.download")}
        </Button>
        <Button onClick={() => onRecord(corrected)}>{t("register.correctSign")}</Button>
        <Button kind="quiet" onClick={onCancel}>
          {t("own.cancel")}
        </Button>
      </div>
    </div>
  );
}
