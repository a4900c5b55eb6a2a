import { problemsOf, type CodeEntries, type ProblemMaker } from "./code-entry.js";

/** The facts for the diagnostics about dates of a descriptor. */
export interface DatesTold {
  readonly "date-in-future": {
    /** Name of the property. */
    readonly property: string;
    readonly date: string;
    /** Day of the assessment. */
    readonly asOf: string;
    /** What cannot be so, as it follows "so": "nobody holds the role yet". */
    readonly consequence: string;
  };
  readonly "dates-out-of-order": {
    /** The property that says the later date, and has the earlier one. */
    readonly property: string;
    readonly date: string;
    readonly other: string;
    readonly otherDate: string;
    /** Why the order is impossible, as it follows a colon. */
    readonly reason: string;
  };
}

/** Dates of a descriptor that cannot be as they are. */
export const dateCodes: CodeEntries<DatesTold> = {
  "date-in-future": {
    title: "A date of something past that lies in the future",
    meaning:
      "The property says when something happened, and its date lies behind the day of the assessment. The rules that read the date judge it themselves; for every other date this warning does, since rules take what is recorded for a fact. A date with a month or a year alone counts from its first day.",
    fix: "Correct the date; record what is only planned when it has happened. To assess a later day, name it with --as-of.",
    severity: "warning",
    says: ({ property, date, asOf, consequence }) => ({
      message: `"${property}" is ${date}, which lies in the future of ${asOf}, so ${consequence}.`,
      fix: "Correct the date, or record it when it has happened; to assess a later day, name it with --as-of.",
      value: date,
    }),
  },
  "dates-out-of-order": {
    title: "Dates in an impossible order",
    meaning:
      "Two dates of a descriptor contradict each other: what comes last is dated before what comes first. Real inventories have such dates, so it is a warning and the rules still run; none of them becomes better by it, since what has ended before it began is never in force. Dates with a month or a year alone contradict each other only where no day of theirs fits.",
    fix: "Correct the date that is wrong.",
    severity: "warning",
    says: ({ property, date, other, otherDate, reason }) => ({
      message: `"${property}" is ${date}, which lies before "${other}", ${otherDate}: ${reason}.`,
      fix: "Correct the date that is wrong.",
      value: date,
    }),
  },
};

/** Makes the diagnostics about dates of a descriptor. */
export const problem: ProblemMaker<DatesTold> = problemsOf(dateCodes);
