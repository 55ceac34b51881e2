// SPDX-License-Identifier: EUPL-1.2

/** The first three of a fixture's people. */
export function threeOf<Person>(people: readonly Person[]): [Person, Person, Person] {
  const [first, second, third] = people;
  if (first === undefined || second === undefined || third === undefined) throw new Error("Fewer than three people");
  return [first, second, third];
}
