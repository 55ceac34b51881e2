// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense } from "react";
import { PageSkeleton } from "../components/page-skeleton.tsx";
import { Frame } from "./frame.tsx";

// What talks to the chain is heavy: the frame is drawn first, all that it waits for is asked for at the same time.
const ready = {
  configuration: fetch("/config.json", { cache: "no-store" }).catch(() => undefined),
  texts: import("../i18n/i18n.ts").then(({ startI18n }) => startI18n()),
};
const ConnectedApp = lazy(() => import("./connected-app.tsx"));

export function Root() {
  const waiting = (
    <Frame>
      <PageSkeleton />
    </Frame>
  );
  return (
    <Suspense fallback={waiting}>
      <ConnectedApp {...ready} />
    </Suspense>
  );
}
