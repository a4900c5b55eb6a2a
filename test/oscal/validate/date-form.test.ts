import { describe, expect, test } from "vitest";
import { dateForm } from "../../../src/oscal/validate/schema/date-form.js";

const usual = {
  day: { form: "a day that exists, such as 2026-04-14" },
  moment: { form: "a date and time that exists, with its time zone, such as 2026-04-14T09:00:00Z" },
};
const leapDay = {
  form: "the day before or after, and say so in the remarks",
  because: "The day exists, but OSCAL's pattern leaves out 29 February of the years before 2000.",
};

describe("a moment that OSCAL does not take", () => {
  test.each([
    ["2026-02-30T00:00:00Z"],
    ["2025-02-29T00:00:00Z"],
    ["2026-04-31"],
    ["2026-04-14T24:00:00Z"],
    ["2026-04-14T00:00:60Z"],
    ["2026-04-14T00:00:00+99:00"],
    ["2026-04-14 00:00:00Z"],
    ["last week"],
  ])("%s does not exist, or is of another form", (text) => {
    expect(dateForm(text, "moment")).toEqual(usual.moment);
  });

  test("29 February of a year before 2000 exists", () => {
    expect(dateForm("1996-02-29T00:00:00Z", "moment")).toEqual(leapDay);
    expect(dateForm("1900-02-29T00:00:00Z", "moment")).toEqual(usual.moment);
  });

  test("a day without its time", () => {
    for (const day of ["2026-04-14", "2026-04-14Z"]) {
      expect(dateForm(day, "moment")).toEqual({
        form: "its time and time zone too, such as 2026-04-14T00:00:00Z",
        because: "The day exists, but its time is missing.",
      });
    }
    expect(dateForm("1996-02-29", "moment")).toEqual({
      form: "the day before or after with a time and a time zone, and say so in the remarks",
      because:
        "The day exists, but its time is missing, and OSCAL's pattern leaves out 29 February of the years before 2000.",
    });
  });

  test("an offset that the pattern lacks", () => {
    expect(dateForm("2026-06-01T08:15:30.5-02:30", "moment")).toEqual({
      form: "the same moment in UTC: 2026-06-01T10:45:30.500Z",
      because: "The moment exists, but OSCAL's pattern does not have the offset -02:30.",
      guess: "2026-06-01T10:45:30.500Z",
    });
  });

  test("a missing time zone, and a year out of range", () => {
    expect(dateForm("2026-06-01T08:15:30", "moment").form).toBe(
      "its time zone too: Z for UTC, or an offset such as +01:00",
    );
    expect(dateForm("1850-06-01T08:15:30Z", "moment").because).toBe("OSCAL takes no other years.");
  });
});

test("a day that OSCAL does not take", () => {
  expect(dateForm("1996-02-29", "day")).toEqual(leapDay);
  expect(dateForm("2026-02-29", "day")).toEqual(usual.day);
  expect(dateForm("2026-04-14T00:00:00Z", "day")).toEqual(usual.day);
});
