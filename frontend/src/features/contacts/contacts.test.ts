// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { contactsFile, importContacts, type Import } from "./contact-file.ts";
import { nameProblem, withContact, type Contact } from "./contacts.ts";

const ANNE = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
const BRUNO = "0x71bE63f3384f5fb98995898A86B02Fb2426c5788";
const SHOP = "0xFABB0ac9d68B0B445fB7357272Ff202C5651694a";
const SHOPS: Contact[] = [{ address: SHOP, name: "La Fournée du Mail" }];
const KNOWN: Contact[] = [{ address: ANNE, name: "Anne" }];

const problem = (name: string, address: Contact["address"] = BRUNO) => nameProblem(name, address, KNOWN, SHOPS);

function problemsOf(result: Import) {
  if ("contacts" in result) throw new Error("It was taken");
  return result.problems;
}

describe("nameProblem", () => {
  it("takes the names people have", () => {
    for (const name of ["Bruno", "Zoë O’Connor", "Αθηνά", "Мария", "Marché n° 3", "O"]) {
      expect([name, problem(name)]).toEqual([name, undefined]);
    }
  });

  it("refuses what hides", () => {
    expect(problem("enn\u202Eа")?.code).toBe("direction");
    expect(problem("Bru\u200Bno")?.code).toBe("invisible");
    expect(problem("Bru\u0007no")?.code).toBe("control");
    expect(problem(" \u00A0 ")?.code).toBe("empty");
    expect(problem("…")?.code).toBe("empty");
    expect(problem("a".repeat(41))?.code).toBe("long");
  });

  it("refuses what imitates a shop or another contact, in any alphabet", () => {
    for (const name of ["LA FOURNÉE DU MAIL", "La Fournee du Mail", "La Foumée du Mail", "La F0urnée du Mai1"]) {
      expect([name, problem(name)]).toEqual([name, { code: "shop", other: "La Fournée du Mail" }]);
    }
    expect(problem("Аnnе")?.code).toBe("mixed");
    expect(problem("А nne")).toEqual({ code: "taken", other: "Anne" });
  });

  it("lets a contact keep its own name, and name a shop's own account", () => {
    expect(problem("ANNE", ANNE)).toBeUndefined();
    expect(problem("La Fournée", SHOP)).toBeUndefined();
  });
});

describe("withContact", () => {
  it("keeps one name for an account, tidied, in the order of names", () => {
    const named = withContact(withContact(KNOWN, { address: BRUNO, name: " Éric   B. " }), {
      address: ANNE,
      name: "Zoë",
    });
    expect(named).toEqual([
      { address: BRUNO, name: "Éric B." },
      { address: ANNE, name: "Zoë" },
    ]);
  });
});

describe("contacts as a file", () => {
  const all: Contact[] = [
    { address: ANNE, name: "Anne" },
    { address: BRUNO, name: '=Bruno; "le boulanger"' },
  ];

  it("come back from both forms as they were", () => {
    for (const format of ["json", "csv"] as const) {
      expect(importContacts(contactsFile(all, format), [], SHOPS, "keep")).toEqual({
        contacts: [all[1], all[0]],
        added: 2,
        renamed: 0,
        kept: 0,
      });
    }
  });

  it("hold no cell that a spreadsheet would run", () => {
    expect(contactsFile(all, "csv")).toContain("'=Bruno");
  });

  it("keep the names of this device, or take the file's, as one says", () => {
    const text = `nom;adresse\nAnne-Marie;${ANNE}\nBruno;${BRUNO}\n`;
    expect(importContacts(text, KNOWN, [], "keep")).toMatchObject({ added: 1, renamed: 0, kept: 1 });
    const replaced = importContacts(text, KNOWN, [], "replace");
    expect(replaced).toMatchObject({ added: 1, renamed: 1, kept: 0 });
    expect("contacts" in replaced && replaced.contacts[0]).toEqual({ address: ANNE, name: "Anne-Marie" });
  });

  it("name the line of each thing that is wrong, and change nothing", () => {
    const text = `name,address\nBruno,${BRUNO}\nBruno,${BRUNO}\nX,0x12\n\nAnne,${SHOP}\nla fournée du mail,${BRUNO.replace("5788", "5789").toLowerCase()}\n`;
    expect(problemsOf(importContacts(text, KNOWN, SHOPS, "keep"))).toEqual([
      { line: 3, code: "twice" },
      { line: 4, code: "address" },
      { line: 6, code: "taken", other: "Anne" },
      { line: 7, code: "shop", other: "La Fournée du Mail" },
    ]);
  });

  it("are refused when they are none", () => {
    const code = (text: string) => problemsOf(importContacts(text, [], [], "keep"))[0]?.code;
    expect(code("{")).toBe("json");
    expect(code('{"contacts":[]}')).toBe("format");
    expect(code("a;b\n1;2")).toBe("header");
    expect(code('nom;adresse\n"x;y')).toBe("quotes");
    expect(code("x".repeat(200_001))).toBe("size");
  });
});
