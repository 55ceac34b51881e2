import { fileURLToPath } from "node:url";
import { configVariable, defineConfig } from "hardhat/config";
import toolbox from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
import { soliditySize } from "./scripts/checks/fuzz-size.ts";
import quietDependencies from "./scripts/lib/quiet-dependencies.ts";
import { retryReads } from "./scripts/lib/retry-reads.ts";

// The compiler is the npm package `solc`, pinned in package.json: nothing is downloaded. One setting for every profile,
// so that what is tested is what is deployed. Prague is the newest rule set that Sepolia and Gnosis Chiado both run; the
// IR pipeline makes a payment that settles both sides 2,500 gas cheaper.
const solc = {
  version: "0.8.34",
  path: fileURLToPath(import.meta.resolve("solc/soljson.js")),
  settings: { optimizer: { enabled: true, runs: 200 }, viaIR: true, evmVersion: "prague" },
} as const;

/** A node that has not answered by then is asked again (scripts/lib/retry-reads.ts). */
const TIMEOUT_MS = 60_000;

export default defineConfig({
  plugins: [toolbox, quietDependencies, retryReads],
  solidity: {
    profiles: { default: solc, production: solc },
    npmFilesToBuild: ["@openzeppelin/contracts/access/manager/AccessManager.sol"],
  },
  typechain: { tsNocheck: true },
  // For `npm run verify`. Sourcify may be one's own; Blockscout and Etherscan of chains Hardhat does not know are named
  // under `chainDescriptors` (docs/explorers.md).
  verify: {
    etherscan: { apiKey: configVariable("ETHERSCAN_API_KEY") },
    ...(process.env.SOURCIFY_URL && { sourcify: { apiUrl: process.env.SOURCIFY_URL } }),
  },
  paths: { tests: { mocha: "test", solidity: "test/invariants" } },
  // Without accounts: Hardhat would take their keys from the environment. scripts/lib/signers.ts knows who signs.
  networks: {
    local: { type: "edr-simulated", chainType: "l1", chainId: 31337 },
    localhost: {
      type: "http",
      chainType: "l1",
      chainId: 31337,
      url: process.env.RPC_URL ?? "http://127.0.0.1:8545",
      timeout: TIMEOUT_MS,
    },
    sepolia: {
      type: "http",
      chainType: "l1",
      chainId: 11155111,
      url: configVariable("SEPOLIA_RPC_URL"),
      timeout: TIMEOUT_MS,
    },
    chiado: {
      type: "http",
      chainType: "l1",
      chainId: 10200,
      url: configVariable("CHIADO_RPC_URL"),
      timeout: TIMEOUT_MS,
    },
  },
  test: { solidity: soliditySize() },
});
