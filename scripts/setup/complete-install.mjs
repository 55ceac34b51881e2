// Runs after every npm install.
//
// npm leaves optional packages out when the Node that runs npm is older than they want, and Hardhat's native part is
// one of those. `node` here is already the newer one that this project brings as a package (npm puts node_modules/.bin
// first on PATH), so npm runs once more under it. Nothing to do when npm itself ran on a new enough Node.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const NESTED = "MONNAIE_NESTED_INSTALL";
const { npm_execpath: npm } = process.env;

function isComplete() {
  try {
    createRequire(import.meta.url)("@nomicfoundation/edr");
    return true;
  } catch {
    return false;
  }
}

if (npm && !process.env[NESTED] && !isComplete()) {
  console.log(`Completing the install under Node ${process.version}`);
  const { status } = spawnSync(
    process.execPath,
    [npm, "install", "--no-save", "--no-audit", "--no-fund", "--prefer-offline"],
    { stdio: "inherit", env: { ...process.env, [NESTED]: "1" } },
  );
  process.exit(status ?? 1);
}
