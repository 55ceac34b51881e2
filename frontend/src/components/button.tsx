// SPDX-License-Identifier: EUPL-1.2
import type { ComponentProps, ReactNode } from "react";

type Kind = "primary" | "secondary" | "quiet";

const SHAPE =
  "inline-flex min-h-12 items-center justify-center gap-2 rounded-pill px-6 py-2.5 text-base font-semibold no-underline transition-colors disabled:cursor-not-allowed disabled:opacity-60";
const KINDS: Record<Kind, string> = {
  primary: "bg-accent text-on-accent hover:bg-[color-mix(in_oklab,var(--accent)_86%,var(--ink))]",
  secondary: "border border-line bg-surface text-ink hover:bg-stone",
  quiet: "text-accent underline underline-offset-4 hover:bg-accent-wash",
};

/** The look of a button, for links that are one. */
export function buttonClass(kind: Kind = "primary", more = ""): string {
  return `${SHAPE} ${KINDS[kind]} ${more}`;
}

type Props = Omit<ComponentProps<"button">, "className" | "children"> & {
  kind?: Kind;
  /** Work is under way: the button stays focusable and says so, and presses do nothing. */
  isPending?: boolean;
  className?: string;
  children: ReactNode;
};

export function Button({ kind = "primary", isPending = false, className = "", onClick, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={isPending || undefined}
      aria-busy={isPending || undefined}
      onClick={isPending ? undefined : onClick}
      className={buttonClass(kind, `${isPending ? "opacity-70" : ""} ${className}`)}
    >
      {children}
    </button>
  );
}
