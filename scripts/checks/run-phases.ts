// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { formatCount, t } from "../lib/messages.ts";
import { runChild } from "../lib/run-child.ts";
import { done, errorLine, heading, line, table } from "../lib/terminal.ts";
import type { Phase, Step } from "./steps.ts";

/** What Node compiled of a module is kept: the scripts' tests start hundreds of processes with the same ones. */
const COMPILE_CACHE = resolve("cache/node");

const seconds = (since: number) => `${formatCount(Math.round((performance.now() - since) / 1000))} s`;
const titleOf = ({ name }: Step) => t(`test.steps.${name}`);

/**
 * Runs phases one after the other, their lanes at the same time. The first step that fails stops all others.
 * @returns 0, or the exit code of the step that failed.
 */
export async function runPhases(phases: readonly Phase[]): Promise<number> {
  // What tests leave behind, those that are killed on purpose among them, goes away with this folder.
  const leftovers = mkdtempSync(join(tmpdir(), "monnaie-commune-"));
  try {
    return await runAll(phases, {
      HARDHAT_DISABLE_TELEMETRY_PROMPT: "true",
      NODE_COMPILE_CACHE: COMPILE_CACHE,
      TMPDIR: leftovers,
    });
  } finally {
    rmSync(leftovers, { recursive: true, force: true });
  }
}

async function runAll(phases: readonly Phase[], env: NodeJS.ProcessEnv): Promise<number> {
  const stopping = new AbortController();
  const times: string[][] = [];
  const began = performance.now();
  let failed = 0;
  for (const lanes of phases.filter(({ length }) => length > 0)) {
    const isAlone = lanes.length === 1;
    if (!isAlone) heading(t("test.together", { steps: lanes.flat().map(titleOf).join(", ") }));
    await Promise.all(lanes.map(async (lane) => await runLane(lane, isAlone)));
    if (failed !== 0) return failed;
  }
  heading(t("test.summary", { time: seconds(began) }));
  table(times);
  return 0;

  async function runLane(lane: readonly Step[], isAlone: boolean): Promise<void> {
    for (const step of lane) {
      await runStep(step, isAlone);
      if (failed !== 0) return;
    }
  }

  /** Shows what the step prints as it goes; of steps that run beside each other, when they end. */
  async function runStep(step: Step, isAlone: boolean): Promise<void> {
    const { args, cwd } = step;
    const title = titleOf(step);
    if (isAlone) heading(title);
    else line(t("test.began", { step: title }));
    const stepBegan = performance.now();
    let printed = "";
    const code = await runChild(args, {
      cwd,
      env,
      signal: stopping.signal,
      ...(!isAlone && { onOutput: (text: string) => (printed += text) }),
    });
    // One that was stopped because another failed says nothing.
    if (failed !== 0) return;
    if (!isAlone) {
      heading(title);
      process.stdout.write(printed);
    }
    if (code === 0) {
      times.push([title, seconds(stepBegan)]);
      done(t("test.passed", { step: title, time: seconds(stepBegan) }));
    } else {
      failed = code;
      errorLine(t("test.failed", { step: title, name: step.name, code }));
      stopping.abort();
    }
  }
}
