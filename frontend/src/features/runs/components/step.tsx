// SPDX-License-Identifier: EUPL-1.2
import { Check } from "lucide-react";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { StepState } from "../steps.ts";

type Props = {
  number: number;
  title: string;
  state: StepState;
  /** One line on where the step stands. */
  line: ReactNode;
  children?: ReactNode;
};

const CIRCLES: Record<StepState, string> = {
  done: "border-ok text-ok",
  now: "border-accent bg-accent text-on-accent",
  open: "border-accent text-accent",
  later: "border-line text-ink-soft",
};

/** A step of a run: its number or a tick, where it stands, and what can be done. */
export function Step({ number, title, state, line, children }: Props) {
  const { t } = useTranslation("runs");
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(state);

  useEffect(() => {
    // The button that led here is gone: whoever pressed it goes on from this step.
    if (state === "now" && before.current !== "now" && document.activeElement === document.body) {
      heading.current?.focus();
    }
    before.current = state;
  }, [state]);

  return (
    <li
      {...(state === "now" && { "aria-current": "step" })}
      className="group relative grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-4 pb-8 last:pb-0"
    >
      <span aria-hidden="true" className="absolute top-10 bottom-0 left-[1.2rem] w-0.5 bg-hairline group-last:hidden" />
      <span
        aria-hidden="true"
        className={`relative flex size-10 items-center justify-center rounded-full border-2 font-bold ${CIRCLES[state]}`}
      >
        {state === "done" ? <Check size={20} strokeWidth={2.5} /> : number}
      </span>
      <section aria-labelledby={id} className="min-w-0 space-y-4 pt-1">
        <div>
          <h2 id={id} ref={heading} tabIndex={-1} className="text-lead font-bold">
            {title}
            <span className="sr-only"> ({t(`steps.states.${state}`)})</span>
          </h2>
          <p className="text-ink-soft">{line}</p>
        </div>
        {children}
      </section>
    </li>
  );
}
