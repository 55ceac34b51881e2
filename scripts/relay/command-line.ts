// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { type Command, InvalidArgumentError, Option } from "commander";
import { parseEther } from "ethers";
import { confirmOnLiveChain } from "../lib/confirm.ts";
import { Failure } from "../lib/failure.ts";
import { language, t } from "../lib/messages.ts";
import { connect, type Chain } from "../lib/network.ts";
import { loadRegion } from "../lib/region-file.ts";
import { addSendingOptions, rulesIn, type SendingOptions } from "../lib/sending/options.ts";
import { signerFor } from "../lib/signers.ts";
import { done, line } from "../lib/terminal.ts";
import { addCommand, createVerb } from "../lib/verb.ts";
import { REQUESTS_PER_SIGNER } from "./quota.ts";
import { pauseFile, type RelayOptions, withRelay } from "./relay.ts";
import { sendFile } from "./send-file.ts";
import { serveRelay } from "./serve.ts";

/** Where relays are found unless something else has the port. */
export const RELAY_PORT = 8650;
/** Requests an hour for each client: a busy shop, its till and its customers behind one connection. */
export const REQUESTS_PER_HOUR = 240;
/** Coins: on Gnosis some hundred claims. */
const DAILY_BUDGET = "0.05";

type Options = SendingOptions & {
  network: string;
  region: string;
  dailyBudget: bigint;
  port: number;
  origin: string[];
  quota: number;
  signerQuota?: number;
  behindProxy?: true;
  yes?: true;
};

/** `npm run relay -- serve|send …`. */
export function relayVerb(): Command {
  const verb = createVerb("relay");
  common(addCommand(verb, "serve"))
    .addOption(new Option("--port <port>", t("relay.help.port")).argParser(wholeNumber).default(RELAY_PORT))
    .addOption(new Option("--origin <url>", t("relay.help.origin")).argParser(collectOrigin).default([]))
    .addOption(new Option("--quota <count>", t("relay.help.quota")).argParser(wholeNumber).default(REQUESTS_PER_HOUR))
    .addOption(
      new Option("--signer-quota <count>", t("relay.help.signerQuota"))
        .argParser(wholeNumber)
        .default(REQUESTS_PER_SIGNER),
    )
    .option("--behind-proxy", t("relay.help.behindProxy"))
    .action(async (options: Options) => await withOptions(options, async (relay) => await serve(relay, options)));
  common(addCommand(verb, "send"))
    .argument("<file>", t("relay.help.file"))
    .action(async (path: string, options: Options) => {
      const text = read(path);
      await withOptions(options, async (relay) => {
        const { block } = await withRelay(relay, async (open) => await sendFile(open, text));
        done(t("relay.sentFile", { block }));
      });
    });
  return verb;
}

function common(command: Command): Command {
  return addSendingOptions(command)
    .requiredOption("--network <network>", t("common.help.network"))
    .requiredOption("--region <region>", t("common.help.region"))
    .addOption(
      new Option("--daily-budget <coins>", t("relay.help.dailyBudget"))
        .argParser(coins)
        .default(parseEther(DAILY_BUDGET), DAILY_BUDGET),
    )
    .option("--yes", t("common.help.yes"));
}

async function withOptions(options: Options, work: (relay: RelayOptions) => Promise<void>): Promise<void> {
  const { region: slug, dailyBudget, signerQuota: perSigner } = options;
  const region = loadRegion(slug);
  const chain: Chain = await connect(options.network, { rules: rulesIn(options) });
  try {
    await confirmOnLiveChain(chain, options.yes === true);
    const wallet = await signerFor(chain, "relay", options.keystore);
    await work({ chain, region: region.slug, wallet, dailyBudget, ...(perSigner !== undefined && { perSigner }) });
  } finally {
    await chain.close();
  }
}

async function serve(relay: RelayOptions, { port, origin, quota, behindProxy, region }: Options): Promise<void> {
  const origins = origin.length > 0 ? origin : [new URL(loadRegion(region).site.url).origin];
  const asked = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => asked.abort());
  await withRelay(relay, async (open) => {
    const server = await serveRelay(open, { port, origins, perHour: quota, isBehindProxy: behindProxy === true });
    const { name } = loadRegion(region);
    done(t("relay.ready", { url: server.url, region: name[language()], account: relay.wallet.address }));
    line(t("relay.origins", { origins: origins.join(" ") }));
    line(t("relay.pause", { file: pauseFile() }));
    line(t("relay.stop"));
    if (!asked.signal.aborted) await new Promise((resolve) => asked.signal.addEventListener("abort", resolve));
    await server.close();
  });
  line(t("relay.stopped"));
  // Questions to the node that nobody waits for any more may still hold the process.
  process.exit();
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new Failure(1, "relay.noFile", { file: path }, { cause: error });
  }
}

function collectOrigin(given: string, before: string[]): string[] {
  if (!URL.canParse(given) || new URL(given).origin !== given) throw new InvalidArgumentError("");
  return [...before, given];
}

function wholeNumber(given: string): number {
  if (!/^[1-9][0-9]{0,5}$/u.test(given)) throw new InvalidArgumentError("");
  return Number(given);
}

function coins(given: string): bigint {
  if (!/^[0-9]{1,6}(\.[0-9]{1,18})?$/u.test(given)) throw new InvalidArgumentError("");
  return parseEther(given);
}
