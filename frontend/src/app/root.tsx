// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense } from "react";
import { PageSkeleton } from "../components/page-skeleton.tsx";
import { firstTexts } from "../i18n/first-texts.ts";
import { storedLanguage } from "../lib/preferences.ts";
import { Frame } from "./frame.tsx";

// What talks to the chain is heavy: the frame is drawn first, all that it waits for is asked for at the same time.
const connectedApp = import("./connected-app.tsx");
const ready = {
  configuration: fetch("/config.json", { cache: "no-store" }).catch(() => undefined),
  texts: Promise.all([import("../i18n/i18n.ts"), firstTexts[storedLanguage()]()]).then(([{ startI18n }]) =>
    startI18n(),
  ),
};
const ConnectedApp = lazy(() => connectedApp);

/** The frame while what goes into it is on its way. */
export function WaitingFrame() {
  return (
    <Frame>
      <PageSkeleton />
    </Frame>
  );
}

export function Root() {
  return (
    <Suspense fallback={<WaitingFrame />}>
      <ConnectedApp {...ready} />
    </Suspense>
  );
}
