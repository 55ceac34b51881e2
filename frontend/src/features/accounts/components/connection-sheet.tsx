// SPDX-License-Identifier: EUPL-1.2
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemText } from "../../../components/problem-text.tsx";
import { Sheet } from "../../../components/sheet.tsx";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useConnect } from "../api/use-connect.ts";
import { useIdentity } from "../api/use-identity.ts";
import { ConnectionSteps } from "./connection-steps.tsx";
import { DemoChoice } from "./demo-choice.tsx";
import { WalletChoice } from "./wallet-choice.tsx";

type Props = { way: "wallet" | "demo"; onClose: () => void };

/** Address, then network, then ready; each step is skipped when it is done already. */
export default function ConnectionSheet({ way: firstWay, onClose }: Props) {
  const { t } = useTranslation("connection");
  const { demoIdentities } = useRuntime();
  const [way, setWay] = useState(firstWay);
  const [isChosen, setIsChosen] = useState(false);
  const identity = useIdentity();
  const { wallets, connect, connectDemo, pendingId, problem } = useConnect();

  const isConnected = isChosen && identity.status === "connected";
  const title = isConnected ? t("steps.title") : t(way === "demo" ? "demo.title" : "wallet.title");
  return (
    <Sheet title={title} isOpen onClose={onClose}>
      {isConnected && <ConnectionSteps onDone={onClose} />}
      {!isConnected && way === "wallet" && (
        <WalletChoice
          wallets={wallets}
          pendingId={pendingId}
          onChoose={(id) => void connect(id).then(setIsChosen)}
          {...(demoIdentities.length > 0 && { onTryWithout: () => setWay("demo") })}
        />
      )}
      {!isConnected && way === "demo" && (
        <DemoChoice
          identities={demoIdentities}
          pendingId={pendingId}
          onChoose={(address) => void connectDemo(address).then((done) => done && onClose())}
          onUseWallet={() => setWay("wallet")}
        />
      )}
      {problem && (
        <p role="alert" className="mt-4 font-semibold text-bad">
          <ProblemText problem={problem} />
        </p>
      )}
    </Sheet>
  );
}
