// SPDX-License-Identifier: EUPL-1.2
import { useNavigate } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { Page } from "../../components/page.tsx";
import { useContracts } from "../../lib/contracts.ts";
import { useRuntime } from "../../lib/runtime-context.ts";
import type { PaymentLink } from "../pay/payment-link.ts";
import { useShortCode, type CodeProblem } from "./api/use-short-code.ts";
import { CameraView } from "./components/camera-view.tsx";
import { CodeForm } from "./components/code-form.tsx";
import { PhotoChoice } from "./components/photo-choice.tsx";
import { readScanned, type ScanProblem } from "./read-scanned.ts";
import { useScanSentence } from "./use-scan-sentence.ts";

/** Reads a code by the camera, from a photo or in letters, and opens the payment it asks for. */
export default function ScanPage() {
  const { t } = useTranslation("scan");
  const { chainId, region } = useRuntime();
  const { token } = useContracts();
  const navigate = useNavigate();
  const find = useShortCode();
  const sentence = useScanSentence();
  const [problem, setProblem] = useState<ScanProblem>();
  const [codeProblem, setCodeProblem] = useState<CodeProblem>();

  const open = (link: PaymentLink) => void navigate({ to: "/payer", search: link, replace: true });
  const openCode = async (text: string) => {
    setProblem(undefined);
    setCodeProblem(undefined);
    const answer = await find(text);
    if ("link" in answer) open(answer.link);
    else if ("altered" in answer) setProblem({ kind: "altered" });
    else setCodeProblem(answer.problem);
  };
  const openText = (text: string) => {
    const here = { chainId, token: token.address, now: Math.floor(Date.now() / 1000) };
    const scanned = readScanned(text, here, [location.origin, new URL(region.site.url).origin]);
    setProblem(scanned.kind === "problem" ? scanned.problem : undefined);
    if (scanned.kind === "payment") open(scanned.link);
    if (scanned.kind === "letter") void navigate({ to: "/prime", hash: scanned.code, replace: true });
    if (scanned.kind === "code") void openCode(scanned.text);
  };

  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <div className="space-y-4">
          <CameraView isLooking={problem === undefined} onText={openText} />
          <div role="alert">
            {problem && (
              <div className="space-y-4 rounded-card border border-bad bg-surface px-5 py-4">
                <p className="flex items-start gap-3 wrap-anywhere">
                  <CircleAlert size={22} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-bad" />
                  {sentence(problem)}
                </p>
                <Button kind="secondary" onClick={() => setProblem(undefined)}>
                  {t("again")}
                </Button>
              </div>
            )}
          </div>
        </div>
        <div className="space-y-6">
          <PhotoChoice onText={openText} />
          <CodeForm problem={codeProblem} onCode={openCode} />
        </div>
      </div>
    </Page>
  );
}
