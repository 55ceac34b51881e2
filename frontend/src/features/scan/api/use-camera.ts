// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from "react";
import { decodeFrame } from "./decode-picture.ts";

export type CameraProblem = "insecure" | "none" | "refused" | "busy";

export type CameraState =
  | { step: "starting" }
  | { step: "on"; hasTorch: boolean; isTorchOn: boolean }
  | { step: "problem"; problem: CameraProblem };

const BETWEEN_LOOKS_MS = 120;

/** The light of a phone is no part of the standard's types yet. */
type TorchTrack = { hasTorch: boolean; set: (isOn: boolean) => Promise<void> };

function torchOf(track: MediaStreamTrack | undefined): TorchTrack {
  const capabilities: object = track?.getCapabilities?.() ?? {};
  return {
    hasTorch: "torch" in capabilities && capabilities.torch === true,
    set: async (torch) => track?.applyConstraints({ advanced: [{ torch } as MediaTrackConstraintSet] }),
  };
}

function problemIn(error: unknown): CameraProblem {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  return name === "NotReadableError" || name === "AbortError" ? "busy" : "none";
}

/**
 * Opens the camera that looks away from the person and reads what it sees, until the page is left.
 * @param onText Called with each text that is read while `isLooking`.
 */
export function useCamera(isLooking: boolean, onText: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const torch = useRef<TorchTrack>(undefined);
  const [state, setState] = useState<CameraState>({ step: "starting" });
  const told = useRef(onText);
  useEffect(() => {
    told.current = onText;
  }, [onText]);

  useEffect(() => {
    let stream: MediaStream | undefined;
    let isLeft = false;
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    const open = async () => {
      // Browsers hide the camera from pages that somebody on the way could have changed.
      if (!isSecureContext) return setState({ step: "problem", problem: "insecure" });
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
        if (isLeft) return stop();
        const element = video.current;
        if (element) {
          element.srcObject = stream;
          await element.play();
        }
        torch.current = torchOf(stream.getVideoTracks()[0]);
        setState({ step: "on", hasTorch: torch.current.hasTorch, isTorchOn: false });
      } catch (error) {
        if (!isLeft) setState({ step: "problem", problem: problemIn(error) });
        stop();
      }
    };
    void open();
    return () => {
      isLeft = true;
      stop();
    };
  }, []);

  const isOn = state.step === "on";
  useEffect(() => {
    if (!isOn || !isLooking) return;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const look = async () => {
      const text = video.current ? await decodeFrame(video.current) : undefined;
      if (isOver) return;
      if (text) told.current(text);
      timer = setTimeout(() => void look(), BETWEEN_LOOKS_MS);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isOn, isLooking]);

  const switchTorch = async () => {
    if (state.step !== "on") return;
    // A phone may refuse, when it is hot or nearly empty.
    const isDone = await torch.current?.set(!state.isTorchOn).then(
      () => true,
      () => false,
    );
    if (isDone) setState({ ...state, isTorchOn: !state.isTorchOn });
  };
  return { video, state, switchTorch };
}
