// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Region } from "@monnaie-commune/sdk/regions";
import { contrast } from "../../scripts/lib/contrast.ts";
import { checkRegion } from "../../scripts/lib/region-checks.ts";
import { setLanguage } from "../../scripts/lib/messages.ts";
import { loadRegion, regionNames, regionPath, regionProblemLine } from "../../scripts/lib/region-file.ts";

type Change = (region: Region) => void;

const centre = () => loadRegion("centre-val-de-loire");

function problemsAfter(change: Change): string[] {
  const region = structuredClone(centre());
  change(region);
  return checkRegion(region).map((problem) => {
    for (const language of ["fr", "en"] as const) {
      setLanguage(language);
      expect(regionProblemLine(problem)).to.match(/^\/\S* {2}\S.*[.\S]$/u);
    }
    return `${problem.path} ${problem.key}`;
  });
}

describe("checkRegion", () => {
  after(() => setLanguage("fr"));

  it("finds nothing in the regions of the repository", () => {
    expect(regionNames()).to.deep.equal(["bretagne", "centre-val-de-loire"]);
    for (const name of regionNames()) expect(loadRegion(name).slug).to.equal(name);
  });

  const cases: [string, Change, string[]][] = [
    ["a missing field", (r) => Reflect.deleteProperty(r.currency, "symbol"), ["/currency/symbol missing"]],
    ["a missing section", (r) => Reflect.deleteProperty(r, "currency"), ["/currency missing"]],
    ["an unknown field", (r) => Object.assign(r.currency, { taux: 6 }), ["/currency/taux unknown"]],
    [
      "a rate as a text",
      (r) => Object.assign(r.currency, { ordinaryRateBps: "6" }),
      ["/currency/ordinaryRateBps type.integer"],
    ],
    ["a rate with a fraction", (r) => (r.currency.merchantRateBps = 0.5), ["/currency/merchantRateBps type.integer"]],
    ["a rate of 100 %", (r) => (r.currency.rateCeilingBps = 10_000), ["/currency/rateCeilingBps maximum"]],
    ["a negative delay", (r) => (r.governance.grantDelayDays = -1), ["/governance/grantDelayDays minimum"]],
    [
      "a rate above the ceiling",
      (r) => (r.currency.ordinaryRateBps = 2_001),
      ["/currency/ordinaryRateBps aboveCeiling"],
    ],
    ["a cap of 2^80 cents", (r) => (r.currency.capCents = (2n ** 80n).toString()), ["/currency/capCents capTooLarge"]],
    ["a cap of 0", (r) => (r.currency.capCents = "0"), ["/currency/capCents form"]],
    ["a fee above its ceiling", (r) => (r.exits.feeBps = 501), ["/exits/feeBps feeAboveCeiling"]],
    ["a fee nobody would call one", (r) => (r.exits.feeCeilingBps = 2_001), ["/exits/feeCeilingBps maximum"]],
    [
      "an allowance above the cap",
      (r) => (r.exits.monthlyAllowanceCents = "100000001"),
      ["/exits/monthlyAllowanceCents allowanceAboveCap"],
    ],
    [
      "an allowance in euros",
      (r) => (r.exits.monthlyAllowanceCents = "2000,00"),
      ["/exits/monthlyAllowanceCents form"],
    ],
    ["a symbol in small letters", (r) => (r.currency.symbol = "mc"), ["/currency/symbol form"]],
    ["spaces around a name", (r) => (r.name.fr = " Centre"), ["/name/fr form"]],
    ["no department", (r) => (r.departments = []), ["/departments emptyList"]],
    [
      "a department twice",
      (r) => r.departments.push({ code: "18", name: "Cher" }),
      ["/departments/6/code sameDepartment", "/departments/6/name sameDepartment"],
    ],
    ["an unknown language", (r) => Object.assign(r, { languages: ["fr", "br"] }), ["/languages/1 choice"]],
    ["a language twice", (r) => (r.languages = ["fr", "fr"]), ["/languages repeated"]],
    ["a colour by name", (r) => (r.colours.accentLight = "teal"), ["/colours/accentLight form"]],
    [
      "an accent too light for paper",
      (r) => (r.colours.accentLight = "#6CC5CF"),
      ["/colours/accentLight contrast", "/colours/accentLight contrast"],
    ],
    ["an accent too dark for cards", (r) => (r.colours.accentDark = "#80868B"), ["/colours/accentDark contrast"]],
    ["an address with a wrong checksum", (r) => lowerCase(r, "TREASURER"), ["/holders/31337/TREASURER/0 checksum"]],
    ["the zero address", (r) => hold(r, "GUARDIAN", `0x${"0".repeat(40)}`), ["/holders/31337/GUARDIAN/0 zeroAddress"]],
    ["an address cut short", (r) => hold(r, "GUARDIAN", "0x1234"), ["/holders/31337/GUARDIAN/0 form"]],
    [
      "a role without holder",
      (r) => Object.assign(holders(r), { REVIEWER: [] }),
      ["/holders/31337/REVIEWER emptyList"],
    ],
    ["a chain by name", (r) => Object.assign(r.holders, { sepolia: holders(r) }), ["/holders form"]],
    [
      "an officer who alone could approve",
      (r) => hold(r, "APPROVER", holders(r).BONUS_OFFICER[0] ?? ""),
      ["/holders/31337/APPROVER noOtherApprover"],
    ],
    ["a site without https", (r) => (r.site.url = "http://monnaie.example"), ["/site/url form"]],
  ];
  for (const [what, change, expected] of cases) {
    it(`names the field of ${what}`, () => expect(problemsAfter(change)).to.deep.equal(expected));
  }

  it("names every wrong field at once", () => {
    const change: Change = (r) => {
      r.insee = "2";
      r.currency.symbol = "";
      Object.assign(r, { seat: 45 });
    };
    expect(problemsAfter(change)).to.deep.equal(["/insee form", "/seat type.string", "/currency/symbol form"]);
  });

  it("refuses what is no object", () => {
    for (const value of [null, [], "region", 1]) {
      expect(checkRegion(value).map(({ path, key }) => `${path} ${key}`)).to.deep.equal(["/ type.object"]);
    }
  });
});

function holders(region: Region): Region["holders"][string] {
  const local = region.holders["31337"];
  if (local === undefined) throw new Error("The demo region has holders on the local chain");
  return local;
}

function hold(region: Region, role: "GUARDIAN" | "APPROVER" | "TREASURER", account: string): void {
  Object.assign(holders(region), { [role]: [account] });
}

function lowerCase(region: Region, role: "TREASURER"): void {
  hold(region, role, (holders(region)[role][0] ?? "").toLowerCase());
}

describe("contrast", () => {
  it("is 21 for black on white and 1 for a colour on itself", () => {
    expect(contrast("#000000", "#FFFFFF").toFixed(9)).to.equal("21.000000000");
    expect(contrast("#0F5E68", "#0F5E68")).to.equal(1);
  });
});

describe("npm run region", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "region-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  function run(...words: string[]) {
    const script = ["--import", "tsx", "scripts/region.ts", ...words];
    return spawnSync(process.execPath, script, { encoding: "utf8", env: { ...process.env, LANG: "", LC_ALL: "" } });
  }

  it("checks every region and exits with 0", () => {
    const { status, stdout } = run("check");
    expect(stdout)
      .to.contain("Centre-Val de Loire")
      .and.contain("Bretagne")
      .and.contain("1\u202F000\u202F000,00\u202FMC");
    expect(status).to.equal(0);
  });

  for (const [lang, sentence] of [
    ["fr", "/currency/symbol  Ce champ manque."],
    ["en", "/currency/symbol  This field is missing."],
  ] as const) {
    it(`names a wrong field in ${lang} and exits with 1`, () => {
      const region: Region = JSON.parse(readFileSync(regionPath("bretagne"), "utf8")) as Region;
      Reflect.deleteProperty(region.currency, "symbol");
      const file = join(folder, "bretagne.json");
      writeFileSync(file, JSON.stringify(region));
      const { status, stderr } = run("--lang", lang, "check", file);
      expect(stderr).to.contain(sentence);
      expect(status).to.equal(1);
    });
  }

  it("refuses a file that is not JSON, or not there, with 1", () => {
    const file = join(folder, "torn.json");
    writeFileSync(file, '{ "slug": ');
    expect(run("check", file).stderr).to.contain("torn.json");
    expect(run("check", file).status).to.equal(1);
    expect(run("check", "atlantide").status).to.equal(1);
  });

  it("refuses a copy whose slug is another region's", () => {
    const file = join(folder, "normandie.json");
    writeFileSync(file, readFileSync(regionPath("bretagne")));
    const { status, stderr } = run("check", file);
    expect(stderr).to.contain("/slug").and.contain("normandie.json");
    expect(status).to.equal(1);
  });
});
