import { daysFromCivil, weekdayFromSeconds } from "./instant.js";
import type { CivilTime, Instant } from "./instant.js";
import { layoutOf, MONTHS, SHORT_NAME, WEEKDAYS } from "./layout.js";
import type { LayoutElement } from "./layout.js";
import { civilInZone, utc } from "./zone.js";
import type { TimeZone } from "./zone.js";

/**
 * A moment under one of Go's layouts. Throws Error for the abbreviation of a named zone (MST in the layout): JavaScript
 * engines have no table of them, and a wrong one must not pass for the right one.
 */
export function formatTime(instant: Instant, zone: TimeZone, layout: string): string {
  const time = civilInZone(zone, instant.seconds);
  const offset = zone.offsetAt(instant.seconds);
  let text = "";
  for (const part of layoutOf(layout)) {
    text += typeof part === "string" ? part : element(part, time, instant, zone, offset);
  }
  return text;
}

function element(part: LayoutElement, time: CivilTime, instant: Instant, zone: TimeZone, offset: number): string {
  switch (part.field) {
    case "year":
      return digits(time.year, 4);
    case "yearOfCentury":
      return digits(time.year % 100, 2);
    case "month":
      return digits(time.month, part.width);
    case "monthName":
      return MONTHS[time.month - 1] ?? "";
    case "monthShortName":
      return (MONTHS[time.month - 1] ?? "").slice(0, SHORT_NAME);
    case "weekdayName":
      return weekdayName(instant.seconds + offset);
    case "weekdayShortName":
      return weekdayName(instant.seconds + offset).slice(0, SHORT_NAME);
    case "day":
      return digits(time.day, part.width, part.loose);
    case "dayOfYear": {
      const day = daysFromCivil(time.year, time.month, time.day) - daysFromCivil(time.year, 1, 1) + 1;
      return digits(day, part.width, part.loose);
    }
    case "hour":
      return digits(time.hour, 2);
    case "hour12":
      return digits(time.hour % 12 === 0 ? 12 : time.hour % 12, part.width);
    case "minute":
      return digits(time.minute, part.width);
    case "second":
      return digits(time.second, part.width);
    case "fraction":
      return fraction(instant.nanos, part);
    case "halfDay": {
      const half = time.hour >= 12 ? "PM" : "AM";
      return part.loose ? half.toLowerCase() : half;
    }
    case "offset":
      return formatOffset(offset, part.shape);
    case "zoneName":
      if (zone !== utc)
        throw new Error(`the abbreviation of the time zone ${zone.name} is not available; use an offset`);
      return zone.name;
  }
}

export function weekdayName(localSeconds: number): string {
  return WEEKDAYS[weekdayFromSeconds(localSeconds)] ?? "";
}

function digits(value: number, width: number, spaces = false): string {
  return String(value).padStart(width, spaces ? " " : "0");
}

function fraction(nanos: number, { width, loose, shape }: LayoutElement): string {
  if (!loose) return shape + String(nanos).padStart(9, "0").slice(0, width);
  const shown = String(nanos).padStart(9, "0").slice(0, width).replace(/0+$/u, "");
  return shown === "" ? "" : shape + shown;
}

function formatOffset(offset: number, shape: string): string {
  if (offset === 0 && shape.startsWith("Z")) return "Z";
  const minutes = Math.trunc(offset / 60);
  const colon = shape.includes(":") ? ":" : "";
  let text = (minutes < 0 ? "-" : "+") + digits(Math.trunc(Math.abs(minutes) / 60), 2);
  // The shapes are 07, 0700, 07:00, 070000 and 07:00:00, each after its sign.
  const places = shape.replaceAll(":", "").length - 1;
  if (places >= 4) text += colon + digits(Math.abs(minutes) % 60, 2);
  if (places >= 6) text += colon + digits(Math.abs(offset) % 60, 2);
  return text;
}
