import { isPartialDate, type PartialDate } from "../../../source/partial-date.js";

/** What a date cell says. */
export type DateReading =
  | {
      readonly kind: "date";
      readonly date: PartialDate;
      /** The text could have meant something else; the date is the only reading that names a year. */
      readonly ambiguous: boolean;
    }
  /** Written like a date, but no such day or month exists, or the year cannot be that of an AI system. */
  | { readonly kind: "impossible" }
  | { readonly kind: "unreadable" };

/** Years that a system in an inventory can have started in or be planned for; outside, the cell holds something else. */
const FIRST_YEAR = 1950;
const LAST_YEAR = 2100;
/** Two-digit years: up to this one in this century, from the other one on in the last; between the two they are not read. */
const LAST_SHORT_YEAR = 30;
const FIRST_OLD_SHORT_YEAR = 70;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;
const monthNames: ReadonlyMap<string, number> = new Map([
  ...months.map((name, index): [string, number] => [name, index + 1]),
  ...[
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
  ].map((name): [string, number] => [name, months.findIndex((each) => name.startsWith(each)) + 1]),
  ["sept", 9],
]);

const time = String.raw`(?:[T ]+(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)?`;
const isoDay = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${time}$`);
const isoMonth = /^(\d{4})-(\d{1,2})$/;
const usDay = new RegExp(String.raw`^(\d{1,2})\/(\d{1,2})\/(\d{4})${time}$`);
const usMonth = /^(\d{1,2})\/(\d{4})$/;
const year = /^(\d{4})$/;
const nameAndShortYear = /^([a-z]+)-(\d{2})$/;
const nameAndYear = /^([a-z]+)\.?[ -](\d{4})$/;
const nameDayYear = /^([a-z]+)\.? (\d{1,2}), ?(\d{4})$/;

/**
 * Reads a date as the federal inventories write them: ISO days, month/day/year (always in this order), month/year, a bare year,
 * names of months, each with or without a time of day, which is dropped. The precision stays what it was: `01/2024` is a month,
 * `2020` a year. `Jul-25` is July 2025 (25 July would be no date without a year) and marked as ambiguous.
 */
export function readDate(text: string): DateReading {
  const written = text.trim().replace(/\s+/g, " ");
  let match = isoDay.exec(written);
  if (match) return day(match[1], match[2], match[3]);
  match = usDay.exec(written);
  if (match) return day(match[3], match[1], match[2]);
  match = isoMonth.exec(written);
  if (match) return day(match[1], match[2]);
  match = usMonth.exec(written);
  if (match) return day(match[2], match[1]);
  match = year.exec(written);
  if (match) return day(match[1]);
  const words = written.toLowerCase();
  match = nameAndShortYear.exec(words);
  if (match) return named(match[1], shortYear(match[2] ?? ""), undefined, true);
  match = nameAndYear.exec(words);
  if (match) return named(match[1], match[2]);
  match = nameDayYear.exec(words);
  if (match) return named(match[1], match[3], match[2]);
  return { kind: "unreadable" };
}

function named(name = "", yearDigits: string | undefined, dayDigits?: string, ambiguous = false): DateReading {
  const month = monthNames.get(name);
  if (month === undefined || yearDigits === undefined) return { kind: "unreadable" };
  return day(yearDigits, String(month), dayDigits, ambiguous);
}

function day(yearDigits = "", monthDigits?: string, dayDigits?: string, ambiguous = false): DateReading {
  const parts = [yearDigits, monthDigits?.padStart(2, "0"), dayDigits?.padStart(2, "0")];
  const date = parts.filter((part) => part !== undefined).join("-");
  if (!isPartialDate(date) || Number(yearDigits) < FIRST_YEAR || Number(yearDigits) > LAST_YEAR)
    return { kind: "impossible" };
  return { kind: "date", date, ambiguous };
}

function shortYear(digits: string): string | undefined {
  if (Number(digits) <= LAST_SHORT_YEAR) return `20${digits}`;
  return Number(digits) >= FIRST_OLD_SHORT_YEAR ? `19${digits}` : undefined;
}
