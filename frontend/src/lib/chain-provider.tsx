// SPDX-License-Identifier: EUPL-1.2
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { WagmiProvider } from "wagmi";
import { keepAnswers } from "../offline/kept-answers.ts";
import { createQueryClient } from "./query-client.ts";
import type { RuntimeConfig } from "./runtime-config.ts";
import { RuntimeContext } from "./runtime-context.ts";
import { createWagmiConfig } from "./wagmi-config.ts";

type Made = { wagmi: ReturnType<typeof createWagmiConfig>; queries: QueryClient };

let made: Made | undefined;

/**
 * One for the whole page, not one per rendering: React may start over before the first rendering is shown, and wagmi,
 * which reconnects while it is drawn, reconnects only the first configuration it ever sees.
 */
function madeFor(runtime: RuntimeConfig): Made {
  made ??= make(runtime);
  return made;
}

function make(runtime: RuntimeConfig): Made {
  const { chainId, deployment } = runtime;
  const queries = createQueryClient();
  const scope = `${chainId} ${deployment.genesisHash} ${deployment.contracts.RegionalToken.address}`;
  // Without storage (a private window) nothing is kept, and all else works.
  keepAnswers(queries, scope).catch(() => undefined);
  return { wagmi: createWagmiConfig(runtime), queries };
}

/** What every hook that reads or changes the chain needs around it. */
export function ChainProvider({ runtime, children }: { runtime: RuntimeConfig; children: ReactNode }) {
  const { wagmi, queries } = madeFor(runtime);
  return (
    <RuntimeContext value={runtime}>
      <WagmiProvider config={wagmi}>
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </WagmiProvider>
    </RuntimeContext>
  );
}
