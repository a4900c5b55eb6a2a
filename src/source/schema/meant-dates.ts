import { isPartialDate } from "../partial-date.js";

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * The dates that a text in another form may mean: one, two where day and month may have changed places, or none. Dots stand behind the day
 * and then the month; slashes are read both ways.
 */
export function meantDates(text: string): readonly string[] {
  const dates = readings(text.trim()).map((parts) => parts.map((part) => part.padStart(2, "0")).join("-"));
  return [...new Set(dates)].filter(isPartialDate);
}

/** Why a day of the right form is no date: its month has fewer days. */
export function missingDay(text: string): string | undefined {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (day === "" || Number(day) < 29 || !isPartialDate(`${year}-${month}`)) return undefined;
  const last = [31, 30, 29, 28].find((each) => isPartialDate(`${year}-${month}-${String(each)}`));
  return last === undefined ? undefined : `${year}-${month} has ${String(last)} days`;
}

/** Year, month and day as texts, as many as there are. */
function readings(text: string): (readonly string[])[] {
  let match = /^(\d{4}-\d\d-\d\d)[T ]/.exec(text);
  if (match !== null) return [[match[1] ?? ""]];
  match = /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?\.?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (match !== null) {
    const [, year = "", month = "", day] = match;
    return day === undefined
      ? [[year, month]]
      : [[year, month, day], ...(Number(month) > 12 ? [[year, day, month]] : [])];
  }
  match = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/.exec(text);
  if (match !== null) {
    const [, first = "", sign, second = "", year = ""] = match;
    return sign === "."
      ? [[year, second, first]]
      : [
          [year, second, first],
          [year, first, second],
        ];
  }
  match = /^(\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (match !== null) return [[match[2] ?? "", match[1] ?? ""]];
  match = /^(?:(\d{1,2})(?:st|nd|rd|th|\.)?[- ])?([A-Za-z]{3,9})\.?[- ](?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})$/.exec(
    text,
  );
  if (match === null) return [];
  const [, before, name = "", behind, year = ""] = match;
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const day = before ?? behind;
  return month === 0 ? [] : [[year, String(month), ...(day === undefined ? [] : [day])]];
}
