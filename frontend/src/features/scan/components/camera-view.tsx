// SPDX-License-Identifier: EUPL-1.2
import { CameraOff, Flashlight, FlashlightOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { useCamera } from "../api/use-camera.ts";

type Props = { isLooking: boolean; onText: (text: string) => void };

/** What the camera sees, with a frame to hold the code in and the phone's light; or why it sees nothing. */
export function CameraView(props: Props) {
  const [attempt, setAttempt] = useState(0);
  return <Camera key={attempt} {...props} onRetry={() => setAttempt(attempt + 1)} />;
}

function Camera({ isLooking, onText, onRetry }: Props & { onRetry: () => void }) {
  const { t } = useTranslation("scan");
  const { video, state, switchTorch } = useCamera(isLooking, onText);
  if (state.step === "problem") {
    return (
      <div role="status" className="space-y-4 rounded-card bg-stone px-5 py-6">
        <p className="flex items-start gap-3">
          <CameraOff size={24} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-ink-soft" />
          {t(`camera.problems.${state.problem}`)}
        </p>
        {state.problem !== "insecure" && (
          <Button kind="secondary" onClick={onRetry}>
            {t("camera.retry")}
          </Button>
        )}
      </div>
    );
  }
  const isTorchOn = state.step === "on" && state.isTorchOn;
  const Light = isTorchOn ? FlashlightOff : Flashlight;
  return (
    <div className="space-y-3">
      <div className="relative overflow-hidden rounded-card bg-black">
        <video
          ref={video}
          muted
          playsInline
          aria-label={t("camera.label")}
          className="aspect-square w-full object-cover"
        />
        <div aria-hidden="true" className="absolute inset-[15%] rounded-card border-4 border-white" />
      </div>
      <p role="status" className="text-ink-soft">
        {state.step === "starting" ? t("camera.starting") : isLooking && t("camera.looking")}
      </p>
      {state.step === "on" && state.hasTorch && (
        <Button kind="secondary" aria-pressed={isTorchOn} onClick={() => void switchTorch()}>
          <Light size={20} strokeWidth={1.75} aria-hidden="true" />
          {t(isTorchOn ? "camera.torchOff" : "camera.torchOn")}
        </Button>
      )}
    </div>
  );
}
