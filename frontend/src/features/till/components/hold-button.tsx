// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useId, useRef, useState } from "react";
import { buttonClass } from "../../../components/button.tsx";

const HOLD_MS = 2_000;

type Props = { label: string; hint: string; onHeld: () => void };

/** Does something when it is held down for two seconds, by a finger or by a key. */
export function HoldButton({ label, hint, onHeld }: Props) {
  const id = useId();
  const [isHeld, setIsHeld] = useState(false);
  const held = useRef(onHeld);
  useEffect(() => {
    held.current = onHeld;
  });
  useEffect(() => {
    if (!isHeld) return;
    const timer = setTimeout(() => held.current(), HOLD_MS);
    return () => clearTimeout(timer);
  }, [isHeld]);
  const release = () => setIsHeld(false);
  return (
    <div className="space-y-2 text-center">
      <button
        type="button"
        aria-describedby={id}
        className={buttonClass("primary", "relative w-full touch-none overflow-hidden select-none")}
        onPointerDown={() => setIsHeld(true)}
        onPointerUp={release}
        onPointerLeave={release}
        onPointerCancel={release}
        onBlur={release}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={({ key }) => (key === " " || key === "Enter") && setIsHeld(true)}
        onKeyUp={release}
      >
        <span
          aria-hidden="true"
          className={`absolute inset-0 origin-left bg-[rgb(255_255_255/30%)] transition-transform ease-linear ${isHeld ? "scale-x-100 duration-[2000ms]" : "scale-x-0 duration-150"}`}
        />
        <span className="relative">{label}</span>
      </button>
      <p id={id} className="text-caption text-ink-soft">
        {hint}
      </p>
    </div>
  );
}
