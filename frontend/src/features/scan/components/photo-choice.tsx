// SPDX-License-Identifier: EUPL-1.2
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FileDrop } from "../../../components/file-drop.tsx";
import { decodePhoto } from "../api/decode-picture.ts";

/** Reads the code in a photo, which stays on the device. */
export function PhotoChoice({ onText }: { onText: (text: string) => void }) {
  const { t } = useTranslation("scan");
  const [state, setState] = useState<"idle" | "busy" | "none" | "unreadable">("idle");
  const readPhoto = async (file: File) => {
    setState("busy");
    try {
      const text = await decodePhoto(file);
      setState(text === undefined ? "none" : "idle");
      if (text !== undefined) onText(text);
    } catch {
      setState("unreadable");
    }
  };
  const isWrong = state === "none" || state === "unreadable";
  return (
    <section className="space-y-2">
      <FileDrop
        label={t("photo.title")}
        hint={t("photo.hint")}
        action={t("photo.choose")}
        accepts={["image/*"]}
        isBusy={state === "busy"}
        onFile={(file) => void readPhoto(file)}
      />
      <p role={isWrong ? "alert" : "status"} className={isWrong ? "font-semibold text-bad" : "text-ink-soft"}>
        {state !== "idle" && t(`photo.${state}`)}
      </p>
    </section>
  );
}
