// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { expect } from "chai";
import { encryptKeystoreJson, Wallet } from "ethers";
import { keyInFile } from "../../scripts/lib/keys.ts";
import { openJournal } from "../../scripts/lib/sending/journal.ts";
import { openSender } from "../../scripts/lib/sending/sender.ts";
import { signerFor } from "../../scripts/lib/signers.ts";
import { runScript } from "../helpers/command.ts";
import { failureOf } from "../helpers/failures.ts";
import { chain, networkHelpers } from "../helpers/fixtures.ts";

const PASSWORD = "mot de passe";
const KEY = Wallet.createRandom().privateKey;
const { address: ADDRESS } = new Wallet(KEY);
const SEPOLIA = 11_155_111;

/** Weak on purpose: the strength of the password is not what is tested. */
const WEAK = { scrypt: { N: 1024 } };

function folder(): string {
  return mkdtempSync(join(tmpdir(), "keys-"));
}

async function keystoreFile(): Promise<string> {
  const path = join(folder(), "keystore.json");
  writeFileSync(path, await encryptKeystoreJson({ address: ADDRESS, privateKey: KEY }, PASSWORD, WEAK));
  return path;
}

const asked = async () => await Promise.resolve(PASSWORD);

function expectSecret(...texts: string[]): void {
  for (const text of texts) expect(text.toLowerCase()).to.not.include(KEY.slice(2).toLowerCase());
}

describe("keys", function () {
  this.timeout(60_000);

  describe("in a keystore file", function () {
    it("are opened by their password", async function () {
      expect(await keyInFile(await keystoreFile(), asked)).to.equal(KEY);
    });

    it("stay closed without it, and in clear are refused without being shown", async function () {
      const wrong = keyInFile(await keystoreFile(), async () => await Promise.resolve("autre"));
      expect(await failureOf(wrong)).to.include({ key: "common.wrongPassword", exitCode: 1 });

      const clear = join(folder(), "key");
      writeFileSync(clear, KEY);
      const refusal = await failureOf(keyInFile(clear, asked));
      expect(refusal).to.include({ key: "common.notKeystore", exitCode: 1 });
      expectSecret(inspect(refusal, { depth: 10 }));
      expect(await failureOf(keyInFile(`${clear}.none`, asked))).to.include({ key: "common.noKeystore", exitCode: 1 });
    });

    it("sign, and appear in no journal, no error and no inspection", async function () {
      const wallet = new Wallet(await keyInFile(await keystoreFile(), asked), chain.provider);
      await networkHelpers.setBalance(wallet.address, 10n ** 18n);
      const path = join(folder(), "journal.jsonl");
      const sender = await openSender(chain, wallet, openJournal(path));
      const step = { name: "step", to: ADDRESS, data: "0x", gasLimit: 21_000n };
      await sender.outcome(await sender.send(step));
      await networkHelpers.setBalance(wallet.address, 1n);
      const failure = await failureOf(sender.send(step));
      expectSecret(readFileSync(path, "utf8"), inspect(failure, { depth: 10 }), inspect(wallet, { depth: 10 }));
    });
  });

  describe("on a live network", function () {
    const live = { ...chain, isLive: true };

    afterEach(function () {
      delete process.env.APPROVER_KEY;
    });

    it("are refused in the environment, also when another key would be used", async function () {
      process.env.APPROVER_KEY = KEY;
      for (const keystore of [undefined, await keystoreFile()]) {
        const refusal = await failureOf(signerFor(live, "bonusOfficer", keystore));
        expect(refusal).to.include({ key: "common.keyInEnvironment", exitCode: 3 });
        expect(refusal.message).to.include("APPROVER_KEY");
        expectSecret(inspect(refusal, { depth: 10 }));
      }
    });
  });

  describe("of the commands", function () {
    let node: Server;
    let env: NodeJS.ProcessEnv;

    /** A node of Sepolia that knows its chain and nothing else. */
    before(function () {
      node = createServer((request, response) => {
        let body = "";
        request.on("data", (part: Buffer) => (body += part.toString()));
        request.on("end", () => {
          const { id } = JSON.parse(body) as { id: number };
          response.end(JSON.stringify({ jsonrpc: "2.0", id, result: `0x${SEPOLIA.toString(16)}` }));
        });
      });
      node.listen(0, "127.0.0.1");
    });

    after(function () {
      node.close();
    });

    beforeEach(function () {
      const { port } = node.address() as AddressInfo;
      const unset = { HH_TEST: undefined, CI: undefined, GITHUB_ACTIONS: undefined };
      env = { ...process.env, ...unset, SEPOLIA_RPC_URL: `http://127.0.0.1:${port}`, XDG_CONFIG_HOME: folder() };
    });

    const onSepolia = ["--network", "sepolia", "--region", "centre-val-de-loire"];

    /** Puts a key where `npx hardhat keystore set` puts it. */
    async function plant(file: string, password: string): Promise<void> {
      const encryption = (await import(
        new URL(
          "../../node_modules/@nomicfoundation/hardhat-keystore/dist/src/internal/keystores/encryption.js",
          import.meta.url,
        ).href
      )) as typeof import("../../node_modules/@nomicfoundation/hardhat-keystore/dist/src/internal/keystores/encryption.js");
      const { masterKey, salt } = encryption.createMasterKey({ password });
      const empty = encryption.createEmptyEncryptedKeystore({ masterKey, salt });
      const encryptedKeystore = encryption.addSecretToKeystore({
        masterKey,
        encryptedKeystore: empty,
        key: "DEPLOYER_KEY",
        value: KEY,
      });
      const place = join(env.XDG_CONFIG_HOME ?? "", "hardhat-nodejs");
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, file), JSON.stringify(encryptedKeystore));
      writeFileSync(join(place, "hardhat.checksum"), password);
    }

    it("are missing where no keystore has them", async function () {
      const { code, stderr } = await runScript("deploy", onSepolia, { env });
      expect(code, stderr).to.equal(3);
      expect(stderr).to.include("Il manque la clé DEPLOYER_KEY").and.include("keystore set DEPLOYER_KEY");
    });

    it("are refused in the environment, with where to move them", async function () {
      const { code, stdout, stderr } = await runScript("deploy", onSepolia, { env: { ...env, DEPLOYER_KEY: KEY } });
      expect(code, stderr).to.equal(3);
      expect(stderr).to.include("keystore set DEPLOYER_KEY").and.include("unset DEPLOYER_KEY");
      expectSecret(stdout, stderr);
    });

    it("come from Hardhat's keystore once its password is given", async function () {
      await plant("keystore.json", PASSWORD);
      const opened = await runScript("deploy", onSepolia, { env, input: `${PASSWORD}\n` });
      // The key was there: what is missing next are the holders of the roles on Sepolia.
      expect(opened.code, opened.stderr).to.equal(3);
      expect(opened.stderr).to.include("ne dit pas qui détient les rôles");
      const closed = await runScript("deploy", onSepolia, { env, input: "autre\n" });
      expect(closed.code, closed.stderr).to.equal(1);
      expect(closed.stderr).to.include("ne s’ouvre pas avec ce mot de passe");
      expectSecret(opened.stdout, opened.stderr, closed.stdout, closed.stderr);
    });

    it("are refused in the development keystore, whose password lies beside it", async function () {
      await plant("dev.keystore.json", PASSWORD);
      const { code, stderr } = await runScript("deploy", onSepolia, { env });
      expect(code, stderr).to.equal(3);
      expect(stderr).to.include("coffre de développement").and.include("delete --dev DEPLOYER_KEY");
    });

    it("come from a keystore file, with the password on the first line of the input", async function () {
      const args = [...onSepolia, "--keystore", await keystoreFile()];
      const opened = await runScript("deploy", args, { env: { ...env, DEBUG: "1" }, input: `${PASSWORD}\nrest` });
      expect(opened.code, opened.stderr).to.equal(3);
      expect(opened.stderr).to.include("ne dit pas qui détient les rôles");
      const none = await runScript("deploy", args, { env });
      expect(none.code, none.stderr).to.equal(1);
      expect(none.stderr).to.include("Il manque le mot de passe");
      expectSecret(opened.stdout, opened.stderr, none.stderr);
    });
  });

  it("are in no file of the repository's configuration", function () {
    const files = readdirSync(".").filter((name) => statSync(name).isFile() && name.startsWith(".env"));
    expect(files).to.deep.equal([]);
    expect(readFileSync("hardhat.config.ts", "utf8")).to.not.match(/(?<!_API)_KEY/u);
  });
});
