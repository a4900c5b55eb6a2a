import { civilFromSeconds, secondsFromCivil } from "./instant.js";
import type { CivilTime } from "./instant.js";

/**
 * A time zone. The named ones come from the time zone database of the JavaScript engine, which can be of another release than
 * the one that a given OPA carries; UTC needs none.
 */
export interface TimeZone {
  readonly name: string;
  /** Seconds east of UTC at a moment given in seconds since 1970. */
  readonly offsetAt: (seconds: number) => number;
}

export const utc: TimeZone = { name: "UTC", offsetAt: () => 0 };

const zones = new Map<string, TimeZone | undefined>();
const MOST_CACHED_ZONES = 1000;

/** The zone of an IANA name; "", "UTC" and "Local" are UTC, since the machine's own zone must not matter. */
export function timeZone(name: string): TimeZone | undefined {
  if (name === "" || name === "UTC" || name === "Local") return utc;
  if (!zones.has(name)) {
    if (zones.size >= MOST_CACHED_ZONES) zones.clear();
    zones.set(name, loadZone(name));
  }
  return zones.get(name);
}

function loadZone(name: string): TimeZone | undefined {
  // The engine takes offsets and any letter case for names; OPA takes the database's own spelling only.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/u.test(name)) return undefined;
  let format: Intl.DateTimeFormat;
  try {
    // Only the offset is taken from it; locale, calendar and digits are fixed.
    // eslint-disable-next-line no-restricted-globals
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return undefined;
  }
  const known = format.resolvedOptions().timeZone;
  if (known !== name && known.toLowerCase() === name.toLowerCase()) return undefined;
  return { name, offsetAt: (seconds) => offsetOf(format, seconds) };
}

function offsetOf(format: Intl.DateTimeFormat, seconds: number): number {
  const fields = new Map(format.formatToParts(seconds * 1000).map(({ type, value }) => [type, Number(value)]));
  const field = (type: Intl.DateTimeFormatPartTypes): number => fields.get(type) ?? 0;
  const shown = secondsFromCivil({
    year: field("year"),
    month: field("month"),
    day: field("day"),
    hour: field("hour"),
    minute: field("minute"),
    second: field("second"),
  });
  return shown - seconds;
}

export function civilInZone(zone: TimeZone, seconds: number): CivilTime {
  return civilFromSeconds(seconds + zone.offsetAt(seconds));
}

/**
 * Seconds since 1970 of a date and time shown in a zone. Of times that the zone skips or shows twice when its offset changes,
 * this gives the one that Go's time.Date gives.
 */
export function secondsInZone(zone: TimeZone, time: CivilTime): number {
  const shown = secondsFromCivil(time);
  const guess = zone.offsetAt(shown);
  return guess === 0 ? shown : shown - zone.offsetAt(shown - guess);
}
