// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { confirmOnLiveChain } from "../../scripts/lib/confirm.ts";
import { asFailure, Failure } from "../../scripts/lib/failure.ts";
import { chosenLanguage, setLanguage, t } from "../../scripts/lib/messages.ts";
import { runScript } from "../helpers/command.ts";
import { chain, deployedRegion, loadFixture } from "../helpers/fixtures.ts";
import { failureOf } from "../helpers/failures.ts";

const run = async (script: string, args: string[], env: NodeJS.ProcessEnv = {}) =>
  await runScript(script, args, { env });

const NOWHERE = "http://127.0.0.1:9";
const PLACE = ["--region", "centre-val-de-loire"];

describe("the command line of the verbs", function () {
  this.timeout(60_000);

  const wrongUse: [name: string, args: string[], code: number, says: RegExp, env?: NodeJS.ProcessEnv][] = [
    ["no network", PLACE, 1, /Il manque l’option --network/u],
    ["an unknown option", ["--fast", "--network", "localhost", ...PLACE], 1, /--fast n’existe pas/u],
    ["an unknown language", ["--lang", "de", "--network", "localhost", ...PLACE], 1, /ne convient pas/u],
    ["a fee that is no number", ["--max-fee", "1e3", "--network", "localhost", ...PLACE], 1, /max-fee/u],
    ["a depth of no block", ["--depth", "0", "--network", "localhost", ...PLACE], 1, /depth/u],
    ["an unknown network", ["--network", "mars", ...PLACE], 1, /mars n’existe pas/u],
    ["an unknown region", ["--network", "local", "--region", "mars"], 1, /pas de région mars/u],
    ["a node that does not answer", ["--network", "localhost", ...PLACE], 2, /ne répond pas/u, { RPC_URL: NOWHERE }],
    ["English", ["--lang", "en", "--network", "localhost", ...PLACE], 2, /does not answer/u, { RPC_URL: NOWHERE }],
    ["no address of a live network", ["--network", "sepolia", ...PLACE], 3, /SEPOLIA_RPC_URL/u],
  ];
  for (const [name, args, code, says, env] of wrongUse) {
    it(`answers ${name} with one sentence, the next step and code ${code}`, async () => {
      const ended = await run("deploy", args, { HH_TEST: undefined, CI: "true", ...env });
      expect(ended.code, ended.stderr).to.equal(code);
      expect(ended.stderr).to.match(says);
      expect(ended.stderr).to.not.match(/\n\s+at /u);
    });
  }

  it("has help in both languages for every verb", async () => {
    for (const verb of [
      "audit",
      "bonus",
      "chain",
      "deploy",
      "figures",
      "merchants",
      "region",
      "relay",
      "start",
      "test",
      "verify",
      "verify-local",
    ]) {
      const [french, english] = await Promise.all([run(verb, ["--help"]), run(verb, ["--help", "--lang", "en"])]);
      expect([french.code, english.code], verb).to.deep.equal([0, 0]);
      expect(french.stdout).to.contain("Utilisation");
      expect(english.stdout).to.contain("Usage");
    }
  });

  it("deploys on a chain in process without a word from a person", async () => {
    const ended = await run("deploy", ["--network", "local", ...PLACE, "--dry-run"]);
    expect(ended.code, ended.stderr).to.equal(0);
    expect(ended.stdout).to.contain("Rien n’a été envoyé");
  });
});

describe("asFailure", () => {
  before(() => setLanguage("en"));
  after(() => setLanguage("fr"));

  it("says why a contract refused, with its arguments as people read them", async () => {
    const { token, outsider, council } = await loadFixture(deployedRegion);
    const error: unknown = await token
      .connect(outsider)
      .transfer(council.address, 1_250n)
      .catch((reason: unknown) => reason);
    const failure = asFailure(error);
    expect(failure).to.include({ exitCode: 3, key: "common.refused" });
    expect(failure.message).to.contain("12.50");
  });

  it("takes a silent node for something that passes, and anything else for a defect", () => {
    const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    expect(asFailure(new Error("request", { cause: refused }))).to.include({ exitCode: 2, key: "common.unreachable" });
    expect(asFailure(new RangeError("odd"))).to.include({ exitCode: 3, key: "common.unexpected" });
    const known = new Failure(1, "common.unknownNetwork", { name: "a", known: "b" });
    expect(asFailure(known)).to.equal(known);
  });
});

describe("confirmOnLiveChain", () => {
  it("lets pass what needs no person, and refuses when nobody is there to type", async () => {
    await confirmOnLiveChain(chain, false);
    await confirmOnLiveChain({ ...chain, isLive: true }, true);
    const refused = await failureOf(confirmOnLiveChain({ ...chain, name: "sepolia", isLive: true }, false));
    expect(refused).to.include({ exitCode: 3, key: "common.unconfirmed" });
  });
});

describe("messages", () => {
  it("take --lang before LANG, and French before anything else", () => {
    expect(chosenLanguage(["--lang", "en"], { LANG: "fr_FR" })).to.equal("en");
    expect(chosenLanguage(["--lang=fr"], { LANG: "en_GB" })).to.equal("fr");
    expect(chosenLanguage([], { LANG: "en_GB.UTF-8" })).to.equal("en");
    expect(chosenLanguage([], { LANG: "C.UTF-8" })).to.equal("fr");
    expect(chosenLanguage([], {})).to.equal("fr");
  });

  it("throw when a sentence or one of its values is missing", () => {
    expect(() => t("common.nothing")).to.throw("common.nothing");
    expect(() => t("common.unknownNetwork.what")).to.throw("name");
  });
});
