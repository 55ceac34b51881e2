// SPDX-License-Identifier: EUPL-1.2
import type { ClaimCode } from "@monnaie-commune/sdk/claims/code";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../components/states.tsx";
import { useLetterStatus } from "../api/use-letter-status.ts";
import { ClaimsFileChoice } from "./claims-file-choice.tsx";
import { LetterOutcome } from "./letter-outcome.tsx";
import { LetterSkeleton } from "./letter-skeleton.tsx";
import { OpenLetter } from "./open-letter.tsx";
import { Sentence } from "./sentence.tsx";

type Props = { code: ClaimCode; onOtherCode: () => void };

/** What a letter is worth and what can be done with it; or, plainly, why nothing can and what to do instead. */
export function Letter({ code, onOtherCode }: Props) {
  const { t } = useTranslation(["claim", "common"]);
  const [givenFile, setGivenFile] = useState<string>();
  const { data, error, isPending, refetch } = useLetterStatus(code, givenFile);
  const retry = () => void refetch();
  const run = code.runId.toString();

  if (isPending) return <LetterSkeleton />;
  if (!data) return <ErrorState title={t("problems.register")} error={error} onRetry={retry} />;
  if (data.kind === "unknownRun" || data.kind === "unknownCode") {
    return (
      <Sentence
        title={t(`problems.${data.kind}.title`)}
        text={t(`problems.${data.kind}.text`, { run })}
        onOtherCode={onOtherCode}
      />
    );
  }
  if (data.kind === "file") {
    const { problem } = data;
    return (
      <Sentence
        title={t(`problems.file.${problem}.title`)}
        text={t(`problems.file.${problem}.text`, { run })}
        onRetry={givenFile === undefined ? retry : () => setGivenFile(undefined)}
        onOtherCode={onOtherCode}
      >
        <ClaimsFileChoice onText={setGivenFile} />
      </Sentence>
    );
  }
  const { claim, status } = data;
  if (status.kind === "untrue") {
    return (
      <Sentence
        title={t("problems.untrue.title")}
        text={t("problems.untrue.text")}
        onRetry={() => (givenFile === undefined ? retry() : setGivenFile(undefined))}
        onOtherCode={onOtherCode}
      >
        <ClaimsFileChoice onText={setGivenFile} />
      </Sentence>
    );
  }
  return (
    // The sheet with the receipt stays open when the letter becomes a paid one underneath it.
    <OpenLetter code={code} claim={claim} deadline={status.kind === "open" ? status.deadline : undefined}>
      {status.kind !== "open" && <LetterOutcome status={status} onRetry={retry} onOtherCode={onOtherCode} />}
    </OpenLetter>
  );
}
