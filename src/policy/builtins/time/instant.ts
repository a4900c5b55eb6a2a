import { decimalFromText, MAX_EXPONENT, numberFromText, RegoNumber } from "../rego/value.js";
import type { RegoValue } from "../rego/value.js";

/** A point in time: whole seconds since 1970-01-01T00:00:00Z, and 0 to 999,999,999 nanoseconds more. */
export interface Instant {
  readonly seconds: number;
  readonly nanos: number;
}

/** A date and time of day as a calendar and a clock show it; fields beyond their range carry over. */
export interface CivilTime {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const NANOS_PER_SECOND = 1_000_000_000n;
const SECONDS_PER_DAY = 86_400;

/** Days since 1970-01-01 of a day in the proleptic Gregorian calendar; months and days beyond their range carry over. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const months = year * 12 + (month - 1) - 2;
  // Years that begin in March put the leap day at their end.
  const shifted = Math.floor(months / 12);
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (months - shifted * 12) + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468 + (day - 1);
}

export function civilFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Seconds since 1970-01-01T00:00:00 of a date and time, both read in the same zone. */
export function secondsFromCivil(time: CivilTime): number {
  const days = daysFromCivil(time.year, time.month, time.day);
  return days * SECONDS_PER_DAY + time.hour * 3600 + time.minute * 60 + time.second;
}

export function civilFromSeconds(seconds: number): CivilTime {
  const days = Math.floor(seconds / SECONDS_PER_DAY);
  const rest = seconds - days * SECONDS_PER_DAY;
  const hour = Math.floor(rest / 3600);
  const minute = Math.floor((rest % 3600) / 60);
  return { ...civilFromDays(days), hour, minute, second: rest % 60 };
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayFromSeconds(seconds: number): number {
  const days = Math.floor(seconds / SECONDS_PER_DAY);
  return (((days + 4) % 7) + 7) % 7;
}

export function daysInMonth(year: number, month: number): number {
  return daysFromCivil(year, month + 1, 1) - daysFromCivil(year, month, 1);
}

// 64-bit nanoseconds reach from 1677-09-21T00:12:43.145224192Z to 2262-04-11T23:47:16.854775807Z.
const FIRST_SECOND = -9_223_372_037;
const FIRST_NANOS = 145_224_192;
const LAST_SECOND = 9_223_372_036;
const LAST_NANOS = 854_775_807;

/** Nanoseconds since 1970 with every digit; undefined outside the range of 64-bit nanoseconds. */
export function numberFromInstant({ seconds, nanos }: Instant): number | RegoNumber | undefined {
  if (!(seconds >= FIRST_SECOND && seconds <= LAST_SECOND)) return undefined;
  if ((seconds === FIRST_SECOND && nanos < FIRST_NANOS) || (seconds === LAST_SECOND && nanos > LAST_NANOS)) {
    return undefined;
  }
  if (seconds > 0) return numberFromText(String(seconds) + String(nanos).padStart(9, "0"));
  return numberFromText(String(BigInt(seconds) * NANOS_PER_SECOND + BigInt(nanos)));
}

function instantFromNanoseconds(nanoseconds: bigint): Instant {
  let seconds = nanoseconds / NANOS_PER_SECOND;
  let nanos = nanoseconds % NANOS_PER_SECOND;
  if (nanos < 0n) {
    seconds -= 1n;
    nanos += NANOS_PER_SECOND;
  }
  return { seconds: Number(seconds), nanos: Number(nanos) };
}

/** Reads nanoseconds since 1970; undefined unless it is a whole number of 64 bits. */
export function instantFromNumber(value: RegoValue): Instant | undefined {
  if (typeof value === "number") return instantFromNanoseconds(BigInt(value));
  if (!(value instanceof RegoNumber)) return undefined;
  const decimal = decimalFromText(value.text);
  if (decimal === undefined || Math.abs(decimal.exponent) > MAX_EXPONENT) return undefined;
  let nanoseconds = decimal.coefficient;
  if (decimal.exponent >= 0) {
    nanoseconds *= 10n ** BigInt(decimal.exponent);
  } else {
    const divisor = 10n ** BigInt(-decimal.exponent);
    if (nanoseconds % divisor !== 0n) return undefined;
    nanoseconds /= divisor;
  }
  return BigInt.asIntN(64, nanoseconds) === nanoseconds ? instantFromNanoseconds(nanoseconds) : undefined;
}
