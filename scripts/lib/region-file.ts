// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Region } from "@monnaie-commune/sdk/regions";
import { Failure } from "./failure.ts";
import { t } from "./messages.ts";
import { checkRegion, type RegionProblem } from "./region-checks.ts";

const FOLDER = fileURLToPath(new URL("../config/regions/", import.meta.url));
const ENDING = ".json";

/** The slugs of the regions in scripts/config/regions, in alphabetical order. */
export function regionNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .toSorted();
}

/**
 * The file of a region, given by its slug or as a path.
 * @throws Failure when there is no such file.
 */
export function regionPath(nameOrPath: string): string {
  const path = regionNames().includes(nameOrPath) ? resolve(FOLDER, nameOrPath + ENDING) : resolve(nameOrPath);
  if (!existsSync(path)) {
    throw new Failure(1, "region.notFound", { name: nameOrPath, known: regionNames().join(", ") });
  }
  return path;
}

/**
 * What a region file holds, and everything that is wrong with it.
 * @throws Failure when it cannot be read as JSON.
 */
export function readRegionFile(path: string): { value: unknown; problems: RegionProblem[] } {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(1, "region.notJson", { file: basename(path), reason }, { cause: error });
  }
  const problems = checkRegion(value);
  if (problems.length === 0) {
    const { slug } = value as Region;
    if (basename(path) !== slug + ENDING) {
      problems.push({ path: "/slug", key: "otherFileName", parameters: { value: slug, file: basename(path) } });
    }
  }
  return { value, problems };
}

/** One line about a problem: the path of the field, and what to do. */
export function regionProblemLine({ path, key, parameters }: RegionProblem): string {
  return `${path}  ${t(`region.problems.${key}`, parameters)}`;
}

/**
 * A valid region, given by its slug or by the path of its file.
 * @throws Failure when there is none, or its file has a problem.
 */
export function loadRegion(nameOrPath: string): Region {
  const path = regionPath(nameOrPath);
  const { value, problems } = readRegionFile(path);
  const [first] = problems;
  if (first === undefined) return value as Region;
  throw new Failure(1, "region.invalid", {
    file: basename(path),
    problem: regionProblemLine(first),
    count: problems.length,
  });
}
