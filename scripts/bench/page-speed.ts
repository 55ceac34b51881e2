// SPDX-License-Identifier: EUPL-1.2
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";
import sirv from "sirv";
import { chromiumPath } from "../lib/chromium.ts";
import { buildDapp, isDappStale } from "../lib/dapp.ts";
import { deploySystem } from "../lib/deploy-system.ts";
import { deploymentPath, fileStore } from "../lib/deployment-file.ts";
import { HOST, startLocalChain } from "../lib/local-chain.ts";
import { loadRegion } from "../lib/region-file.ts";
import { signerFor } from "../lib/signers.ts";
import type { Measure } from "./report.ts";

const REGION = "centre-val-de-loire";
const FIRST_PORT = 18_745;
const DIST = fileURLToPath(new URL("../../frontend/dist", import.meta.url));
const LOADS = 5;
const SETTLED_MS = 1_500;

type Profile = { title: string; targetMs: number; note: string; slow?: (page: Page) => Promise<void> };

/** A middling telephone on a slow 4G connection, as Lighthouse has it. */
async function asPhone(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 1_638_400 / 8,
    uploadThroughput: 768_000 / 8,
  });
}

const PROFILES: readonly Profile[] = [
  { title: "home page, this machine", targetMs: 1_500, note: "no slowing" },
  {
    title: "home page, a phone on slow 4G",
    targetMs: 3_000,
    note: "processor 4 times slower, 1.6 Mbit/s, 150 ms",
    slow: asPhone,
  },
];

const WATCH = `
  new PerformanceObserver((list) => {
    window.largestPaintMs = list.getEntries().at(-1)?.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });`;

/** Milliseconds until the largest thing of the page was drawn, with nothing in the browser's cache. */
async function largestPaint(browser: Browser, url: string, slow: Profile["slow"]): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    await page.addInitScript({ content: WATCH });
    await slow?.(page);
    await page.goto(url);
    // The page is whole when it offers the way in; then the last paints are told.
    await page.getByRole("main").getByRole("button", { name: "Choisissez votre portefeuille" }).waitFor();
    await page.waitForTimeout(SETTLED_MS);
    return (await page.evaluate<number | undefined>("window.largestPaintMs")) ?? Number.POSITIVE_INFINITY;
  } finally {
    await context.close();
  }
}

/** The built dApp as a public host sends it: compressed. */
async function serveCompressed(folder: string, config: unknown): Promise<Server> {
  cpSync(DIST, folder, { recursive: true });
  for (const file of globSync("**/*.{js,css,html,svg,webmanifest}", { cwd: folder })) {
    writeFileSync(join(folder, `${file}.gz`), gzipSync(readFileSync(join(folder, file)), { level: 9 }));
  }
  const files = sirv(folder, { gzip: true, single: true });
  const made: Record<string, string> = { "/config.json": JSON.stringify(config), "/records/merchants.json": "{}" };
  const server = createServer((request, response) => {
    const text = made[request.url ?? ""];
    if (text === undefined) files(request, response);
    else response.setHeader("content-type", "application/json").end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  return server;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** How soon the largest thing of the home page is drawn, in a browser without a wallet that was never there. */
export async function pageSpeedMeasures(): Promise<Measure[]> {
  if (isDappStale()) await buildDapp();
  const folder = mkdtempSync(join(tmpdir(), "monnaie-commune-speed-"));
  process.env.DEPLOYMENTS_FOLDER = join(folder, "deployments");
  const local = await startLocalChain(FIRST_PORT);
  const { chain } = local;
  const region = loadRegion(REGION);
  const store = fileStore(deploymentPath(chain.chainId, REGION));
  const { deployment } = await deploySystem(chain, region, await signerFor(chain, "deployer"), store);
  const config = { chainId: chain.chainId, rpcUrl: local.url, region, deployment };
  const server = await serveCompressed(join(folder, "dist"), config);
  const { port } = server.address() as AddressInfo;
  const executablePath = chromiumPath();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const measures: Measure[] = [];
    for (const { title, targetMs, note, slow } of PROFILES) {
      const times: number[] = [];
      // Other work on the machine slows the page too; who reads the figure has to know of it.
      const load = `load average ${(loadavg()[0] ?? Number.NaN).toFixed(1)} on ${cpus().length} cores before`;
      for (let count = 0; count < LOADS; count++) {
        times.push(await largestPaint(browser, `http://${HOST}:${port}/`, slow));
      }
      const seconds = (ms: number) => (ms / 1000).toFixed(2);
      measures.push({
        title,
        value: `${seconds(middle(times))} s`,
        target: `${seconds(targetMs)} s`,
        isMet: middle(times) <= targetMs,
        note: `${note}; ${load}; ${LOADS} loads, ${times.map(seconds).join(", ")} s`,
      });
    }
    return measures;
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
    await local.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
