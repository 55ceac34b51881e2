// SPDX-License-Identifier: EUPL-1.2
import { formatCount, t } from "./messages.ts";
import { isInteractive, line } from "./terminal.ts";

export type Progress = {
  /** Says that so many are done now. */
  update(completed: number): void;
  end(): void;
};

const WIDTH = 28;

/**
 * How far a long piece of work is and how long it still takes: a bar that moves on a terminal, a line for each tenth
 * anywhere else.
 * @param key Sentence with the parameters `done` and `total`.
 * @param before What was done before this time, which says nothing about the pace.
 */
export function timedProgress(key: string, total: number, before = 0): Progress {
  const startedAt = performance.now();
  let completed = before;
  let printedTenth = Math.floor((before * 10) / total);
  const text = () => {
    const counts = t(key, { done: formatCount(completed), total: formatCount(total) });
    const left =
      completed === total ? undefined : timeLeft(performance.now() - startedAt, completed - before, total - completed);
    return left === undefined ? counts : `${counts}, ${left}`;
  };
  const draw = () => {
    const filled = Math.round((completed / total) * WIDTH);
    process.stdout.write(`\r\x1b[2K  ${"█".repeat(filled)}${"░".repeat(WIDTH - filled)}  ${text()}`);
  };
  if (isInteractive()) draw();
  return {
    update(value) {
      completed = value;
      if (isInteractive()) {
        draw();
        return;
      }
      const tenth = Math.floor((completed * 10) / total);
      if (tenth > printedTenth) line(`  ${text()}`);
      printedTenth = Math.max(tenth, printedTenth);
    },
    end() {
      if (isInteractive()) process.stdout.write("\n");
    },
  };
}

/** Milliseconds so far and what was done in them, against what is left. */
function timeLeft(elapsed: number, completed: number, remaining: number): string | undefined {
  if (completed <= 0) return undefined;
  const seconds = Math.ceil(((elapsed / completed) * remaining) / 1000);
  if (seconds < 90) return t("bonus.progress.seconds", { count: seconds });
  return t("bonus.progress.minutes", { count: Math.ceil(seconds / 60) });
}
