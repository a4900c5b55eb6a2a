import { daysFromCivil, civilFromDays, daysInMonth, secondsFromCivil } from "./instant.js";
import type { Instant } from "./instant.js";
import { layoutOf, MONTHS, SHORT_NAME, WEEKDAYS } from "./layout.js";
import type { LayoutElement } from "./layout.js";

/** Reads a time under one of Go's layouts; undefined when it does not fit. A time without a zone is UTC. */
export function parseTime(layout: string, value: string): Instant | undefined {
  const reader = new TimeReader(value);
  const parts = layoutOf(layout);
  for (const [i, part] of parts.entries()) {
    if (typeof part === "string") {
      if (!reader.skip(part)) return undefined;
    } else {
      // A fraction of the second may stand in the value without standing in the layout.
      const next = parts[i + 2];
      const fractionFollows = typeof next === "object" && next.field === "fraction";
      if (!reader.read(part, fractionFollows)) return undefined;
    }
  }
  return reader.finish();
}

const RFC3339_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([-+])(\d\d):(\d\d))$/u;

/** The common shapes of RFC 3339 without the general machinery; undefined for what only that can judge. */
export function parseRfc3339Quickly(value: string): Instant | undefined {
  const match = RFC3339_TIME.exec(value);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction = "", sign, offsetHours = "0", offsetMinutes = "0"] = match;
  const time = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
  };
  if (time.month < 1 || time.month > 12 || time.day < 1 || time.day > daysInMonth(time.year, time.month))
    return undefined;
  if (time.hour > 23 || time.minute > 59 || time.second > 59) return undefined;
  if (Number(offsetHours) > 23 || Number(offsetMinutes) > 59) return undefined;
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * 60 * (sign === "-" ? -1 : 1);
  return { seconds: secondsFromCivil(time) - offset, nanos: nanosOf(fraction) };
}

function nanosOf(fraction: string): number {
  return Number(fraction.slice(0, 9).padEnd(9, "0"));
}

class TimeReader {
  #rest: string;
  #year = 0;
  #month = -1;
  #day = -1;
  #dayOfYear = -1;
  #hour = 0;
  #minute = 0;
  #second = 0;
  #nanos = 0;
  #half: "AM" | "PM" | undefined;
  #utc = false;
  #offset: number | undefined;

  constructor(value: string) {
    this.#rest = value;
  }

  /** Literal text; a run of spaces in the layout fits any run of them. */
  skip(literal: string): boolean {
    for (let at = 0; at < literal.length;) {
      if (literal[at] === " ") {
        if (this.#rest !== "" && !this.#rest.startsWith(" ")) return false;
        while (literal[at] === " ") at++;
        this.#rest = this.#rest.replace(/^ +/u, "");
      } else {
        if (!this.#rest.startsWith(literal.charAt(at))) return false;
        this.#rest = this.#rest.slice(1);
        at++;
      }
    }
    return true;
  }

  read(part: LayoutElement, fractionFollows: boolean): boolean {
    switch (part.field) {
      case "year": {
        const text = this.#take(/^\d{4}/u);
        this.#year = Number(text);
        return text !== undefined;
      }
      case "yearOfCentury": {
        const text = this.#take(/^(?:\d\d|[-+]\d)/u);
        const year = Number(text);
        if (text === undefined) return false;
        this.#year = year >= 69 ? year + 1900 : year + 2000;
        return true;
      }
      case "monthName":
        return (this.#month = this.#name(MONTHS) + 1) > 0;
      case "monthShortName":
        return (this.#month = this.#name(MONTHS.map((name) => name.slice(0, SHORT_NAME))) + 1) > 0;
      case "weekdayName":
        return this.#name(WEEKDAYS) >= 0;
      case "weekdayShortName":
        return this.#name(WEEKDAYS.map((name) => name.slice(0, SHORT_NAME))) >= 0;
      case "month":
        return (this.#month = this.#number(part.width === 2)) >= 1 && this.#month <= 12;
      case "day":
        if (part.loose) this.#take(/^ /u);
        return (this.#day = this.#number(part.width === 2 && !part.loose)) >= 0;
      case "dayOfYear": {
        if (part.loose) this.#take(/^ {1,2}/u);
        const text = this.#take(part.loose ? /^\d{1,3}/u : /^\d{3}/u);
        this.#dayOfYear = Number(text ?? NaN);
        return text !== undefined;
      }
      case "hour":
        return (this.#hour = this.#number(false)) >= 0 && this.#hour <= 23;
      case "hour12":
        return (this.#hour = this.#number(part.width === 2)) >= 0 && this.#hour <= 12;
      case "minute":
        return (this.#minute = this.#number(part.width === 2)) >= 0 && this.#minute <= 59;
      case "second":
        this.#second = this.#number(part.width === 2);
        if (this.#second < 0 || this.#second > 59) return false;
        return fractionFollows || this.#looseFraction();
      case "fraction":
        return this.#fraction(part);
      case "halfDay": {
        const half = this.#take(part.loose ? /^[ap]m/u : /^[AP]M/u)?.toUpperCase();
        if (half === "AM" || half === "PM") this.#half = half;
        return half !== undefined;
      }
      case "offset":
        return this.#readOffset(part.shape);
      case "zoneName":
        return this.#zoneName();
    }
  }

  finish(): Instant | undefined {
    if (this.#rest !== "") return undefined;
    if (this.#half === "PM" && this.#hour < 12) this.#hour += 12;
    if (this.#half === "AM" && this.#hour === 12) this.#hour = 0;
    if (this.#dayOfYear >= 0 && !this.#settleDayOfYear()) return undefined;
    const month = this.#month < 0 ? 1 : this.#month;
    const day = this.#day < 0 ? 1 : this.#day;
    if (day < 1 || day > daysInMonth(this.#year, month)) return undefined;
    const seconds = secondsFromCivil({
      year: this.#year,
      month,
      day,
      hour: this.#hour,
      minute: this.#minute,
      second: this.#second,
    });
    const offset = this.#utc ? 0 : (this.#offset ?? 0);
    return { seconds: seconds - offset, nanos: this.#nanos };
  }

  #settleDayOfYear(): boolean {
    const { year, month, day } = civilFromDays(daysFromCivil(this.#year, 1, this.#dayOfYear));
    if (this.#dayOfYear < 1 || year !== this.#year) return false;
    if ((this.#month >= 0 && this.#month !== month) || (this.#day >= 0 && this.#day !== day)) return false;
    this.#month = month;
    this.#day = day;
    return true;
  }

  #take(pattern: RegExp): string | undefined {
    const text = pattern.exec(this.#rest)?.[0];
    if (text !== undefined) this.#rest = this.#rest.slice(text.length);
    return text;
  }

  /** One or two digits, or -1. */
  #number(twoDigits: boolean): number {
    return Number(this.#take(twoDigits ? /^\d\d/u : /^\d\d?/u) ?? -1);
  }

  /** Position of the name that the rest begins with, in any letter case, or -1. */
  #name(names: readonly string[]): number {
    const found = names.findIndex((name) => this.#rest.slice(0, name.length).toLowerCase() === name.toLowerCase());
    if (found >= 0) this.#rest = this.#rest.slice(names[found]?.length ?? 0);
    return found;
  }

  #fraction({ width, loose }: LayoutElement): boolean {
    if (loose) return this.#looseFraction();
    const text = this.#rest.slice(0, width + 1);
    if (!new RegExp(`^[.,]\\d{${String(width)}}$`, "u").test(text)) return false;
    this.#rest = this.#rest.slice(width + 1);
    this.#nanos = nanosOf(text.slice(1));
    return true;
  }

  #looseFraction(): true {
    const text = this.#take(/^[.,]\d+/u);
    if (text !== undefined) this.#nanos = nanosOf(text.slice(1));
    return true;
  }

  #readOffset(shape: string): boolean {
    if (shape.startsWith("Z") && this.#take(/^Z/u) !== undefined) {
      this.#utc = true;
      return true;
    }
    const places = shape.slice(1).replace(/\d\d/gu, "(\\d\\d)");
    const match = new RegExp(`^([-+])${places}`, "u").exec(this.#rest);
    if (match === null) return false;
    const [all, sign, hours = "0", minutes = "0", seconds = "0"] = match;
    // 24 hours, 60 minutes and 60 seconds are let through: some people write them.
    if (Number(hours) > 24 || Number(minutes) > 60 || Number(seconds) > 60) return false;
    this.#rest = this.#rest.slice(all.length);
    const offset = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
    this.#offset = sign === "-" ? -offset : offset;
    // Go marks "no offset" by minus one second, so an offset of that size counts as none.
    if (this.#offset === -1) this.#offset = undefined;
    return true;
  }

  /** An abbreviation. It has no offset of its own, not even GMT+3: Go takes the time as if it were UTC. */
  #zoneName(): boolean {
    if (this.#take(/^UTC/u) !== undefined) {
      this.#utc = true;
      return true;
    }
    if (this.#take(/^(?:ChST|MeST)/u) !== undefined) return true;
    if (this.#take(/^GMT/u) !== undefined) {
      this.#smallOffset();
      return true;
    }
    if (/^[-+]../su.test(this.#rest)) return this.#smallOffset();
    const letters = /^[A-Z]{0,6}/u.exec(this.#rest)?.[0] ?? "";
    const length =
      letters.length === 3 || (letters.length === 5 && letters[4] === "T")
        ? letters.length
        : letters.length === 4 && (letters[3] === "T" || letters === "WITA")
          ? letters.length
          : 0;
    this.#rest = this.#rest.slice(length);
    return length > 0;
  }

  #smallOffset(): boolean {
    const text = /^[-+]\d+/u.exec(this.#rest)?.[0];
    if (text === undefined || Math.abs(Number(text)) > 23) return false;
    this.#rest = this.#rest.slice(text.length);
    return true;
  }
}
