// SPDX-License-Identifier: EUPL-1.2
// Serves, in development and preview, the files a public deployment would host beside the dApp. They are made from
// `deployments/` (or DEPLOYMENTS_FOLDER) and `runs/` (or RUNS_FOLDER) at every request, so that a chain deployed after the
// server started is seen on the next page load.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import type { Region } from "@monnaie-commune/sdk/regions";
import type { Connect, Plugin } from "vite";
import { demoIdentities } from "./demo-identities.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const LOCAL_CHAIN = 31337;

const CLAIMS = /^\/claims\/([1-9][0-9]{0,14})\.json$/;

/** A record that a shop sent itself, under its hash. */
const RECORD = /^\/records\/(0x[0-9a-f]{64})\.json$/;

class NoDeployment extends Error {}
class NoClaims extends Error {}
class NoRecord extends Error {}

function settings() {
  const chainId = Number(process.env.CHAIN_ID ?? LOCAL_CHAIN);
  const rpcUrl = process.env.RPC_URL ?? "http://127.0.0.1:8545";
  const folder = process.env.DEPLOYMENTS_FOLDER ?? join(root, "deployments");
  return { chainId, rpcUrl, directory: join(folder, String(chainId)) };
}

/** The region named by REGION; without it, the only one deployed (or the first by name). */
function regionSlug(directory: string): string {
  if (process.env.REGION) return process.env.REGION;
  const files = existsSync(directory) ? readdirSync(directory).toSorted() : [];
  const slug = files.find((file) => file.endsWith(".json") && !file.endsWith("-merchants.json"))?.slice(0, -5);
  if (slug === undefined) throw new NoDeployment(`Nothing is deployed in ${directory}`);
  return slug;
}

function readJson(path: string): unknown {
  if (!existsSync(path)) throw new NoDeployment(`${path} does not exist`);
  return JSON.parse(readFileSync(path, "utf8"));
}

function runtimeConfig() {
  const { chainId, rpcUrl, directory } = settings();
  const slug = regionSlug(directory);
  const region = readJson(join(root, "scripts/config/regions", `${slug}.json`)) as Region;
  return {
    chainId,
    rpcUrl,
    ...(process.env.RELAY_URL && { relayUrl: process.env.RELAY_URL }),
    region: { ...region, explorers: { ...region.explorers, ...explorerHere(chainId) } },
    deployment: readJson(join(directory, `${slug}.json`)),
    demoIdentities: chainId === LOCAL_CHAIN ? demoIdentities() : [],
  };
}

/** The explorer that EXPLORER_URL names for this chain, as Otterscan and the usual ones write their addresses. */
function explorerHere(chainId: number): NonNullable<Region["explorers"]> {
  const url = process.env.EXPLORER_URL?.replace(/\/+$/, "");
  if (!url) return {};
  return { [chainId]: { transaction: `${url}/tx/{transaction}`, address: `${url}/address/{address}` } };
}

function merchantRecords() {
  const { directory } = settings();
  const path = join(directory, `${regionSlug(directory)}-merchants.json`);
  return existsSync(path) ? readJson(path) : {};
}

function recordOf(hash: string): unknown {
  const { directory } = settings();
  const path = join(directory, `${regionSlug(directory)}-records`, `${hash}.json`);
  if (!existsSync(path)) throw new NoRecord(`No shop has sent a record ${hash}`);
  return readJson(path);
}

/** The claims file of a run of this deployment: runs/<chain id>/<plan>/claims.json, whichever plan it is of. */
function claimsFile(runId: string): unknown {
  const { chainId, directory } = settings();
  const deployment = readJson(join(directory, `${regionSlug(directory)}.json`)) as Deployment;
  const runs = join(process.env.RUNS_FOLDER ?? join(root, "runs"), String(chainId));
  const files = existsSync(runs) ? readdirSync(runs).map((plan) => join(runs, plan, "claims.json")) : [];
  for (const path of files.filter((file) => existsSync(file))) {
    const file = readJson(path) as { runId?: unknown; issuance?: unknown };
    if (file.runId === runId && file.issuance === deployment.contracts.Issuance.address) return file;
  }
  throw new NoClaims(`No run in ${runs} has number ${runId}`);
}

function answer(response: ServerResponse, make: () => unknown) {
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.setHeader("cache-control", "no-store");
  try {
    response.end(JSON.stringify(make()));
  } catch (error) {
    const [status, code] = problemOf(error);
    response.statusCode = status;
    response.end(JSON.stringify({ error: code, message: error instanceof Error ? error.message : String(error) }));
  }
}

function problemOf(error: unknown): [status: number, code: string] {
  if (error instanceof NoDeployment) return [503, "no-deployment"];
  if (error instanceof NoRecord) return [404, "no-record"];
  return error instanceof NoClaims ? [404, "no-claims"] : [500, "unreadable"];
}

const middleware: Connect.NextHandleFunction = (request, response, next) => {
  const path = request.url?.split("?")[0];
  const runId = CLAIMS.exec(path ?? "")?.[1];
  const hash = RECORD.exec(path ?? "")?.[1];
  if (hash !== undefined) answer(response, () => recordOf(hash));
  else if (runId !== undefined) answer(response, () => claimsFile(runId));
  else if (path === "/config.json") answer(response, runtimeConfig);
  else if (path === "/records/merchants.json") answer(response, merchantRecords);
  else next();
};

export function runtimeFiles(): Plugin {
  return {
    name: "monnaie-commune:runtime-files",
    configureServer(server) {
      server.middlewares.use(middleware);
    },
    configurePreviewServer(server) {
      server.middlewares.use(middleware);
    },
  };
}
