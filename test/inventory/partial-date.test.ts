import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { earliestDay, isPartialDate, latestDay } from "../../src/source/partial-date.js";

describe("isPartialDate", () => {
  it.each(["2026", "0001", "9999", "2026-11", "2026-11-01", "2024-02-29", "2000-02-29", "2026-12-31"])(
    "accepts %s",
    (text) => {
      expect(isPartialDate(text)).toBe(true);
    },
  );

  it.each(
    [
      [
        "",
        "26",
        "02026",
        "2026-1",
        "2026-1-1",
        "2026-11-1",
        "2026/11/01",
        "2026-11-01T00:00:00Z",
        " 2026",
        "2026-11-01\n",
      ],
      [
        "0000",
        "0000-01",
        "0000-01-01",
        "2026-00",
        "2026-13",
        "2026-01-00",
        "2026-01-32",
        "2026-04-31",
        "2026-02-29",
        "1900-02-29",
        "２０２６",
      ],
    ].flat(),
  )("refuses %j", (text) => {
    expect(isPartialDate(text)).toBe(false);
  });

  it("agrees with the calendar of the platform on every day", () => {
    const days = fc.record({
      year: fc.integer({ min: 1, max: 9999 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    });
    fc.assert(
      fc.property(days, ({ year, month, day }) => {
        const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        const instant = new Date(`${text}T00:00:00Z`);
        const exists = !Number.isNaN(instant.valueOf()) && instant.toISOString().startsWith(text);
        expect(isPartialDate(text)).toBe(exists);
      }),
    );
  });
});

describe("the days that a partial date can mean", () => {
  it.each([
    ["2026", "2026-01-01", "2026-12-31"],
    ["2026-02", "2026-02-01", "2026-02-28"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2026-04", "2026-04-01", "2026-04-30"],
    ["2026-12", "2026-12-01", "2026-12-31"],
    ["2026-11-05", "2026-11-05", "2026-11-05"],
  ])("of %s lie between %s and %s", (date, earliest, latest) => {
    expect([earliestDay(date), latestDay(date)]).toEqual([earliest, latest]);
  });
});
