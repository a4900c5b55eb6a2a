import { isArray, isNumber, numberFromBigInt, safeInteger } from "./rego/value.js";
import type { HostBuiltin, RegoValue } from "./rego/value.js";
import { parseDuration } from "./time/duration.js";
import { formatTime, weekdayName } from "./time/format.js";
import { daysInMonth, instantFromNumber, numberFromInstant } from "./time/instant.js";
import type { Instant } from "./time/instant.js";
import { RFC3339, RFC3339_NANO } from "./time/layout.js";
import { parseRfc3339Quickly, parseTime } from "./time/parse.js";
import { civilInZone, secondsInZone, timeZone } from "./time/zone.js";
import type { TimeZone } from "./time/zone.js";

/**
 * The `time` builtins that read no clock. Nanoseconds keep every digit in both directions. Two differences to OPA are left:
 * time zones come from the JavaScript engine's database (see time-zone.ts), and a layout with the abbreviation of a named
 * zone is an error (see time-format.ts).
 */

interface Moment {
  readonly instant: Instant;
  readonly zone: TimeZone;
  readonly layout: string;
}

/** Nanoseconds, or an array of nanoseconds, zone name and layout of which the latter two may be left out. */
function momentOf(value: RegoValue): Moment | undefined {
  const [nanoseconds = null, zoneName = "", layout = ""] = isArray(value) ? value : [value];
  if (!isNumber(nanoseconds) || typeof zoneName !== "string" || typeof layout !== "string") return undefined;
  const instant = instantFromNumber(nanoseconds);
  const zone = timeZone(zoneName);
  return instant === undefined || zone === undefined ? undefined : { instant, zone, layout };
}

const parseNs: HostBuiltin = (layout = null, value = null) => {
  if (typeof layout !== "string" || typeof value !== "string") return undefined;
  const instant = parseTime(layout, value);
  return instant && numberFromInstant(instant);
};

const parseRfc3339Ns: HostBuiltin = (value = null) => {
  if (typeof value !== "string") return undefined;
  const instant = parseRfc3339Quickly(value) ?? parseTime(RFC3339, value);
  return instant && numberFromInstant(instant);
};

const parseDurationNs: HostBuiltin = (text = null) => {
  const nanoseconds = typeof text === "string" ? parseDuration(text) : undefined;
  return nanoseconds === undefined ? undefined : numberFromBigInt(nanoseconds);
};

const date: HostBuiltin = (value = null) => {
  const moment = momentOf(value);
  if (moment === undefined) return undefined;
  const { year, month, day } = civilInZone(moment.zone, moment.instant.seconds);
  return [year, month, day];
};

const clock: HostBuiltin = (value = null) => {
  const moment = momentOf(value);
  if (moment === undefined) return undefined;
  const { hour, minute, second } = civilInZone(moment.zone, moment.instant.seconds);
  return [hour, minute, second];
};

const weekday: HostBuiltin = (value = null) => {
  const moment = momentOf(value);
  if (moment === undefined) return undefined;
  return weekdayName(moment.instant.seconds + moment.zone.offsetAt(moment.instant.seconds));
};

const format: HostBuiltin = (value = null) => {
  const moment = momentOf(value);
  if (moment === undefined) return undefined;
  return formatTime(moment.instant, moment.zone, moment.layout === "" ? RFC3339_NANO : moment.layout);
};

const addDate: HostBuiltin = (value = null, years = null, months = null, days = null) => {
  const moment = momentOf(value);
  const [addedYears, addedMonths, addedDays] = [years, months, days].map(safeInteger);
  if (moment === undefined || addedYears === undefined || addedMonths === undefined || addedDays === undefined) {
    return undefined;
  }
  const time = civilInZone(moment.zone, moment.instant.seconds);
  const seconds = secondsInZone(moment.zone, {
    ...time,
    year: time.year + addedYears,
    month: time.month + addedMonths,
    day: time.day + addedDays,
  });
  return numberFromInstant({ seconds, nanos: moment.instant.nanos });
};

/** Years, months, days, hours, minutes and seconds between two moments, in the zone of the first. */
const diff: HostBuiltin = (first = null, second = null) => {
  const a = momentOf(first);
  const b = momentOf(second);
  if (a === undefined || b === undefined) return undefined;
  const later =
    a.instant.seconds > b.instant.seconds ||
    (a.instant.seconds === b.instant.seconds && a.instant.nanos > b.instant.nanos);
  const [from, to] = later ? [b, a] : [a, b];
  const start = civilInZone(a.zone, from.instant.seconds);
  const end = civilInZone(a.zone, to.instant.seconds);
  // Each unit borrows from the next larger one; a month has the days of the month of the earlier moment.
  const [seconds, minutesBorrowed] = borrow(end.second - start.second, 60);
  const [minutes, hoursBorrowed] = borrow(end.minute - start.minute - minutesBorrowed, 60);
  const [hours, daysBorrowed] = borrow(end.hour - start.hour - hoursBorrowed, 24);
  const [days, monthsBorrowed] = borrow(end.day - start.day - daysBorrowed, daysInMonth(start.year, start.month));
  const [months, yearsBorrowed] = borrow(end.month - start.month - monthsBorrowed, 12);
  return [end.year - start.year - yearsBorrowed, months, days, hours, minutes, seconds];
};

function borrow(difference: number, unit: number): [rest: number, borrowed: number] {
  return difference < 0 ? [difference + unit, 1] : [difference, 0];
}

export const timeBuiltins: Readonly<Record<string, HostBuiltin>> = {
  "time.parse_ns": parseNs,
  "time.parse_rfc3339_ns": parseRfc3339Ns,
  "time.parse_duration_ns": parseDurationNs,
  "time.date": date,
  "time.clock": clock,
  "time.weekday": weekday,
  "time.format": format,
  "time.add_date": addDate,
  "time.diff": diff,
};
