// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense } from "react";
import { loadRuntimeConfig } from "../lib/runtime-config.ts";
import { PageSkeleton } from "../components/page-skeleton.tsx";
import { Frame } from "./frame.tsx";

// What talks to the chain is heavy: the page is drawn first. The configuration is asked for at the same time.
const answer = loadRuntimeConfig();
const ConnectedApp = lazy(() => import("./connected-app.tsx"));

export function Root() {
  const waiting = (
    <Frame>
      <PageSkeleton />
    </Frame>
  );
  return (
    <Suspense fallback={waiting}>
      <ConnectedApp answer={answer} />
    </Suspense>
  );
}
