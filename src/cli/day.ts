import { InvalidArgumentError } from "commander";

/** Reads a day from the command line. @throws InvalidArgumentError for what is no day that exists */
export function parseDay(value: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== value) {
    throw new InvalidArgumentError("Write a day that exists as YYYY-MM-DD.");
  }
  return value;
}

/** The present day in UTC, `YYYY-MM-DD`: the default of --as-of, and the only look at the clock. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
