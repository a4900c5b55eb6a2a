import { earliestDay, latestDay } from "../../source/partial-date.js";
import type { Days, DatedProvision } from "../application-dates.js";
import type { DutyState, From } from "../derivation.js";
import { at, type Recorded } from "./case.js";

/** Where a provision stands on a day. */
export interface Timing {
  readonly state: Exclude<DutyState, "left-out">;
  readonly from: readonly From[];
  /** JSON pointers of blank fields that decide which day counts. */
  readonly undecided: readonly string[];
  /** JSON pointers of blank fields by which a later day could count than the one that was taken. */
  readonly assumed: readonly string[];
}

type Stand = "binds" | "later" | "open";

/** Whether a provision applies on a day, as rules/lib/law.rego tells it: by each reading, and by the days of the case that is recorded. */
export function timingOf({ readings }: DatedProvision, recorded: Recorded, asOf: string): Timing {
  const from = Object.entries(readings).map(([reading, { days, because }]): From => {
    const possible = possibleDays(days, recorded);
    return { reading, days: possible, ...(because === undefined ? {} : { because }) };
  });
  const stood = new Set(from.map(({ days }) => standOf(days, asOf)));
  const all = Object.values(readings).map(({ days }) => days);
  const base = { from, undecided: [], assumed: [] };
  if (stood.size === 1 && stood.has("later")) return { ...base, state: "not-yet" };
  if (stood.has("open") && !stood.has("binds")) {
    return { ...base, state: "not-enough-facts", undecided: deciding(all) };
  }
  const assumed = all.some((days) => couldBeLater(days, recorded, asOf)) ? at("placedOnMarketOn") : [];
  return { ...base, assumed, state: stood.size > 1 ? "open" : "applies" };
}

function standOf(days: readonly string[], asOf: string): Stand {
  if (days.every((day) => day <= asOf)) return "binds";
  return days.every((day) => day > asOf) ? "later" : "open";
}

/** The days from which a provision may apply, in order: one where the record tells its case, the earliest where it tells several. */
export function possibleDays(days: Days, recorded: Recorded): string[] {
  const told = Object.entries(days).filter(([name]) => holds(name, recorded));
  const [first] = told.map(([, day]) => day).sort();
  if (first !== undefined) return [first];
  return days["general"] === undefined ? [...new Set(Object.values(days))].sort() : [days["general"]];
}

/** Whether the record says that the case of a day is that of the system. */
function holds(name: string, { annexI, annexIII, placedOnMarketOn: placed }: Recorded): boolean {
  if (name === "annex-iii") return annexIII !== undefined;
  if (name === "annex-i") return annexI !== undefined;
  const [, side, day = ""] = /^placed-(before|from)-(.+)$/.exec(name) ?? [];
  if (side === undefined || placed === undefined) return false;
  return side === "before" ? latestDay(placed) < day : earliestDay(placed) >= day;
}

/** Whether a system that was placed on the market earlier, which the record does not exclude, would have a later day. */
function couldBeLater(days: Days, { placedOnMarketOn: placed }: Recorded, asOf: string): boolean {
  return Object.entries(days).some(([name, day]) => {
    const before = /^placed-before-(.+)$/.exec(name)?.[1];
    if (before === undefined || day <= asOf || days["general"] === undefined) return false;
    return placed === undefined || (earliestDay(placed) < before && latestDay(placed) >= before);
  });
}

/** The fields that tell which of the days counts. */
function deciding(readings: readonly Days[]): string[] {
  return readings.some((days) => days["annex-iii"] !== undefined) ? at("annexIII", "annexI") : at("placedOnMarketOn");
}

/** The act that set the days of a provision, with the days before an amendment that moved them. */
export function setBy(
  { original, amendedBy, insertedBy }: DatedProvision,
  act: string,
  recorded: Recorded,
  from: readonly From[],
): string {
  const before = original === undefined ? "" : possibleDays(original, recorded).join(" or ");
  const now = [...new Set(from.flatMap(({ days }) => days))].sort().join(" or ");
  if (amendedBy !== undefined && before !== "" && before !== now)
    return `${amendedBy}; before the amendment from ${before}`;
  return insertedBy ?? `${act}, Art. 113`;
}
