// SPDX-License-Identifier: EUPL-1.2
import { useState } from "react";
import {
  useConnect as useWagmiConnect,
  useConnectors,
  useDisconnect as useWagmiDisconnect,
  useConnection,
} from "wagmi";
import { DEMO_CONNECTOR_TYPE } from "../../../lib/demo-connector.ts";
import { problemOf, type Problem } from "../../../lib/errors.ts";

export type Wallet = { id: string; name: string; icon: string | undefined };

/** The wallets this browser announced (EIP-6963), and what connects to one or to a demonstration identity. */
export function useConnect() {
  const connectors = useConnectors();
  const { connector: current } = useConnection();
  const { mutateAsync: connectWith } = useWagmiConnect();
  const { mutateAsync: disconnect } = useWagmiDisconnect();
  const [pendingId, setPendingId] = useState<string>();
  const [problem, setProblem] = useState<Problem>();

  const wallets: Wallet[] = connectors
    .filter(({ type }) => type !== DEMO_CONNECTOR_TYPE)
    .map(({ id, name, icon }) => ({ id, name, icon: icon?.trim() }));

  const connect = async (id: string): Promise<boolean> => {
    const connector = connectors.find((candidate) => candidate.id === id);
    if (!connector) return false;
    if (current?.uid === connector.uid) return true;
    setPendingId(id);
    setProblem(undefined);
    try {
      if (current) await disconnect({ connector: current });
      await connectWith({ connector });
      return true;
    } catch (error) {
      const found = problemOf(error);
      // Who refuses in the wallet knows it: nothing to say.
      if (found.kind !== "refused") setProblem(found);
      return false;
    } finally {
      setPendingId(undefined);
    }
  };

  return { wallets, connect, connectDemo: (address: string) => connect(`demo:${address}`), pendingId, problem };
}

export function useDisconnect(): () => Promise<void> {
  const { mutateAsync } = useWagmiDisconnect();
  return async () => {
    await mutateAsync({});
  };
}
