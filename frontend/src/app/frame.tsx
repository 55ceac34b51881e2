// SPDX-License-Identifier: EUPL-1.2
import type { Localised } from "@monnaie-commune/sdk/regions";
import type { ReactNode } from "react";
import { useFrame } from "../i18n/frame-texts.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { Brand } from "./brand.tsx";
import { Rail } from "./rail.tsx";

type Props = {
  region?: Localised;
  ribbon?: ReactNode;
  account?: ReactNode;
  /** Pages of the rail beside the main ones. */
  morePages?: ReactNode;
  notices?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
};

/** What stands around every page: rail or bottom bar, name, account, notices, foot. */
export function Frame({ region, ribbon, account, morePages, notices, foot, children }: Props) {
  const { texts } = useFrame();
  return (
    <>
      <a
        href="#contenu"
        className="sr-only rounded-pill bg-accent px-6 py-3 text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50"
      >
        {texts.shell.skip}
      </a>
      {ribbon}
      <div className="lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
        <Rail region={region} morePages={morePages} />
        <div className="flex min-h-dvh min-w-0 flex-col pb-24 lg:pb-0">
          <header className="flex min-h-16 items-center justify-between gap-2 px-4 py-2 sm:flex-wrap md:px-8 lg:justify-end lg:px-12">
            <div className="lg:hidden">
              <Brand region={region} />
            </div>
            <div className="ml-auto flex min-w-0 items-center gap-2 max-sm:gap-0.5">{account}</div>
          </header>
          {notices}
          <main
            id="contenu"
            tabIndex={-1}
            className="w-full max-w-content flex-1 px-4 py-4 outline-none md:px-8 lg:px-12"
          >
            {children}
          </main>
          {foot}
        </div>
      </div>
      <BottomBar />
    </>
  );
}
