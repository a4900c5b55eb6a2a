/** Go's time layouts: a layout shows how the reference time, Mon Jan 2 15:04:05 MST 2006, would be written. */

export type LayoutField =
  | "year"
  | "yearOfCentury"
  | "monthName"
  | "monthShortName"
  | "month"
  | "weekdayName"
  | "weekdayShortName"
  | "day"
  | "dayOfYear"
  | "hour"
  | "hour12"
  | "minute"
  | "second"
  | "fraction"
  | "halfDay"
  | "offset"
  | "zoneName";

export interface LayoutElement {
  readonly field: LayoutField;
  /** Least number of digits, or the digits of a fraction. */
  readonly width: number;
  /** Of a number: padded with spaces instead of zeros. Of a fraction: trailing zeros are dropped. Of half days: am and pm. */
  readonly loose: boolean;
  /** Of a fraction: its separator. Of an offset: its shape, as the layout writes it. */
  readonly shape: string;
}

/** Literal texts and elements in turn. */
export type Layout = readonly (string | LayoutElement)[];

const NAMED_LAYOUTS: ReadonlyMap<string, string> = new Map([
  ["ANSIC", "Mon Jan _2 15:04:05 2006"],
  ["UnixDate", "Mon Jan _2 15:04:05 MST 2006"],
  ["RubyDate", "Mon Jan 02 15:04:05 -0700 2006"],
  ["RFC822", "02 Jan 06 15:04 MST"],
  ["RFC822Z", "02 Jan 06 15:04 -0700"],
  ["RFC850", "Monday, 02-Jan-06 15:04:05 MST"],
  ["RFC1123", "Mon, 02 Jan 2006 15:04:05 MST"],
  ["RFC1123Z", "Mon, 02 Jan 2006 15:04:05 -0700"],
  ["RFC3339", "2006-01-02T15:04:05Z07:00"],
  ["RFC3339Nano", "2006-01-02T15:04:05.999999999Z07:00"],
]);

export const RFC3339_NANO = "RFC3339Nano";
export const RFC3339 = "RFC3339";

const plain = (field: LayoutField, width = 0, loose = false): Omit<LayoutElement, "shape"> => ({ field, width, loose });

// In the order in which they are tried at a place of the layout.
const ELEMENTS: readonly (readonly [RegExp, Omit<LayoutElement, "shape">])[] = [
  [/January/uy, plain("monthName")],
  [/Jan(?![a-z])/uy, plain("monthShortName")],
  [/Monday/uy, plain("weekdayName")],
  [/Mon(?![a-z])/uy, plain("weekdayShortName")],
  [/MST/uy, plain("zoneName")],
  [/01/uy, plain("month", 2)],
  [/02/uy, plain("day", 2)],
  [/03/uy, plain("hour12", 2)],
  [/04/uy, plain("minute", 2)],
  [/05/uy, plain("second", 2)],
  [/06/uy, plain("yearOfCentury", 2)],
  [/002/uy, plain("dayOfYear", 3)],
  [/15/uy, plain("hour", 2)],
  [/1/uy, plain("month")],
  [/2006/uy, plain("year", 4)],
  [/2/uy, plain("day")],
  // "_2006" is an underscore and the year.
  [/_2(?!006)/uy, plain("day", 2, true)],
  [/__2/uy, plain("dayOfYear", 3, true)],
  [/3/uy, plain("hour12")],
  [/4/uy, plain("minute")],
  [/5/uy, plain("second")],
  [/PM/uy, plain("halfDay")],
  [/pm/uy, plain("halfDay", 0, true)],
  [/[-Z]07(?:0000|:00:00|00|:00)?/uy, plain("offset")],
  [/[.,]0+(?!\d)/uy, plain("fraction")],
  [/[.,]9+(?!\d)/uy, plain("fraction", 0, true)],
];

const layouts = new Map<string, Layout>();
const MOST_CACHED_LAYOUTS = 200;

/** Reads a layout, or the name of one of Go's own. */
export function layoutOf(text: string): Layout {
  const known = layouts.get(text);
  if (known !== undefined) return known;
  const layout = readLayout(NAMED_LAYOUTS.get(text) ?? text);
  if (layouts.size >= MOST_CACHED_LAYOUTS) layouts.clear();
  layouts.set(text, layout);
  return layout;
}

function readLayout(text: string): Layout {
  const layout: (string | LayoutElement)[] = [];
  let literal = "";
  for (let at = 0; at < text.length;) {
    const found = elementAt(text, at);
    if (found === undefined) {
      literal += text.charAt(at);
      at++;
      continue;
    }
    layout.push(literal, found.element);
    literal = "";
    at += found.length;
  }
  layout.push(literal);
  return layout;
}

function elementAt(text: string, at: number): { element: LayoutElement; length: number } | undefined {
  for (const [pattern, element] of ELEMENTS) {
    pattern.lastIndex = at;
    const shape = pattern.exec(text)?.[0];
    if (shape === undefined) continue;
    const width = element.field === "fraction" ? shape.length - 1 : element.width;
    return {
      element: { ...element, width, shape: element.field === "fraction" ? shape.charAt(0) : shape },
      length: shape.length,
    };
  }
  return undefined;
}

export const MONTHS: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

export const WEEKDAYS: readonly string[] = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
];

export const SHORT_NAME = 3;
