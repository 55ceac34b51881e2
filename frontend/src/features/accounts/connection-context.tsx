// SPDX-License-Identifier: EUPL-1.2
import { createContext, lazy, Suspense, useContext, useState, type ReactNode } from "react";

const ConnectionSheet = lazy(() => import("./components/connection-sheet.tsx"));

type Way = "wallet" | "demo";

const ConnectionContext = createContext<(way: Way) => void>(() => {});

/** Opens the sheet in which one chooses a wallet, or a demonstration identity. */
export function useOpenConnection(): (way: Way) => void {
  return useContext(ConnectionContext);
}

export function ConnectionProvider({ children }: { children: ReactNode }) {
  const [way, setWay] = useState<Way>();
  return (
    <ConnectionContext value={setWay}>
      {children}
      {way && (
        <Suspense fallback={null}>
          <ConnectionSheet way={way} onClose={() => setWay(undefined)} />
        </Suspense>
      )}
    </ConnectionContext>
  );
}
