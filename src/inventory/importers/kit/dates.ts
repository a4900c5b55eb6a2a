import { isPartialDate, type PartialDate } from "../../../source/partial-date.js";

/**
 * How a format writes dates in digits, beside the ISO order of year-month-day, which is always read. Where the order is `iso`, times
 * of day may name a zone: the day is the one that is written.
 */
export type DateOrder = "iso" | "month/day/year" | "day/month/year";

/** A text read as a date. */
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

/** Years that a system in an inventory can have started in or be planned for; outside, the text is something else. */
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

const clock = String.raw`[T ]+(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?`;
const time = `(?:${clock})?`;
const zonedTime = String.raw`(?:${clock}(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?`;
const isoDate = String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})`;
const isoDay = new RegExp(`${isoDate}${time}$`);
const zonedDay = new RegExp(`${isoDate}${zonedTime}$`);
const isoMonth = /^(\d{4})-(\d{1,2})$/;
const slashedDay = new RegExp(String.raw`^(\d{1,2})\/(\d{1,2})\/(\d{4})${time}$`);
const slashedMonth = /^(\d{1,2})\/(\d{4})$/;
const year = /^(\d{4})$/;
const nameAndShortYear = /^([a-z]+)-(\d{2})$/;
const nameAndYear = /^([a-z]+)\.?[ -](\d{4})$/;
const nameDayYear = /^([a-z]+)\.? (\d{1,2}), ?(\d{4})$/;
const dayNameYear = /^(\d{1,2})\.? ([a-z]+)\.? (\d{4})$/;

/**
 * Reads a date as people write it: ISO days, days in digits in the given order, month/year, a bare year, English names of months, each
 * with or without a time of day, which is dropped. The precision stays what it was: `01/2024` is a month, `2020` a year. `Jul-25` is
 * July 2025 (25 July would not be a date without a year) and marked as ambiguous.
 */
export function readDate(text: string, order: DateOrder): DateReading {
  const written = text.trim().replace(/\s+/g, " ");
  return inDigits(written, order) ?? inWords(written.toLowerCase(), order) ?? { kind: "unreadable" };
}

function inDigits(written: string, order: DateOrder): DateReading | undefined {
  let match = (order === "iso" ? zonedDay : isoDay).exec(written);
  if (match) return day(match[1], match[2], match[3]);
  match = isoMonth.exec(written);
  if (match) return day(match[1], match[2]);
  match = year.exec(written);
  if (match) return day(match[1]);
  if (order === "iso") return undefined;
  match = slashedDay.exec(written);
  if (match) {
    const [, first, second, years] = match;
    return order === "month/day/year" ? day(years, first, second) : day(years, second, first);
  }
  match = slashedMonth.exec(written);
  return match ? day(match[2], match[1]) : undefined;
}

function inWords(written: string, order: DateOrder): DateReading | undefined {
  let match = nameAndShortYear.exec(written);
  if (match) return named(match[1], shortYear(match[2] ?? ""), undefined, true);
  match = nameAndYear.exec(written);
  if (match) return named(match[1], match[2]);
  match = nameDayYear.exec(written);
  if (match) return named(match[1], match[3], match[2]);
  match = order === "day/month/year" ? dayNameYear.exec(written) : null;
  return match ? named(match[2], match[3], match[1]) : undefined;
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
