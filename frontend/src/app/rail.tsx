// SPDX-License-Identifier: EUPL-1.2
import type { Localised } from "@monnaie-commune/sdk/regions";
import type { ReactNode } from "react";
import { useFrame } from "../i18n/frame-texts.ts";
import { Brand } from "./brand.tsx";
import { MAIN_PAGES } from "./main-pages.ts";
import { RailLink } from "./rail-link.tsx";

type Props = { region: Localised | undefined; morePages: ReactNode };

/** The way around on large screens. */
export function Rail({ region, morePages }: Props) {
  const { texts } = useFrame();
  return (
    <div className="hidden border-r border-hairline lg:block">
      <nav
        aria-label={texts.shell.mainNavigation}
        className="sticky top-0 flex h-dvh flex-col overflow-y-auto px-4 py-6"
      >
        <Brand region={region} />
        <ul className="mt-8 space-y-1">
          {MAIN_PAGES.map(({ to, label, icon }) => (
            <RailLink key={to} to={to} icon={icon} name={texts.pages[label]} />
          ))}
        </ul>
        {morePages}
      </nav>
    </div>
  );
}
