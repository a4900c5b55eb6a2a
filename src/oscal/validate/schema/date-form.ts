/** The fix for a date or moment that OSCAL does not take. */
export interface DateForm {
  /** What is to be written, as it follows "Write". */
  readonly form: string;
  /** Why OSCAL refuses a date that others take, in a sentence. */
  readonly because?: string;
  /** The same moment as OSCAL takes it. */
  readonly guess?: string;
}

const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * Why a text is not a date, or a moment with its time zone, of OSCAL. The patterns of the standard leave out some that exist: 29 February
 * of years before 2000, years outside of 1900 to 2999, and offsets from UTC that are in use.
 */
export function dateForm(text: string, kind: "day" | "moment"): DateForm {
  const example = kind === "day" ? "2026-04-14" : "2026-04-14T09:00:00Z";
  const usual =
    kind === "day"
      ? `a day that exists, such as ${example}`
      : `a date and time that exists, with its time zone, such as ${example}`;
  const [, year = "", month = "", day = "", hour, minute = "", second = "", , zone] = parts.exec(text) ?? [];
  if (year === "" || (kind === "day" && hour !== undefined)) return { form: usual };
  if (!dayExists(Number(year), Number(month), Number(day))) return { form: usual };
  const dayAlone = kind === "moment" && hour === undefined;
  if (!/^(?:19|2)/.test(year)) {
    return { form: `a year from 1900 to 2999, such as ${example}`, because: "OSCAL takes no other years." };
  }
  if (month === "02" && day === "29" && year < "2000") {
    return {
      form: `the day before or after${dayAlone ? " with a time and a time zone" : ""}, and say so in the remarks`,
      because: `The day exists, but ${dayAlone ? "its time is missing, and " : ""}OSCAL's pattern leaves out 29 February of the years before 2000.`,
    };
  }
  if (dayAlone) {
    return {
      form: `its time and time zone too, such as ${year}-${month}-${day}T00:00:00Z`,
      because: "The day exists, but its time is missing.",
    };
  }
  if (kind === "day") return { form: `the day alone, such as ${example}` };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return { form: usual };
  if (zone !== undefined && Number.isNaN(new Date(text).getTime())) return { form: usual };
  if (zone === undefined) return { form: "its time zone too: Z for UTC, or an offset such as +01:00" };
  const guess = new Date(text).toISOString().replace(/\.000Z$/, "Z");
  return {
    form: `the same moment in UTC: ${guess}`,
    because: `The moment exists, but OSCAL's pattern does not have the offset ${zone}.`,
    guess,
  };
}

function dayExists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && day > 0;
}
