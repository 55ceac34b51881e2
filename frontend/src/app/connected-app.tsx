// SPDX-License-Identifier: EUPL-1.2
import { QueryClientProvider } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { Suspense, use, useEffect, useState } from "react";
import { WagmiProvider } from "wagmi";
import { PageSkeleton } from "../components/page-skeleton.tsx";
import { AccountChip } from "../features/accounts/components/account-chip.tsx";
import { ConnectionProvider } from "../features/accounts/connection-context.tsx";
import { createQueryClient } from "../lib/query-client.ts";
import { applyRegionColours } from "../lib/region-colours.ts";
import { readRuntimeConfig, type RuntimeAnswer, type RuntimeConfig } from "../lib/runtime-config.ts";
import { RuntimeContext } from "../lib/runtime-context.ts";
import { createWagmiConfig } from "../lib/wagmi-config.ts";
import { DemonstrationRibbon } from "./demonstration-ribbon.tsx";
import { Footer } from "./footer.tsx";
import { Frame } from "./frame.tsx";
import { Notices } from "./notices.tsx";
import { StartProblemPage } from "./start-problem-page.tsx";

let made: ReturnType<typeof createWagmiConfig> | undefined;

/**
 * One for the whole page, not one per rendering: React may start over before the first rendering is shown, and wagmi,
 * which reconnects while it is drawn, reconnects only the first configuration it ever sees.
 */
function wagmiConfig(runtime: RuntimeConfig) {
  made ??= createWagmiConfig(runtime);
  return made;
}

function Connected({ runtime }: { runtime: RuntimeConfig }) {
  const config = wagmiConfig(runtime);
  const [queryClient] = useState(createQueryClient);
  useEffect(() => applyRegionColours(runtime.region), [runtime]);
  return (
    <RuntimeContext value={runtime}>
      <WagmiProvider config={config}>
        <QueryClientProvider client={queryClient}>
          <ConnectionProvider>
            <Frame
              region={runtime.region.name}
              ribbon={<DemonstrationRibbon />}
              account={<AccountChip />}
              notices={<Notices />}
              foot={<Footer />}
            >
              <Suspense fallback={<PageSkeleton />}>
                <Outlet />
              </Suspense>
            </Frame>
          </ConnectionProvider>
        </QueryClientProvider>
      </WagmiProvider>
    </RuntimeContext>
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
