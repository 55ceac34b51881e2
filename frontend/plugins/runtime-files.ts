// SPDX-License-Identifier: EUPL-1.2
// Serves, in development and preview, the two files a public deployment would host beside the dApp. They are made from
// `deployments/` (or DEPLOYMENTS_FOLDER) at every request, so that a chain deployed after the server started is seen on the next page load.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Connect, Plugin } from "vite";
import { demoIdentities } from "./demo-identities.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const LOCAL_CHAIN = 31337;

class NoDeployment extends Error {}

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
  return {
    chainId,
    rpcUrl,
    region: readJson(join(root, "scripts/config/regions", `${slug}.json`)),
    deployment: readJson(join(directory, `${slug}.json`)),
    demoIdentities: chainId === LOCAL_CHAIN ? demoIdentities() : [],
  };
}

function merchantRecords() {
  const { directory } = settings();
  const path = join(directory, `${regionSlug(directory)}-merchants.json`);
  return existsSync(path) ? readJson(path) : {};
}

function answer(response: ServerResponse, make: () => unknown) {
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.setHeader("cache-control", "no-store");
  try {
    response.end(JSON.stringify(make()));
  } catch (error) {
    response.statusCode = error instanceof NoDeployment ? 503 : 500;
    const code = error instanceof NoDeployment ? "no-deployment" : "unreadable";
    response.end(JSON.stringify({ error: code, message: error instanceof Error ? error.message : String(error) }));
  }
}

const middleware: Connect.NextHandleFunction = (request, response, next) => {
  const path = request.url?.split("?")[0];
  if (path === "/config.json") answer(response, runtimeConfig);
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
