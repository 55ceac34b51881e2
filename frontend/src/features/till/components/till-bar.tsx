// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { CalendarDays, Lock, LockOpen, LogOut, Volume2, VolumeX } from "lucide-react";
import { useState, type ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import type { TillSound } from "../use-till-sound.ts";
import { LockSheet } from "./lock-sheet.tsx";
import { UnlockSheet } from "./unlock-sheet.tsx";

const ITEM =
  "inline-flex min-h-11 items-center gap-1.5 rounded-pill px-2 text-caption font-semibold text-ink no-underline hover:bg-stone sm:px-3";

function Item(props: Omit<ComponentProps<"button">, "type" | "className">) {
  return <button {...props} type="button" className={ITEM} />;
}

type Props = {
  name: string;
  lock: string | undefined;
  onLock: (lock: string | undefined) => void;
  sound: TillSound;
};

/** Whose till it is, and the ways out of it; a locked one has a single way. */
export function TillBar({ name, lock, onLock, sound }: Props) {
  const { t } = useTranslation("till");
  const [isAsking, setIsAsking] = useState(false);
  const icon = { size: 20, strokeWidth: 1.75, "aria-hidden": true } as const;
  const SoundIcon = sound.isOn ? Volume2 : VolumeX;
  const close = () => setIsAsking(false);
  return (
    <nav
      aria-label={t("bar.label")}
      className="flex shrink-0 flex-wrap items-center gap-x-1 border-b border-hairline px-2 py-1 sm:px-4"
    >
      <p className="min-w-0 flex-1 basis-1/2 px-2 font-bold sm:basis-auto">{name}</p>
      {lock === undefined ? (
        <>
          <Link to="/" className={`${ITEM} sm:order-last`}>
            <LogOut {...icon} />
            {t("bar.leave")}
          </Link>
          <span className="basis-full sm:hidden" />
          <Item onClick={() => setIsAsking(true)}>
            <Lock {...icon} />
            {t("bar.lock")}
          </Item>
          <Link to="/journee" className={ITEM}>
            <CalendarDays {...icon} />
            {t("bar.day")}
          </Link>
        </>
      ) : (
        <Item onClick={() => setIsAsking(true)}>
          <LockOpen {...icon} />
          {t("bar.unlock")}
        </Item>
      )}
      <Item aria-pressed={sound.isOn} onClick={sound.toggle}>
        <SoundIcon {...icon} />
        {t(sound.isOn ? "bar.soundOn" : "bar.soundOff")}
      </Item>
      {isAsking && lock === undefined && <LockSheet onLock={onLock} onClose={close} />}
      {isAsking && lock !== undefined && <UnlockSheet lock={lock} onUnlock={() => onLock(undefined)} onClose={close} />}
    </nav>
  );
}
