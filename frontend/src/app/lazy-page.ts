// SPDX-License-Identifier: EUPL-1.2
import { lazyRouteComponent } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Namespace } from "../i18n/resources.ts";

/** A page and its texts, asked for at the same time. Texts that are not named here come when they are first used. */
export function lazyPage<Module extends { default: () => ReactNode }>(
  load: () => Promise<Module>,
  texts: readonly Namespace[],
) {
  return lazyRouteComponent(async () => {
    const ready = import("../i18n/i18n.ts").then(({ loadTexts }) => loadTexts(texts));
    const [module] = await Promise.all([load(), ready]);
    return module;
  });
}
