// SPDX-License-Identifier: EUPL-1.2
import { Suspense } from "react";
import type { Problem } from "../lib/errors.ts";
import { useProblemSentence } from "../lib/use-problem-sentence.ts";

function Sentence({ problem }: { problem: Problem }) {
  return useProblemSentence()(problem);
}

/** What went wrong, in a sentence. Those of all problems come when there is one to tell. */
export function ProblemText({ problem }: { problem: Problem }) {
  return (
    <Suspense fallback={null}>
      <Sentence problem={problem} />
    </Suspense>
  );
}
