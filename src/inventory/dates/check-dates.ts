import { problem } from "../../diagnostics/codes/dates.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { Day } from "../../foundation/day.js";
import { isObject, type JsonObject } from "../../foundation/json-value.js";
import type { SourceDocument } from "../../source/document.js";
import { earliestDay, latestDay } from "../../source/partial-date.js";
import { placeOf } from "../../source/place.js";
import { formatPointer } from "../../source/pointer.js";
import type { Decisions, Evidence, Organization, System } from "../generated/descriptor.js";

/** Two dates of one object, and why the first cannot come after the second. */
interface Order {
  readonly first: string;
  readonly last: string;
  readonly reason: string;
}

/** Names of dates mean the same wherever they stand, so that a new practice or role is checked too. */
const orders: readonly Order[] = [
  { first: "deployedOn", last: "retiredOn", reason: "the last day of use cannot come before the first" },
  { first: "deployedOn", last: "lastChangeOn", reason: "a change before the first day of use is development" },
  { first: "lastChangeOn", last: "retiredOn", reason: "nothing is changed behind the last day of use" },
  { first: "completedOn", last: "validUntil", reason: "it would have ended before it was done" },
  { first: "approvedOn", last: "validUntil", reason: "it would have ended before it was approved" },
  { first: "effectiveFrom", last: "validUntil", reason: "the record would count on no day" },
  { first: "occurredOn", last: "closedOn", reason: "an incident cannot be closed before it occurs" },
  { first: "occurredOn", last: "notifiedOn", reason: "nobody can be told of an incident before it occurs" },
  { first: "occurredOn", last: "knownOn", reason: "nobody can know of an incident before it occurs" },
  { first: "knownOn", last: "notifiedOn", reason: "nobody can tell of an incident that they do not know of" },
  { first: "awareOn", last: "reportedOn", reason: "nobody can report an incident that they do not know of" },
  { first: "raisedOn", last: "decidedOn", reason: "nobody can decide about it before it comes up" },
  { first: "raisedOn", last: "closedOn", reason: "it cannot be closed before it comes up" },
  { first: "noticedOn", last: "handledOn", reason: "nobody can deal with it before it is noticed" },
  { first: "grantedOn", last: "confirmedOn", reason: "a waiver cannot be confirmed before it is granted" },
  { first: "obtainedOn", last: "validUntil", reason: "the competence would have ended before it was proven" },
];

/** The consequence for each date of something that has happened, where it lies in the future. */
const past: Readonly<Record<string, string>> = {
  acceptedOn: "nobody has accepted the risk yet",
  acquiredOn: "the data has not been acquired yet",
  approvedOn: "nobody has approved it yet",
  awareOn: "the organization cannot know of it",
  changedOn: "the purpose has not changed yet",
  checkedOn: "nobody has checked it yet",
  closedOn: "it is not closed yet",
  collectedOn: "the record cannot have been collected",
  comparedOn: "nobody has compared them yet",
  completedOn: "it cannot be completed",
  confirmedOn: "nobody has confirmed it yet",
  countedOn: "nobody has counted them yet",
  decidedOn: "nobody has decided it yet",
  deployedOn: "the system cannot be in use",
  determinedOn: "nobody has determined it yet",
  doneOn: "it cannot be done",
  grantedOn: "nobody has granted it yet",
  handledOn: "nobody has dealt with it yet",
  knownOn: "the organization cannot know of it",
  lastChangeOn: "the change has not been made",
  lastReviewOn: "the review has not taken place",
  measuredOn: "nothing has been measured yet",
  noticeOn: "the end of use has not been announced",
  noticedOn: "nobody has noticed it yet",
  notifiedOn: "nobody has been told yet",
  obtainedOn: "the competence has not been proven yet",
  occurredOn: "the incident has not occurred",
  on: "the change has not been made",
  placedOnMarketOn: "the system is not on the market yet",
  raisedOn: "it has not come up yet",
  readOn: "nobody has read the settings yet",
  receivedOn: "it has not arrived yet",
  releasedOn: "the version cannot be in use",
  reportedOn: "nobody has been told yet",
  retiredOn: "the system cannot be retired",
  reviewedOn: "the review has not taken place",
  since: "the person does not hold the role yet, but counts as assigned",
  testedOn: "nothing has been tested yet",
  updatedOn: "it has not been updated yet",
};

/** Every date of the schema by its name: those of something past, and those that may lie in the future. */
export const datesOfPast: ReadonlySet<string> = new Set(Object.keys(past));
export const datesOfFuture: ReadonlySet<string> = new Set([
  ...["closeBy", "due", "effectiveFrom", "keptUntil", "leftOn", "until", "validUntil"],
]);

/** What the day named "on" is of, where it is not that of a change which has been made. */
const otherDays: readonly { readonly of: RegExp; readonly consequence: string }[] = [
  { of: /\/attestation$/, consequence: "nobody has attested it yet" },
  { of: /^\/audits\/\d+$/, consequence: "the audit has not ended" },
  { of: /^\/managementReviews\/\d+$/, consequence: "the review has not taken place" },
  { of: /^\/policy\/changes\/\d+$/, consequence: "nobody has approved it yet" },
];

/** Changes of the management system are recorded when they are planned, with the day on which they take effect. */
const plannedChange = /^\/changes\/\d+$/;

/**
 * The dates of a valid descriptor or file of records that cannot be as they are: those that contradict one another, and, where the day of the assessment is
 * known, those of something past that lie in its future.
 */
export function checkDates(
  descriptor: System | Organization | Evidence | Decisions,
  document: SourceDocument,
  asOf: Day | undefined,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { object, pointer } of objectsIn(descriptor, "")) {
    for (const order of orders) {
      for (const each of outOfOrder(object, pointer, document, order)) found.push(each);
    }
    if (asOf === undefined || (descriptor.kind === "organization" && plannedChange.test(pointer))) continue;
    found.push(...inFuture(object, pointer, document, asOf));
  }
  if (descriptor.kind === "system") found.push(...changesBeforeDeployment(descriptor, document));
  return found;
}

/** Of the many objects of a descriptor, few hold two dates. */
const none: readonly Diagnostic[] = [];

function outOfOrder(
  object: JsonObject,
  pointer: string,
  document: SourceDocument,
  order: Order,
): readonly Diagnostic[] {
  const { first, last, reason } = order;
  const from = object[first];
  if (typeof from !== "string") return none;
  const to = object[last];
  if (typeof to !== "string" || !isBefore(to, from)) return none;
  const told = { property: last, date: to, other: first, otherDate: from, reason };
  return [problem("dates-out-of-order", placeOf(document, `${pointer}/${last}`), told)];
}

/** The changes of a system are those since its deployment. */
function changesBeforeDeployment({ lifecycle, changes }: System, document: SourceDocument): Diagnostic[] {
  const deployedOn = lifecycle?.deployedOn;
  if (deployedOn === undefined) return [];
  return (changes ?? []).flatMap(({ on }, index) => {
    if (on === undefined || !isBefore(on, deployedOn)) return [];
    const told = { property: "on", date: on, other: "deployedOn", otherDate: deployedOn } as const;
    const reason = "the list is of changes since deployment";
    return [problem("dates-out-of-order", placeOf(document, `/changes/${String(index)}/on`), { ...told, reason })];
  });
}

function* inFuture(object: JsonObject, pointer: string, document: SourceDocument, asOf: Day): Generator<Diagnostic> {
  for (const [property, date] of Object.entries(object)) {
    const consequence = consequenceOf(property, pointer);
    if (consequence === undefined || typeof date !== "string" || !isBefore(asOf, date)) continue;
    if (isPlanned(object, property)) continue;
    const told = { property, date, asOf, consequence };
    yield problem("date-in-future", placeOf(document, `${pointer}/${property}`), told);
  }
}

/** What cannot be so where a date of something past lies in the future; undefined for every other property. */
function consequenceOf(property: string, pointer: string): string | undefined {
  const other = property === "on" ? otherDays.find(({ of }) => of.test(pointer)) : undefined;
  return other?.consequence ?? (Object.hasOwn(past, property) ? past[property] : undefined);
}

/** Whether the entry itself says that the thing has not happened: a practice that is not done, a system that is not in use or retired. */
function isPlanned({ state, stage }: JsonObject, property: string): boolean {
  switch (property) {
    case "completedOn":
      return state !== undefined && state !== "done";
    case "deployedOn":
      return stage !== "pilot" && stage !== "deployed" && stage !== "retired";
    case "retiredOn":
      return stage !== "retired";
    default:
      return false;
  }
}

/** Whether every day that the one date can mean comes before every day that the other can mean. */
function isBefore(date: string, other: string): boolean {
  return latestDay(date) < earliestDay(other);
}

/** Every object of a descriptor with its pointer; where values came from, and free labels, hold no dates of the subject. */
function* objectsIn(value: unknown, pointer: string): Generator<{ object: JsonObject; pointer: string }> {
  if (Array.isArray(value)) {
    for (const [index, entry] of (value as readonly unknown[]).entries()) {
      yield* objectsIn(entry, `${pointer}/${String(index)}`);
    }
  } else if (isObject(value)) {
    yield { object: value, pointer };
    for (const [key, member] of Object.entries(value)) {
      if (typeof member !== "object" || (pointer === "" && (key === "provenance" || key === "labels"))) continue;
      yield* objectsIn(member, pointer + formatPointer([key]));
    }
  }
}
