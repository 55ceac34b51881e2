// SPDX-License-Identifier: EUPL-1.2
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, use, useEffect } from "react";
import { PageSkeleton } from "../components/page-skeleton.tsx";
import { AccountChip } from "../features/accounts/components/account-chip.tsx";
import { ConnectionProvider } from "../features/accounts/connection-context.tsx";
import { loadTexts } from "../i18n/i18n.ts";
import { ChainProvider } from "../lib/chain-provider.tsx";
import { applyRegionColours } from "../lib/region-colours.ts";
import { keepDapp } from "../offline/versions.ts";
import { readRuntimeConfig, type RuntimeAnswer, type RuntimeConfig } from "../lib/runtime-config.ts";
import { DemonstrationRibbon } from "./demonstration-ribbon.tsx";
import { Footer } from "./footer.tsx";
import { Frame } from "./frame.tsx";
import { MenuLink } from "./menu-link.tsx";
import { MorePages } from "./more-pages.tsx";
import { Notices } from "./notices.tsx";
import { StartProblemPage } from "./start-problem-page.tsx";

// It comes with its texts after the page: nobody looks there first.
const ActivityButton = lazy(async () => {
  const [button] = await Promise.all([
    import("../features/activity/components/activity-button.tsx"),
    loadTexts(["activity"]),
  ]);
  return button;
});

/** After what the person waits for. */
function whenIdle(work: () => void): void {
  // Safari has no idle callbacks.
  if ("requestIdleCallback" in window) requestIdleCallback(work);
  else setTimeout(work, 2_000);
}

function Connected({ runtime }: { runtime: RuntimeConfig }) {
  useEffect(() => applyRegionColours(runtime.region), [runtime]);
  useEffect(() => whenIdle(keepDapp), []);
  return (
    <ChainProvider runtime={runtime}>
      <ConnectionProvider>
        <Frame
          region={runtime.region.name}
          ribbon={<DemonstrationRibbon />}
          account={
            <>
              <Suspense fallback={<span className="size-11 shrink-0" />}>
                <ActivityButton />
              </Suspense>
              <AccountChip />
              <MenuLink />
            </>
          }
          morePages={<MorePages />}
          notices={<Notices />}
          foot={<Footer />}
        >
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </Frame>
      </ConnectionProvider>
    </ChainProvider>
  );
}

type Props = { configuration: Promise<Response | undefined>; texts: Promise<void> };

let reading: Promise<RuntimeAnswer> | undefined;

/** Everything that needs the region's configuration, the chain or a wallet. */
export default function ConnectedApp({ configuration, texts }: Props) {
  // Read once: a promise made anew at every rendering would never be ready.
  reading ??= configuration.then(readRuntimeConfig);
  const runtime = use(reading);
  use(texts);
  if (runtime.ok) return <Connected runtime={runtime.config} />;
  return (
    <Frame>
      <StartProblemPage problem={runtime.problem} />
    </Frame>
  );
}
