import { InvalidArgumentError } from "commander";

/**
 * Reads a moment that an option names. It is written in UTC, since OSCAL does not know every time zone; a day means its first moment.
 * @throws InvalidArgumentError for what is no moment, or lies before 1900 or after 2999
 */
export function parseMoment(value: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2}))?$/.exec(value);
  const [, day = "", time = "T00:00:00Z"] = parts ?? [];
  const start = new Date(`${day}T00:00:00Z`);
  const moment = new Date(day + time);
  const exists = !Number.isNaN(start.getTime()) && start.toISOString().slice(0, 10) === day;
  const written = exists && !Number.isNaN(moment.getTime()) ? moment.toISOString().replace(".000Z", "Z") : "";
  if (!/^(?:19|2\d)/.test(written)) {
    throw new InvalidArgumentError("Write YYYY-MM-DD or a moment such as 2026-11-01T09:00:00Z that exists.");
  }
  return written;
}
