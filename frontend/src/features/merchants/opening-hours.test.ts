// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { nowInFrance, openSpan, parseHours } from "./opening-hours.ts";

const span = (from: number, to: number) => ({ from: from * 60, to: to * 60 });

describe("parseHours", () => {
  it("reads ranges and lists of days, several spans, and half hours", () => {
    const week = parseHours("mar.–sam. 9 h – 12 h et 14 h – 18 h 30, dim. 7 h – 13 h");
    const weekday = [span(9, 12), span(14, 18.5)];
    expect(week).toEqual([[], weekday, weekday, weekday, weekday, weekday, [span(7, 13)]]);
    expect(parseHours("mer., ven. et sam. 10 h – 18 h")?.map((day) => day.length)).toEqual([0, 0, 1, 0, 1, 1, 0]);
  });

  it("reads how people write it elsewhere", () => {
    expect(parseHours("du mardi au jeudi de 9h30 à 17h")?.[2]).toEqual([span(9.5, 17)]);
    expect(parseHours("Lundi-vendredi 8:00-17:30")?.[4]).toEqual([span(8, 17.5)]);
    expect(parseHours("tous les jours 8 h – 20 h")?.every((day) => day.length === 1)).toBe(true);
    expect(parseHours("sam.–lun. 8 h – 9 h")?.map((day) => day.length)).toEqual([1, 0, 0, 0, 0, 1, 1]);
  });

  it.each([
    "tous les jours, selon les séances",
    "les soirs de concert, dès 19 h 30",
    "toute l’année, sur réservation",
    "jour et nuit, avec la carte",
    "9 h – 18 h",
    "lun. 18 h – 9 h",
    "lun. 9 h",
    "lun. 9 h – 25 h",
    "mar.–sam.",
    "",
  ])("guesses nothing from %j", (text) => {
    expect(parseHours(text)).toBeUndefined();
  });
});

describe("openSpan", () => {
  const week = parseHours("mar. 9 h – 12 h") ?? [];

  it("is open from the first minute to the last, in French time", () => {
    const at = (text: string) => openSpan(week, nowInFrance(new Date(text)));
    expect(at("2026-11-24T07:59:00Z")).toBeUndefined();
    expect(at("2026-11-24T08:00:00Z")).toEqual(span(9, 12));
    expect(at("2026-11-24T10:59:00Z")).toEqual(span(9, 12));
    expect(at("2026-11-24T11:00:00Z")).toBeUndefined();
    expect(at("2026-11-25T08:00:00Z")).toBeUndefined();
  });
});
