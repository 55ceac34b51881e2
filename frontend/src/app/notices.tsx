// SPDX-License-Identifier: EUPL-1.2
import { CloudOff, RefreshCw, Sparkles, Unplug, type LucideIcon } from "lucide-react";
import { useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/button.tsx";
import { ProblemText } from "../components/problem-text.tsx";
import { useChainHealth } from "../features/accounts/api/use-chain-health.ts";
import { useNetwork } from "../features/accounts/api/use-network.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { formatDay, formatTime } from "../lib/format-date.ts";
import { useAsOf } from "../offline/use-as-of.ts";
import { useNewVersion } from "../offline/versions.ts";

function subscribe(listener: () => void) {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

type NoticeProps = { icon: LucideIcon; text: ReactNode; isGood?: boolean; children?: ReactNode };

function Notice({ icon: Icon, text, isGood = false, children }: NoticeProps) {
  return (
    <div
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border bg-surface px-4 py-3 ${isGood ? "border-line" : "border-bad"}`}
    >
      <Icon
        size={22}
        strokeWidth={1.75}
        aria-hidden="true"
        className={`shrink-0 ${isGood ? "text-accent" : "text-bad"}`}
      />
      <p className="min-w-0 flex-1 basis-60">{text}</p>
      {children}
    </div>
  );
}

function WrongNetwork() {
  const { t } = useTranslation(["notices", "common"]);
  const { isWrong, switchToRegion, isPending, problem } = useNetwork();
  if (!isWrong) return null;
  return (
    <Notice icon={Unplug} text={problem ? <ProblemText problem={problem} /> : t("wrongNetwork")}>
      <Button onClick={() => void switchToRegion()} isPending={isPending}>
        {t("switchNetwork")}
      </Button>
    </Notice>
  );
}

/** Without a network, or without the chain: what is shown, and from when it is. */
function Cut({ text }: { text: string }) {
  const { t } = useTranslation("notices");
  const language = useLanguage();
  const asOf = useAsOf();
  const when = asOf !== undefined && t("asOf", { day: formatDay(asOf, language), time: formatTime(asOf, language) });
  return <Notice icon={CloudOff} text={when ? `${text} ${when}` : text} />;
}

function NewVersion() {
  const { t } = useTranslation(["notices", "common"]);
  const change = useNewVersion();
  if (!change) return null;
  return (
    <Notice icon={Sparkles} text={t("newVersion")} isGood>
      <Button onClick={change}>{t("common:actions.reload")}</Button>
    </Notice>
  );
}

/** What stands between the user and the chain: no connection, no node, another network. Nothing when all is well. */
export function Notices() {
  const { t } = useTranslation(["notices", "common"]);
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  const health = useChainHealth();
  return (
    <div role="status" className="space-y-3 px-4 md:px-8 lg:px-12">
      {!isOnline && <Cut text={t("offline")} />}
      {isOnline && health === "unreachable" && <Cut text={t("unreachable")} />}
      {health === "restarted" && (
        <Notice icon={RefreshCw} text={t("restarted")}>
          <Button onClick={() => location.reload()}>{t("common:actions.reload")}</Button>
        </Notice>
      )}
      <WrongNetwork />
      <NewVersion />
    </div>
  );
}
