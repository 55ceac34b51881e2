// SPDX-License-Identifier: EUPL-1.2
// `npm start`: the whole currency on this machine. A chain, a region deployed on it, its shops, a bonus paid to its
// staff, the dApp and the relay.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { InvalidArgumentError } from "commander";
import { parseEther } from "ethers";
import { letterLink } from "./bonus/letters/page.ts";
import { runsFolder } from "./bonus/run-folder.ts";
import { buildDapp, isDappStale, serveDapp } from "./lib/dapp.ts";
import { runVerb } from "./lib/failure.ts";
import { addNodeOption, type NodeName, startNode } from "./lib/development-node.ts";
import { HOST, type LocalChain } from "./lib/local-chain.ts";
import { language, t } from "./lib/messages.ts";
import { LOCAL_CHAIN_ID } from "./lib/network.ts";
import { loadRegion } from "./lib/region-file.ts";
import { signerFor } from "./lib/signers.ts";
import { done, heading, line, table } from "./lib/terminal.ts";
import { createVerb } from "./lib/verb.ts";
import { demoIdentities } from "../frontend/plugins/demo-identities.ts";
import type { SampleLetter } from "./demo/sample-letter.ts";
import { seedDemo } from "./demo/seed.ts";
import { STAFF_LINES } from "./demo/staff.ts";
import { deployDemo } from "./demo/deploy.ts";
import { RELAY_PORT, REQUESTS_PER_HOUR } from "./relay/command-line.ts";
import { relayFolder } from "./relay/relay.ts";
import { startRelay } from "./relay/start-relay.ts";

const CHAIN_PORT = 8545;
const DAPP_PORT = 5173;
const DEMO_DAILY_BUDGET = parseEther("1");

type Options = {
  region: string;
  empty?: true;
  port: number;
  node: NodeName;
  chainPort: number;
  lines: number;
  explorer?: string;
};

/** Closed from the last opened to the first, whatever happened. */
const opened: { close(): Promise<void> }[] = [];
const stopping = new AbortController();

async function start(options: Options): Promise<void> {
  const startedAt = performance.now();
  const region = loadRegion(options.region);
  const dappBuild = isDappStale() ? buildDapp(stopping.signal) : undefined;
  // Awaited below; a failure before that must not end the process on its own.
  dappBuild?.catch(() => undefined);

  heading(t("start.chain"));
  const local = await startNode(options.node, options.chainPort);
  opened.push(local);
  const folders = foldersFor(local, options.chainPort);
  Object.assign(process.env, { CHAIN_ID: String(LOCAL_CHAIN_ID), REGION: region.slug, RPC_URL: local.url, ...folders });
  if (options.explorer !== undefined) process.env.EXPLORER_URL = options.explorer;
  const settings = Object.entries({ RPC_URL: local.url, ...folders }).map(([name, value]) => `${name}=${value}`);
  done(t("start.chainReady", { url: local.url }));
  if (local.port !== options.chainPort) line(t("start.portTaken", { port: options.chainPort }));
  if (local.port !== CHAIN_PORT) line(t("start.otherTerminals", { settings: settings.join(" ") }));

  heading(t("start.deploy", { region: region.name[language()] }));
  await deployDemo(local.chain, region);
  let letter: SampleLetter | undefined;
  if (options.empty !== true) {
    const folder = process.env.DEMO_FOLDER ?? "demo";
    letter = await seedDemo({ chain: local.chain, region, lines: options.lines, folder }, stopping.signal);
  }

  heading(t("start.dapp"));
  if (dappBuild !== undefined) line(t("start.building"));
  await dappBuild;
  const dapp = await serveDapp(options.port);
  opened.push(dapp);
  await openRelay(local, region.slug, dapp.url);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  done(t("start.ready", { url: dapp.url, seconds }));
  printInvitation(dapp.url, options.empty === true, letter);
}

/** The relay, for the pages of this dApp; they find it by the environment. */
async function openRelay({ chain }: LocalChain, region: string, site: string): Promise<void> {
  const wallet = await signerFor(chain, "relay");
  const options = { chain, region, wallet, dailyBudget: DEMO_DAILY_BUDGET, log: () => {} };
  const origins = [site, site.replace(HOST, "localhost")];
  const relay = await startRelay(options, { port: RELAY_PORT, origins, perHour: REQUESTS_PER_HOUR });
  opened.push(relay);
  process.env.RELAY_URL = relay.url;
  done(t("start.relay", { url: relay.url }));
}

/**
 * A second demo beside a first one keeps its files to itself. The first uses the usual folders, and clears away what the
 * chain before it left there: that chain has forgotten everything.
 */
function foldersFor({ port }: LocalChain, wanted: number): Record<string, string> {
  if (port === wanted) {
    for (const folder of [runsFolder(), relayFolder()]) {
      rmSync(join(folder, String(LOCAL_CHAIN_ID)), { recursive: true, force: true });
    }
    return {};
  }
  const own = mkdtempSync(join(tmpdir(), "monnaie-commune-"));
  opened.push({ close: async () => Promise.resolve(rmSync(own, { recursive: true, force: true })) });
  return {
    DEPLOYMENTS_FOLDER: join(own, "deployments"),
    RUNS_FOLDER: join(own, "runs"),
    DEMO_FOLDER: join(own, "demo"),
    RELAY_FOLDER: join(own, "relay"),
  };
}

function printInvitation(url: string, isEmpty: boolean, letter: SampleLetter | undefined): void {
  if (!isEmpty) {
    heading(t("start.people"));
    table(demoIdentities().map(({ name, role }) => [name[language()], role[language()]]));
  }
  heading(t("start.try"));
  line(`  1. ${t("start.tryOpen", { url })}`);
  if (isEmpty) {
    line(`  2. ${t("start.tryEmpty")}`);
  } else {
    line(`  2. ${t("start.tryDemo")}`);
    line(`  3. ${t("start.tryPay")}`);
    if (letter !== undefined) {
      const amount = formatAmount(letter.cents, language());
      line(`  4. ${t("start.tryLetter", { amount, link: letterLink(url, letter.code) })}`);
    }
  }
  line();
  line(t("start.stop"));
}

function webAddress(given: string): string {
  if (URL.canParse(given) && /^https?:$/u.test(new URL(given).protocol)) return given.replace(/\/+$/u, "");
  throw new InvalidArgumentError("");
}

async function stop(): Promise<void> {
  stopping.abort();
  while (opened.length > 0) await opened.pop()?.close();
}

await runVerb(async () => {
  const verb = addNodeOption(createVerb("start"))
    .option("--region <region>", t("common.help.region"), "centre-val-de-loire")
    .option("--empty", t("start.help.empty"))
    .option("--port <port>", t("start.help.port"), Number, DAPP_PORT)
    .option("--chain-port <port>", t("start.help.chainPort"), Number, CHAIN_PORT)
    .option("--lines <count>", t("start.help.lines"), Number, STAFF_LINES)
    .option("--explorer <url>", t("start.help.explorer"), webAddress)
    .parse();
  const asked = new Promise<void>((resolve) => {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => resolve());
  });
  try {
    await Promise.race([start(verb.opts<Options>()).then(() => asked), asked]);
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
  } finally {
    await stop();
  }
  line(t("start.stopped"));
  // Requests that were under way when the person stopped may still hold the process.
  process.exit();
});
