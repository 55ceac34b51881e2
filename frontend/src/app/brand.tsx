// SPDX-License-Identifier: EUPL-1.2
import type { Localised } from "@monnaie-commune/sdk/regions";
import { Link } from "@tanstack/react-router";
import { useFrame } from "../i18n/frame-texts.ts";

/** The name, with its mark: a river, and the thinner stream that leaves it for the commons. */
export function Brand({ region }: { region: Localised | undefined }) {
  const { texts, language } = useFrame();
  return (
    <Link to="/" className="flex min-h-11 items-center gap-3 rounded-card text-ink max-sm:gap-2 no-underline">
      <svg viewBox="0 0 40 40" className="size-10 shrink-0" aria-hidden="true">
        <rect width="40" height="40" rx="10" fill="var(--accent)" />
        <path
          d="M0 14c7.500-5 13.700-5 20-.6s12.500 4.400 20 0v9c-7.500 4.400-13.700 4.400-20 .6s-12.500-3.100-20 1.300z"
          fill="var(--on-accent)"
        />
        <path
          d="M0 27.500c7.500-4.400 13.700-5 20-1.300s12.500 3.800 20-.6v3.600c-7.500 3.800-13.700 3.800-20 .6s-12.500-3.800-20 1.300z"
          fill="var(--fonte)"
        />
      </svg>
      <span className="leading-tight max-sm:w-min max-[22rem]:sr-only">
        <span className="block text-base leading-tight font-bold tracking-tight">{texts.shell.name}</span>
        {region && <span className="block text-caption text-ink-soft max-sm:hidden">{region[language]}</span>}
      </span>
    </Link>
  );
}
