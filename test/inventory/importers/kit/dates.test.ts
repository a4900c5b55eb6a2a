import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDate as read, type DateReading } from "../../../../src/inventory/importers/kit/dates.js";
import { isPartialDate } from "../../../../src/source/partial-date.js";

const two = (value: number): string => String(value).padStart(2, "0");

const readDate = (text: string): DateReading => read(text, "month/day/year");

describe("readDate, month/day/year", () => {
  it.each([
    ["2025-09-08 00:00:00", "2025-09-08"],
    ["2025-09-08", "2025-09-08"],
    ["2025-09-08T10:30:00", "2025-09-08"],
    ["01/15/2026 00:00:00", "2026-01-15"],
    ["1/30/2026", "2026-01-30"],
    ["6/2/2025", "2025-06-02"],
    ["10/1/2018", "2018-10-01"],
    ["10/14/2024", "2024-10-14"],
    ["9/11/2024 0:00", "2024-09-11"],
    ["9/1/2019 0:00", "2019-09-01"],
    ["10/1/2024 0:00", "2024-10-01"],
    ["01/2024", "2024-01"],
    ["2024-01", "2024-01"],
    ["2020", "2020"],
    ["July 2025", "2025-07"],
    ["Sept. 2024", "2024-09"],
    ["March 3, 2021", "2021-03-03"],
    ["2/29/2024", "2024-02-29"],
  ])("reads %s as %s", (text, date) => {
    expect(readDate(text)).toEqual({ kind: "date", date, ambiguous: false });
  });

  it.each([
    ["Jul-25", "2025-07"],
    ["Jan-03", "2003-01"],
    ["Dec-99", "1999-12"],
    ["Jan-30", "2030-01"],
  ])("reads %s as the month %s and says that it is ambiguous", (text, date) => {
    expect(readDate(text)).toEqual({ kind: "date", date, ambiguous: true });
  });

  it.each([
    "13/1/2025",
    "15/01/2025",
    "2/29/2023",
    "2025-02-30",
    "00/2024",
    "13/2024",
    "0/0/2020",
    "0203",
    "1900",
    "9999",
  ])("finds %s impossible", (text) => {
    expect(readDate(text)).toEqual({ kind: "impossible" });
  });

  it.each([
    "",
    "TBD",
    "Q3 2025",
    "45678",
    "25-Jul",
    "Jul-45",
    "Foo-25",
    "1/2/25",
    "2025-09-08 25:00",
    "1/30/2026 and later",
    "~2020",
  ])("does not read %j", (text) => {
    expect(readDate(text)).toEqual({ kind: "unreadable" });
  });

  it("keeps precision and order in every spelling of every day", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1950, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (y, m, d) => {
          const day = `${String(y)}-${two(m)}-${two(d)}`;
          const expected = isPartialDate(day) ? { kind: "date", date: day, ambiguous: false } : { kind: "impossible" };
          for (const text of [
            day,
            `${day} 00:00:00`,
            `${String(m)}/${String(d)}/${String(y)}`,
            `${two(m)}/${two(d)}/${String(y)} 00:00:00`,
            `${String(m)}/${String(d)}/${String(y)} 0:00`,
          ]) {
            expect(readDate(text)).toEqual(expected);
          }
          expect(readDate(`${two(m)}/${String(y)}`)).toEqual({ kind: "date", date: day.slice(0, 7), ambiguous: false });
          expect(readDate(String(y))).toEqual({ kind: "date", date: String(y), ambiguous: false });
        },
      ),
    );
  });

  it("never gives a date that does not exist", () => {
    const text = fc.string({
      unit: fc.constantFrom("0", "1", "2", "3", "9", "20", "/", "-", " ", ":", "Jan", "Feb"),
      maxLength: 14,
    });
    fc.assert(
      fc.property(text, (written) => {
        const reading = readDate(written);
        expect(reading.kind !== "date" || isPartialDate(reading.date)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("readDate in other orders", () => {
  it.each([
    ["5/1/2025", "2025-01-05"],
    ["15/01/2025", "2025-01-15"],
    ["15/01/2025 10:30", "2025-01-15"],
    ["01/2025", "2025-01"],
    ["3 March 2021", "2021-03-03"],
    ["3. Mar 2021", "2021-03-03"],
    ["2025-01-15", "2025-01-15"],
  ])("day/month/year reads %s as %s", (text, date) => {
    expect(read(text, "day/month/year")).toEqual({ kind: "date", date, ambiguous: false });
  });

  it.each([
    ["2003-05-1", "2003-05-01"],
    ["2025-01-15T10:30:00Z", "2025-01-15"],
    ["2025-01-15T23:30:00.123+02:00", "2025-01-15"],
    ["2025-01-15 23:30:00 UTC", "2025-01-15"],
    ["2025-01", "2025-01"],
    ["2025", "2025"],
    ["March 2025", "2025-03"],
  ])("iso reads %s as %s", (text, date) => {
    expect(read(text, "iso")).toEqual({ kind: "date", date, ambiguous: false });
  });

  it("does not guess an order that the format does not have", () => {
    expect(read("1/2/2025", "iso")).toEqual({ kind: "unreadable" });
    expect(read("01/2025", "iso")).toEqual({ kind: "unreadable" });
    expect(read("01/15/2025", "day/month/year")).toEqual({ kind: "impossible" });
    expect(read("3 March 2021", "month/day/year")).toEqual({ kind: "unreadable" });
    expect(read("2025-01-15T10:30:00Z", "day/month/year")).toEqual({ kind: "unreadable" });
  });
});
