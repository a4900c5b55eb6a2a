/** A calendar date with the precision that is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO 8601, proleptic Gregorian calendar). */
export type PartialDate = string;

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether the text is a partial date that exists in the calendar. */
export function isPartialDate(text: string): text is PartialDate {
  const match = shape.exec(text);
  if (!match) return false;
  const [, year, month, day] = match;
  if (Number(year) < 1) return false;
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month)));
}

/** First day that the date can mean, as `YYYY-MM-DD`. */
export function earliestDay(date: PartialDate): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** Last day that the date can mean, as `YYYY-MM-DD`. */
export function latestDay(date: PartialDate): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 7) return `${date}-${String(daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))))}`;
  return date;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Formats of the descriptor schema that JSON Schema does not know; the generated validators look them up here. */
export const descriptorFormats: { readonly "partial-date": (text: string) => boolean } = {
  "partial-date": isPartialDate,
};
