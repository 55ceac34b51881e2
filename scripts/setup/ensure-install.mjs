// SPDX-License-Identifier: EUPL-1.2
// Runs before the npm scripts, under whatever Node the machine has (20.20 or newer), and before anything is installed:
// plain JavaScript, nothing but Node's own modules. Installs from the lockfile when node_modules is missing or older than
// the lockfile, and compiles the contracts when their types are missing or older than a contract.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const INSTALLED = join(ROOT, "node_modules/.package-lock.json");
const TYPES = join(ROOT, "types/ethers-contracts/index.ts");
const isEnglish = process.argv.includes("en") || (process.env.LC_ALL ?? process.env.LANG ?? "").startsWith("en");
const say = (french, english) => console.log(isEnglish ? english : french);

function modifiedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function lastChangeIn(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".sol"));
  return Math.max(...files.map((name) => modifiedAt(join(folder, name))));
}

function run(command, args, env = process.env) {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: "inherit", env });
  if (status !== 0) process.exit(status ?? 1);
}

if (modifiedAt(INSTALLED) < modifiedAt(join(ROOT, "package-lock.json"))) {
  say(
    "Installation des dépendances (une à deux minutes la première fois)…",
    "Installing the dependencies (one to two minutes the first time)…",
  );
  const npm = process.env.npm_execpath;
  if (npm) run(process.execPath, [npm, "ci", "--no-audit", "--no-fund", "--loglevel", "error"]);
  else run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel", "error"]);
}

const contractsChangedAt = Math.max(lastChangeIn(join(ROOT, "contracts")), modifiedAt(join(ROOT, "hardhat.config.ts")));
if (modifiedAt(TYPES) < contractsChangedAt) {
  say("Compilation des contrats…", "Compiling the contracts…");
  const node = join(ROOT, "node_modules/.bin", process.platform === "win32" ? "node.cmd" : "node");
  run(existsSync(node) ? node : process.execPath, ["node_modules/hardhat/dist/src/cli.js", "build", "--quiet"], {
    ...process.env,
    HARDHAT_DISABLE_TELEMETRY_PROMPT: "true",
  });
  if (existsSync(TYPES)) utimesSync(TYPES, new Date(), new Date()); // a build that changed nothing leaves it as it was
}
