// SPDX-License-Identifier: EUPL-1.2
import { QueryClientProvider } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { WagmiProvider } from "wagmi";
import { createQueryClient } from "./query-client.ts";
import type { RuntimeConfig } from "./runtime-config.ts";
import { RuntimeContext } from "./runtime-context.ts";
import { createWagmiConfig } from "./wagmi-config.ts";

let made: ReturnType<typeof createWagmiConfig> | undefined;

/**
 * One for the whole page, not one per rendering: React may start over before the first rendering is shown, and wagmi,
 * which reconnects while it is drawn, reconnects only the first configuration it ever sees.
 */
function wagmiConfig(runtime: RuntimeConfig) {
  made ??= createWagmiConfig(runtime);
  return made;
}

/** What every hook that reads or changes the chain needs around it. */
export function ChainProvider({ runtime, children }: { runtime: RuntimeConfig; children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <RuntimeContext value={runtime}>
      <WagmiProvider config={wagmiConfig(runtime)}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </WagmiProvider>
    </RuntimeContext>
  );
}
