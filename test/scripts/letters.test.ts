// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claimPrivateKey, parseClaimCode } from "@monnaie-commune/sdk/claims/code";
import { findClaim, readClaimsFile } from "@monnaie-commune/sdk/claims/file";
import { dayOf, isoDateOf } from "@monnaie-commune/sdk/days";
import { computeAddress, getAddress, id } from "ethers";
import { cancelBonus } from "../../scripts/bonus/cancel.ts";
import { cancelLetter } from "../../scripts/bonus/letters/cancel-letter.ts";
import { closeLetters } from "../../scripts/bonus/letters/close-letters.ts";
import { printLetters } from "../../scripts/bonus/letters/letters.ts";
import { secretBytes } from "../../scripts/bonus/letters/officer-secret.ts";
import { type LetterHead, lettersDocument } from "../../scripts/bonus/letters/page.ts";
import { pdfsOf } from "../../scripts/bonus/letters/pdf.ts";
import { type LetterPlace, letterSecrets } from "../../scripts/bonus/letters/secrets.ts";
import { LETTERS_PER_FILE, writeLetters } from "../../scripts/bonus/letters/write.ts";
import { planBonus } from "../../scripts/bonus/plan.ts";
import { proposeBonus } from "../../scripts/bonus/propose.ts";
import { checkReport, reportBonus } from "../../scripts/bonus/report.ts";
import { reportCsv, reportHtml, writeReport } from "../../scripts/bonus/report-files.ts";
import { loadPlan } from "../../scripts/bonus/run-folder.ts";
import { runBonus } from "../../scripts/bonus/run.ts";
import { chromiumPath } from "../../scripts/lib/chromium.ts";
import { setLanguage } from "../../scripts/lib/messages.ts";
import { loadRegion } from "../../scripts/lib/region-file.ts";
import { approvedPlan, freshFolders, PLAN_DATE, REGION, staffCents, staffFile } from "../helpers/bonus.ts";
import { expectFailure } from "../helpers/failures.ts";
import { chain, deployedRegion, loadFixture, time } from "../helpers/fixtures.ts";
import { claimLetter, lettersOf } from "../helpers/letters.ts";
import { readQr } from "../helpers/qr-pixels.ts";

const PAID = 2;
const LETTERS = 3;
const BUDGET = 1_000_000n;
const SITE = "https://monnaie.example/region";

async function approvedRegion() {
  const region = await deployedRegion();
  const { issuance, council, treasurer, deployment } = region;
  const now = await time.latest();
  await issuance.connect(council).openProgramme(0, BUDGET, now, now + 800 * 86_400, id("decision"));
  await issuance.connect(treasurer).attest(1, BUDGET, id("order"));
  const folders = freshFolders(deployment);
  const until = isoDateOf(dayOf(now) + 100);
  const plan = await approvedPlan(chain, folders, region, staffFile(PAID, 1, LETTERS), until);
  const { plan: frozen, folder } = loadPlan(plan, folders.runs);
  const job = { chain, plan, officer: region.bonusOfficer, ...folders };
  return { ...region, folders, folder, plan, frozen, until, job, letters: await lettersOf(chain, frozen) };
}

async function openedRegion() {
  const region = await approvedRegion();
  await runBonus(region.job);
  return region;
}

/** A fixture with folders of its own: the journal of another test would go on with its transactions. */
async function at<T extends Awaited<ReturnType<typeof approvedRegion>>>(fixture: () => Promise<T>): Promise<T> {
  const region = await loadFixture(fixture);
  const runs = freshFolder();
  cpSync(region.folders.runs, runs, { recursive: true });
  const folders = { ...region.folders, runs };
  const { folder } = loadPlan(region.plan, runs);
  return { ...region, folders, folder, job: { ...region.job, ...folders } };
}

/** What a person sees on each page of a file of letters, and what a phone reads from it. */
function pagesOf(path: string): { text: string; link: string; html: string }[] {
  const document = readFileSync(path, "utf8");
  return document
    .split('<article class="letter">')
    .slice(1)
    .map((page) => {
      const [, size = "", drawn = ""] =
        /viewBox="0 0 (\d+) \1"\s+role="img"[\s\S]*?<path d="([^"]+)"/u.exec(page) ?? [];
      const text = page
        .replaceAll(/<[^>]+>/gu, "")
        .replaceAll(/[ \n]+/gu, " ")
        .replaceAll("&#39;", "'");
      return { text, link: readQr(drawn, Number(size)), html: page };
    });
}

describe("bonus letters", function () {
  this.timeout(60_000);

  describe("printLetters", function () {
    it("prints a page for each person without a wallet, whose square leads to the claim of the plan", async function () {
      const { job, frozen, folder } = await at(openedRegion);
      const result = await printLetters({ ...job, site: `${SITE}/` });
      expect(result).to.include({ letters: LETTERS, used: 0, unopened: 0 });
      const pages = result.files.flatMap(pagesOf);
      const lines = frozen.lines.filter(({ claimKey }) => claimKey !== null);
      expect(pages).to.have.length(LETTERS);
      for (const [n, { text, link }] of pages.entries()) {
        const [address, code = ""] = link.split("#");
        expect(address).to.equal(`${SITE}/prime`);
        const read = parseClaimCode(code);
        if (!read.ok) throw new Error(read.problem);
        expect(read.code.runId).to.equal(1n);
        expect(computeAddress(claimPrivateKey(read.code.secret))).to.equal(lines[n]?.claimKey);
        expect(text).to.include("monnaie.example/region/prime").and.to.include(code);
        expect(text).to.include(`${lines[n]?.payeeId}`).and.to.include("Centre-Val de Loire");
        expect(text).to.include("inclus").and.to.include("6\u00A0%");
        expect(text.replace(/\s/gu, "")).to.include(
          `${(Number(lines[n]?.cents) / 100).toFixed(2).replace(".", ",")}MC`,
        );
      }
      const claims = readClaimsFile(readFileSync(result.claimsFile, "utf8"));
      if (!("file" in claims)) throw new Error(claims.problem);
      expect(result.claimsFile).to.equal(join(folder, "claims.json"));
      for (const { claimKey, cents } of lines)
        expect(findClaim(claims.file, claimKey ?? "0x")?.amount).to.equal(BigInt(cents));
      expect(readFileSync(result.claimsFile, "utf8")).to.not.include("AG-").and.not.include("MANDAT");
      expect(readFileSync(result.list, "utf8").trim().split("\r\n")).to.have.length(LETTERS + 1);
    });

    it("prints the same letters again, byte for byte, and one of them by line or pseudonym", async function () {
      const { job, letters, frozen } = await at(openedRegion);
      const first = await printLetters({ ...job, site: SITE });
      const before = first.files.map((file) => readFileSync(file, "utf8"));
      const again = await printLetters({ ...job, site: SITE });
      expect(again.files.map((file) => readFileSync(file, "utf8"))).to.deep.equal(before);
      const { line } = letters[1] ?? { line: 0 };
      const payee = frozen.lines.find((each) => each.line === line)?.payeeId ?? "";
      for (const only of [String(line), payee]) {
        const one = await printLetters({ ...job, site: SITE, only });
        const pages = one.files.flatMap(pagesOf);
        expect(pages.map(({ link }) => link)).to.deep.equal([first.files.flatMap(pagesOf)[1]?.link]);
      }
      await expectFailure(printLetters({ ...job, only: "AG-9999" }), 1, "bonus.letters.noLine");
    });

    it("speaks English when asked to, and leaves out what was claimed or cancelled", async function () {
      const { job, letters, frozen, issuance, people } = await at(openedRegion);
      const [first] = letters;
      const [person] = people;
      if (!first || !person) throw new Error("too few");
      await claimLetter(issuance, frozen, 1n, first, person.address as `0x${string}`);
      setLanguage("en");
      try {
        const result = await printLetters({ ...job, site: SITE });
        expect(result).to.include({ letters: LETTERS - 1, used: 1 });
        expect(pagesOf(result.files[0] ?? "")[0]?.text)
          .to.include("Until ")
          .and.to.include("nobody has a reason");
      } finally {
        setLanguage("fr");
      }
      await expectFailure(printLetters({ ...job, only: String(first.line) }), 3, "bonus.letters.used");
    });

    it("is for this account alone, and asks nothing from anywhere", async function () {
      const { job } = await at(openedRegion);
      const { files, list, folder } = await printLetters({ ...job, site: SITE });
      for (const file of [...files, list]) expect(statSync(file).mode & 0o777).to.equal(0o600);
      expect(statSync(folder).mode & 0o777).to.equal(0o700);
      const document = readFileSync(files[0] ?? "", "utf8");
      expect(document).to.include("default-src 'none'");
      expect(document).to.not.match(/<(?:script|link|img|iframe|a )|https?:\/\/(?!monnaie\.example|www\.w3\.org)/u);
      expect(document.replaceAll(/url\(data:[^)]+\)/gu, "")).to.not.include("url(");
    });

    it("leaves no secret in the plan, the journal, the reports or the claims file", async function () {
      const { job, letters, folders, plan, folder } = await at(openedRegion);
      await printLetters({ ...job, site: SITE });
      const report = await reportBonus({ chain, plan, ...folders });
      for (const format of ["csv", "json", "html"] as const) writeReport(report, format);
      const written = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
      expect(written).to.include.members(["plan.json", "journal.jsonl", "claims.json", "report.csv", "report.html"]);
      for (const name of written) {
        const text = readFileSync(join(folder, name), "utf8");
        for (const { secret } of letters) {
          expect(text, name).to.not.include(secret);
          expect(text, name).to.not.include(secret.slice(0, 5) + "-" + secret.slice(5, 10));
          expect(text.toLowerCase(), name).to.not.include(claimPrivateKey(secret).slice(2));
        }
      }
    });

    it("refuses what is not approved, has no letters, is over, or would send the code in clear", async function () {
      const { job, folders, bonusOfficer, until, frozen } = await at(approvedRegion);
      expect(await printLetters({ ...job, site: SITE })).to.include({ unopened: LETTERS });
      for (const site of [
        "http://monnaie.example",
        "monnaie.example",
        "https://monnaie.example/?a=1",
        "https://x/#y",
      ]) {
        await expectFailure(printLetters({ ...job, site }), 1, "bonus.letters.badSite");
      }
      await expectFailure(printLetters({ ...job, contact: "x".repeat(81) }), 1, "bonus.letters.longContact");
      const place = { chain, region: REGION, programme: 1, ...folders };
      const file = { name: "x.csv", bytes: staffFile(1, 0, 1) };
      const planned = await planBonus({ ...place, planDate: PLAN_DATE, claimsUntil: until, file });
      const plain = await planBonus({ ...place, planDate: PLAN_DATE, file: { name: "y.csv", bytes: staffFile(1) } });
      if ("errors" in planned || "errors" in plain) throw new Error("refused");
      await expectFailure(printLetters({ ...job, plan: planned.plan.planHash }), 3, "bonus.notProposed");
      await proposeBonus({ ...job, officer: bonusOfficer, plan: planned.plan.planHash });
      await expectFailure(printLetters({ ...job, plan: planned.plan.planHash }), 3, "bonus.notApproved");
      await expectFailure(printLetters({ ...job, plan: plain.plan.planHash }), 1, "bonus.letters.none");
      await time.increaseTo((frozen.claims?.deadline ?? 0) + 1);
      await expectFailure(printLetters(job), 3, "bonus.letters.over");
    });
  });

  describe("the officer's secret", function () {
    const place: LetterPlace = {
      chainId: 31337,
      issuance: getAddress(`0x${"12".repeat(20)}`) as `0x${string}`,
      programmeId: 1,
      sourceSha256: `0x${"ab".repeat(32)}`,
      created: PLAN_DATE,
      deadline: 1_800_000_000,
    };
    const bytes = secretBytes("00112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f");
    const of = (secret: Uint8Array, changes: object, line = { line: 2, payeeId: "AG-1" }) =>
      letterSecrets(secret, { ...place, ...changes })(line);

    it("makes the same secret again, and another one for anything else that differs", function () {
      const other = secretBytes("ff112233445566778899aabbccddeeff102132435465768798a9bacbdcedfe0f");
      const all = [
        of(bytes, {}),
        of(other, {}),
        of(bytes, { chainId: 100 }),
        of(bytes, { issuance: getAddress(`0x${"13".repeat(20)}`) }),
        of(bytes, { programmeId: 2 }),
        of(bytes, { sourceSha256: `0x${"ac".repeat(32)}` }),
        of(bytes, { created: "2026-11-24" }),
        of(bytes, { deadline: 1_800_086_400 }),
        of(bytes, {}, { line: 3, payeeId: "AG-1" }),
        of(bytes, {}, { line: 2, payeeId: "AG-2" }),
      ];
      expect(new Set(all).size).to.equal(all.length);
      expect(of(bytes, {})).to.equal(all[0]);
      expect(all[0]).to.match(/^[0-9A-HJKMNP-TV-Z]{24}$/u);
    });

    for (const [what, value] of [
      ["31 bytes", "0f".repeat(31)],
      ["a repeated byte", "0f".repeat(32)],
      ["a pattern", "0123456789abcdef".repeat(4)],
      ["a password", "correct horse battery staple correct horse battery staple 123456"],
      ["half a byte", `${"00112233445566778899aabbccddeeff".repeat(2)}0`],
    ] as const) {
      it(`is not ${what}`, async function () {
        await expectFailure(async () => secretBytes(value), 3, "bonus.letterSecret.bad");
      });
    }
  });

  describe("files", function () {
    const region = loadRegion(REGION);
    const head: LetterHead = {
      region,
      purpose: "bonus",
      runId: 7n,
      site: region.site.url,
      deadline: 1_800_000_000,
      yearlyRateBps: 600,
      contact: "",
    };
    const letter = (n: number) => ({
      line: n,
      payeeId: `AG-${n}`,
      cents: staffCents(n),
      code: "7-ABCDE-FGHJK-MNPQR-STVWX-YZ012",
    });

    it("hold 500 letters at most, one a page, and the list tells which is where", function () {
      const folder = freshFolder();
      const letters = Array.from({ length: LETTERS_PER_FILE + 1 }, (_, n) => letter(n + 2));
      const written: number[] = [];
      const { files, list } = writeLetters(head, letters, folder, (count) => written.push(count));
      expect(files.map((file) => file.split("/").at(-1))).to.deep.equal(["letters-01.html", "letters-02.html"]);
      expect(files.map((file) => pageCount(file))).to.deep.equal([LETTERS_PER_FILE, 1]);
      expect(written).to.deep.equal([LETTERS_PER_FILE, LETTERS_PER_FILE + 1]);
      expect(readFileSync(list, "utf8")).to.include(
        `letters-02.html;1;${LETTERS_PER_FILE + 2};AG-${LETTERS_PER_FILE + 2};`,
      );
    });

    it("take names of regions for text", function () {
      const name = { fr: '<b>Corse</b> & "îles"', en: "x" };
      const document = lettersDocument({ ...head, region: { ...region, name }, contact: "<i>" }, [letter(2)]);
      expect(document).to.include("&lt;b&gt;Corse&lt;/b&gt; &amp; &quot;îles&quot;").and.to.include("&lt;i&gt;");
      expect(document).to.not.include("<b>").and.not.include("<i>");
    });

    it("become PDF files of as many pages where there is a Chromium, and a sentence where there is none", async function () {
      const folder = freshFolder();
      const long = { ...letter(4), payeeId: "A".repeat(64), cents: 1_234_567n };
      const { files } = writeLetters(
        { ...head, contact: "x ".repeat(40).trim() },
        [letter(2), long, letter(3)],
        folder,
      );
      if (chromiumPath() === undefined) {
        await expectFailure(pdfsOf(files), 1, "bonus.letters.noChromium");
        return;
      }
      const [pdf = ""] = await pdfsOf(files);
      expect(statSync(pdf).mode & 0o777).to.equal(0o600);
      expect(readFileSync(pdf, "latin1").match(/\/Type ?\/Page\b/gu)).to.have.length(3);
      expect(readdirSync(folder).filter((name) => name.startsWith(".pdf-"))).to.deep.equal([]);
    });
  });

  describe("reportHtml", function () {
    it("has every line with its fate, the hashes, the sums, the checks and room to sign", async function () {
      const { job, letters, frozen, issuance, people, plan, folders } = await at(openedRegion);
      const [claimed, cancelled] = letters;
      const [person] = people;
      if (!claimed || !cancelled || !person) throw new Error("too few");
      const { hash } = await claimLetter(issuance, frozen, 1n, claimed, person.address as `0x${string}`);
      await cancelLetter({ ...job, only: String(cancelled.line) });
      const report = await reportBonus({ chain, plan, ...folders });
      const page = reportHtml(report);
      const text = page.replaceAll(/<style>[\s\S]*?<\/style>|<[^>]+>/gu, " ").replaceAll(/\s+/gu, " ");
      for (const { payeeId } of frozen.lines) expect(text).to.include(` ${payeeId} `);
      const { run, decisionHash } = report;
      for (const fact of [plan, decisionHash, frozen.sourceSha256, run.proposer, run.approver, hash, person.address]) {
        expect(text).to.include(fact);
      }
      for (const word of ["payée", "retirée", "à retirer", "abandonnée, lettre annulée", "en euros"]) {
        expect(text).to.include(` ${word} `);
      }
      expect(text.match(/☑/gu)).to.have.length(report.result.checks.length);
      expect(text).to.include("L’agent payeur").and.to.include("La personne qui a approuvé");
      expect(page).to.include("counter(pages)").and.to.include("table-header-group");
    });

    it("takes hostile cells for text", async function () {
      const { plan, folders } = await at(openedRegion);
      const report = await reportBonus({ chain, plan, ...folders });
      const hostile = `"><img src=x onerror=alert(1)><script>alert(2)</script>`;
      const lines = report.result.lines.map((line) => ({ ...line, payeeId: hostile, budgetLine: "<b>" }));
      const budgetLines = report.plan.budgetLines.map((each) => ({ ...each, budgetLine: hostile }));
      const changed = { ...report, plan: { ...report.plan, budgetLines }, result: { ...report.result, lines } };
      const page = reportHtml(changed);
      expect(page).to.not.match(/<(?:img|script|b)[ >]/u);
      expect(page).to.include("&lt;script&gt;");
      const formula = {
        ...report,
        result: { ...report.result, lines: lines.map((line) => ({ ...line, payeeId: "=1+1" })) },
      };
      expect(reportCsv(formula)).to.not.match(/(?:^|;)=1/mu);
    });
  });

  describe("cancelLetter", function () {
    it("gives a lost letter's money back, once, and only tries when asked to", async function () {
      const { job, letters, plan, folders, issuance, token } = await at(openedRegion);
      const [lost] = letters;
      if (!lost) throw new Error("too few");
      const only = String(lost.line);
      const supply = await token.totalSupply();
      expect(await cancelLetter({ ...job, only, dryRun: true })).to.include({ isNew: true, cents: lost.claim.amount });
      expect(await token.totalSupply()).to.equal(supply);
      expect(await cancelLetter({ ...job, only })).to.include({ line: lost.line, isNew: true });
      expect(await token.totalSupply()).to.equal(supply - lost.claim.amount);
      expect((await issuance.runOf(1)).returned).to.equal(lost.claim.amount);
      expect(await cancelLetter({ ...job, only })).to.include({ isNew: false });
      const report = await reportBonus({ chain, plan, ...folders });
      checkReport(report);
      expect(report.result.lines.find(({ line }) => line === lost.line)).to.include({ reason: "letterCancelled" });
    });

    it("says so when the letter was claimed, is closed, not open yet, or no letter", async function () {
      const { job, letters, frozen, issuance, people, outsider } = await at(openedRegion);
      const [claimed, other] = letters;
      const [person] = people;
      if (!claimed || !other || !person) throw new Error("too few");
      await claimLetter(issuance, frozen, 1n, claimed, person.address as `0x${string}`);
      await expectFailure(cancelLetter({ ...job, only: String(claimed.line) }), 3, "bonus.cancelLetter.claimed");
      await expectFailure(cancelLetter({ ...job, only: "2" }), 1, "bonus.letters.noLine");
      const stranger = { ...job, officer: outsider as never, only: String(other.line), dryRun: true };
      await expectFailure(cancelLetter(stranger), 3, "common.refused");
      await closeLetters({ ...job, early: true });
      await expectFailure(cancelLetter({ ...job, only: String(other.line) }), 3, "bonus.cancelLetter.closed");
      const approved = await at(approvedRegion);
      const unopened = { ...approved.job, only: String(other.line) };
      await expectFailure(cancelLetter(unopened), 3, "bonus.cancelLetter.unopened");
    });
  });

  describe("closeLetters", function () {
    it("waits for the deadline unless told otherwise, gives back what nobody claimed, and then has nothing to do", async function () {
      const { job, letters, frozen, issuance, token, people, plan, folders } = await at(openedRegion);
      const [claimed, ...others] = letters;
      const [person] = people;
      if (!claimed || !person) throw new Error("too few");
      await claimLetter(issuance, frozen, 1n, claimed, person.address as `0x${string}`);
      await expectFailure(closeLetters(job), 3, "bonus.closeLetters.early");
      const left = others.reduce((sum, { claim }) => sum + claim.amount, 0n);
      expect(await closeLetters({ ...job, early: true, dryRun: true })).to.include({ sheets: 1, cents: left });
      await time.increaseTo((frozen.claims?.deadline ?? 0) + 1);
      expect(await closeLetters(job)).to.include({ sheets: 1, letters: others.length, cents: left });
      expect(await token.balanceOf(issuance)).to.equal(0n);
      expect(await closeLetters(job)).to.include({ sheets: 0, cents: 0n });
      checkReport(await reportBonus({ chain, plan, ...folders }));
      expect((await issuance.programmeOf(1)).committed).to.equal(BigInt(frozen.totals.cents) - left);
    });

    it("has nothing to do before anything is open, and refuses plans without letters", async function () {
      const { job } = await at(approvedRegion);
      expect(await closeLetters(job)).to.include({ sheets: 0 });
    });
  });

  describe("cancelBonus", function () {
    it("frees what an approved run has not paid, once", async function () {
      const { job, frozen, issuance } = await at(approvedRegion);
      const total = BigInt(frozen.totals.cents);
      expect(await cancelBonus({ ...job, dryRun: true })).to.include({ isNew: true, released: total });
      expect((await issuance.programmeOf(1)).committed).to.equal(total);
      expect(await cancelBonus(job)).to.deep.equal({ runId: 1n, isNew: true, released: total, kept: 0n });
      expect((await issuance.programmeOf(1)).committed).to.equal(0n);
      await expectFailure(cancelBonus(job), 3, "bonus.cancel.nothing");
    });

    it("refuses when all is paid, or by an account that is no officer", async function () {
      const { job } = await at(openedRegion);
      await expectFailure(cancelBonus(job), 3, "bonus.cancel.allPaid");
      const { job: approved, approver } = await at(approvedRegion);
      await expectFailure(cancelBonus({ ...approved, officer: approver }), 3, "common.refused");
    });
  });
});

function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), "letters-"));
}

function pageCount(file: string): number {
  return readFileSync(file, "utf8").split('<article class="letter">').length - 1;
}
