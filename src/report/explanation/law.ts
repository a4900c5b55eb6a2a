import { by } from "../../foundation/order.js";
import {
  isCertain,
  type Contradiction,
  type Derivation,
  type Duty,
  type DutyState,
  type Fact,
  type Step,
} from "../../law/derivation.js";
import { laws } from "../../law/laws.js";
import { text, type NameOf } from "./facts.js";
import type { LawTopic } from "./topic.js";

/** How a law concerns a system, for programs. */
export function lawJson({ id, name, file, line, derivation }: LawTopic, nameOf: NameOf): object {
  const { law, acts, asOf, sources, steps, duties, dutyNotes } = derivation;
  const facts = (each: readonly Fact[]): object[] => each.map((fact) => ({ ...fact, file: nameOf(fact.file) }));
  return {
    ...{ system: id, name, file: nameOf(file), line, law, acts, asOf, sources, notice },
    steps: steps.map((step) => ({
      ...step,
      facts: facts(step.facts),
      contradictions: step.contradictions.map((each) => ({ ...each, facts: facts(each.facts) })),
    })),
    duties: duties.map((duty) => ({ ...duty, certain: isCertain(duty), facts: facts(duty.facts) })),
    dutyNotes,
  };
}

/** Said once in every output. */
const notice = "No legal advice: it follows from what the descriptor records, which nobody has checked here.";

/** How a law concerns a system, for people: step by step, then the duties by their state. */
export function lawText({ id, name, file, line, derivation }: LawTopic, nameOf: NameOf): string {
  const { law, acts, asOf, sources, steps } = derivation;
  return text([
    `${id}  ${name ?? ""}`.trimEnd(),
    "",
    `${laws[law]} on ${asOf} (${acts.join(", ")})`,
    `Derived from ${nameOf(file)}:${String(line)}, ${sources.join(", ")}`,
    notice,
    "",
    ...steps.flatMap((step, index) => stepLines(step, index + 1, nameOf)),
    ...dutyLines(derivation, nameOf),
  ]);
}

function stepLines(step: Step, number: number, nameOf: NameOf): string[] {
  const { title, answer, articles, facts, missing, contradictions, notes } = step;
  return [
    `${String(number)}. ${title} (${articles.join(", ")})`,
    `   ${answer}`,
    ...contradictions.flatMap((each) => contradictionLines(each, nameOf)),
    ...(missing.length === 0 ? [] : [`   Not enough facts: ${missing.join(", ")}`]),
    ...notes.map((note) => `   ${note}`),
    ...factLines(facts, nameOf).map((each) => `     ${each}`),
    "",
  ];
}

function contradictionLines({ message, facts }: Contradiction, nameOf: NameOf): string[] {
  const places = byPlace(facts, nameOf).map(
    ([place, there]) => `${place} ${there.map(({ field }) => field).join(", ")}`,
  );
  return [`   Contradiction: ${message}${places.length === 0 ? "" : ` (${places.join("; ")})`}`];
}

/** Facts with their places, those of one line together. */
function factLines(facts: readonly Fact[], nameOf: NameOf): string[] {
  return byPlace(facts, nameOf).map(
    ([place, there]) => `${place}  ${there.map(({ field, value }) => `${field} = ${valueInWords(value)}`).join("; ")}`,
  );
}

function byPlace(facts: readonly Fact[], nameOf: NameOf): [string, readonly Fact[]][] {
  return grouped(facts, (fact) => placeOf(fact, nameOf));
}

function placeOf({ file, line }: Fact, nameOf: NameOf): string {
  return `${nameOf(file)}:${String(line)}`;
}

function valueInWords(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

const states: Readonly<Record<DutyState, string>> = {
  applies: "Applies",
  open: "Open between two readings of the law",
  "not-yet": "Does not apply yet",
  "left-out": "Does not bind this system",
  "not-enough-facts": "Not enough facts to tell whether it binds",
};

function dutyLines({ duties, dutyNotes, asOf }: Derivation, nameOf: NameOf): string[] {
  if (duties.length === 0) return [];
  const shared = sharedBy(duties.filter(({ state }) => state === "applies" || state === "open"));
  const lines = Object.entries(states).flatMap(([state, heading]) => {
    const listed = duties.filter((duty) => duty.state === state);
    if (listed.length === 0) return [];
    // What is for everybody needs no more than its article, unless something is recorded of it.
    const isPlain = ({ binds, record }: Duty): boolean => binds.includes("all") && record === undefined;
    const told = listed.filter((duty) => !isPlain(duty));
    const forAll = listed.filter(isPlain);
    const groups = grouped(told, (duty) => headOf(duty));
    if (isByDay(state)) groups.sort(by(([, [first]]) => firstDay(first)));
    return [
      `  ${heading}:`,
      ...groups.flatMap(([head, group]) => groupLines(head, group, shared, nameOf)),
      ...(forAll.length === 0 ? [] : [`    For everybody: ${forAll.map(({ article }) => article).join(", ")}`]),
      "",
    ];
  });
  const resting =
    shared.length === 0 ? [] : [`  What applies or is open rests on what is blank: ${shared.join(", ")}`, ""];
  return [`Duties on ${asOf}:`, ...dutyNotes.map((note) => `  ${note}`), "", ...resting, ...lines].slice(0, -1);
}

/** Whether the duties of a state stand below the days that they have in common. */
function isByDay(state: string): boolean {
  return state === "applies" || state === "not-yet";
}

function firstDay(duty: Duty | undefined): string {
  const [first = ""] = (duty?.from ?? []).flatMap(({ days }) => days).sort();
  return first;
}

/** Blank fields on which all of the duties rest, so that they are said once. */
function sharedBy(duties: readonly Duty[]): readonly string[] {
  const [first] = duties;
  return first === undefined
    ? []
    : first.assumes.filter((field) => duties.every(({ assumes }) => assumes.includes(field)));
}

function grouped<Item>(items: readonly Item[], key: (item: Item) => string): [string, readonly Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups];
}

/** What several duties of one state have in common: their days, or why they are in it. */
function headOf({ state, from, setBy, why, missing }: Duty): string {
  const days = from.flatMap((each) => each.days).join(" or ");
  if (state === "not-enough-facts") {
    const needs = missing.length === 0 ? "" : ` Needed: ${missing.join(", ")}.`;
    return `${why ?? ""}${needs}`.trim();
  }
  if (!isByDay(state)) return why ?? "";
  if (state === "not-yet" && why !== undefined) {
    return `Would apply from ${days}${setBy === undefined ? "" : ` (${setBy})`}. ${why}`;
  }
  return `${state === "applies" ? "Since" : "From"} ${days}${setBy === undefined ? "" : ` (${setBy})`}:`;
}

function groupLines(head: string, duties: readonly Duty[], shared: readonly string[], nameOf: NameOf): string[] {
  // Of what nobody can tell, a list is enough where there is nothing more to say of each.
  const isPlain = (duty: Duty): boolean =>
    duty.state === "not-enough-facts" &&
    duty.record === undefined &&
    duty.onlyWhere === undefined &&
    duty.notes.length === 0;
  const plain = duties.filter(isPlain);
  const lists = plain.length > 2 ? grouped(plain, dayOf).sort(by(([, [first]]) => firstDay(first))) : [];
  const rows = lists.length > 0 ? duties.filter((duty) => !isPlain(duty)) : duties;
  const width = Math.max(0, ...rows.map(({ article }) => article.length));
  return [
    ...(head === "" ? [] : [`    ${head}`]),
    ...lists.map(([day, listed]) => `      ${listed.map(({ article }) => article).join(", ")}${day}`),
    ...rows.flatMap((duty) => rowLines(duty, width, shared, nameOf)),
  ];
}

/** From when a duty would apply that nobody can tell; elsewhere the heading says it. */
function dayOf({ state, from }: Duty): string {
  const days = [...new Set(from.flatMap((each) => each.days))].sort();
  return state === "not-enough-facts" && days.length > 0 ? ` (from ${days.join(" or ")})` : "";
}

function rowLines(duty: Duty, width: number, shared: readonly string[], nameOf: NameOf): string[] {
  const { article, title, state, from, onlyWhere, record, facts, assumes, notes, missing } = duty;
  const rests = assumes.filter((field) => !shared.includes(field));
  const under = (words: string): string => `      ${" ".repeat(width)}  ${words}`;
  return [
    `      ${article.padEnd(width)}  ${title}${record === undefined ? dayOf(duty) : ""}${onlyWhere === undefined ? "" : `, only where ${onlyWhere}`}${record === undefined ? "" : `: ${record}`}`,
    ...(state === "open"
      ? from.map(({ reading, days, because = "" }) => under(`from ${days.join(" or ")} by its ${reading}: ${because}`))
      : []),
    ...(rests.length === 0 ? [] : [under(`rests on what is blank: ${rests.join(", ")}`)]),
    ...(record === undefined || missing.length === 0 || state === "not-enough-facts"
      ? []
      : [under(`Not enough facts: ${missing.join(", ")}`)]),
    ...notes.map(under),
    ...factLines(facts, nameOf).map(under),
  ];
}
