// SPDX-License-Identifier: EUPL-1.2
import { ROLES, type RoleName } from "@monnaie-commune/sdk/generated/roles";
import { describe, expect, it } from "vitest";
import { MAIN_PAGES } from "./main-pages.ts";
import { groupsFor } from "./navigation.ts";
import { router } from "./router.tsx";

const everyRole = Object.keys(ROLES) as RoleName[];
const pathsOf = (groups: ReturnType<typeof groupsFor>) => groups.flatMap(({ pages }) => pages.map(({ to }) => to));

describe("navigation", () => {
  it("shows nobody in particular no page of shops", () => {
    expect(groupsFor({ isShop: false, roles: everyRole }).map(({ name }) => name)).not.toContain("shop");
  });

  it("shows pages that are some people's work to them alone", () => {
    const forNobody = pathsOf(groupsFor({ isShop: false, roles: [] }));
    const work = pathsOf(groupsFor({ isShop: false, roles: everyRole })).filter((path) => !forNobody.includes(path));
    for (const role of everyRole) {
      const shown = groupsFor({ isShop: false, roles: [role] }).flatMap(({ pages }) => pages);
      for (const page of shown.filter(({ to }) => work.includes(to))) expect(page.roles).toContain(role);
    }
  });

  it("names each page once, and only pages that exist", () => {
    const paths = [...MAIN_PAGES.map(({ to }) => to), ...pathsOf(groupsFor({ isShop: true, roles: everyRole }))];
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect(router.routesByPath).toHaveProperty([path]);
  });
});
