// SPDX-License-Identifier: EUPL-1.2

/** A region's land as sdk/generated/places/<region>.json holds it, in kilometres from its north-west corner. */
export type PlacesFile = {
  size: [width: number, height: number];
  departments: { code: string; path: string; label: [x: number, y: number] }[];
  rivers: { name: string; points: [x: number, y: number][] }[];
  /** Code, name, postcodes, x, y; 1 at the end when the place is only about. */
  communes: (
    | [code: string, name: string, postcodes: string, x: number, y: number]
    | [code: string, name: string, postcodes: string, x: number, y: number, isAbout: 1]
  )[];
};

/** A commune and where it lies; `isAbout` when it was put in the midst of its neighbours. */
export type Commune = { code: string; name: string; postcodes: string[]; x: number; y: number; isAbout: boolean };

export type Places = Omit<PlacesFile, "communes"> & { communes: ReadonlyMap<string, Commune> };

export function readPlaces({ communes, ...rest }: PlacesFile): Places {
  const read = communes.map(([code, name, postcodes, x, y, about]): [string, Commune] => [
    code,
    { code, name, postcodes: postcodes === "" ? [] : postcodes.split(" "), x, y, isAbout: about === 1 },
  ]);
  return { ...rest, communes: new Map(read) };
}

/** Communes that share a postcode, by name. */
export function communesWithPostcode({ communes }: Places, postcode: string): Commune[] {
  return [...communes.values()]
    .filter(({ postcodes }) => postcodes.includes(postcode))
    .toSorted((one, other) => one.name.localeCompare(other.name, "fr"));
}

/** Whole kilometres between two communes as the crow flies; undefined when one of them is not of the region. */
export function distanceKm({ communes }: Places, from: string, to: string): number | undefined {
  const [one, other] = [communes.get(from), communes.get(to)];
  return one && other ? Math.round(Math.hypot(one.x - other.x, one.y - other.y)) : undefined;
}
