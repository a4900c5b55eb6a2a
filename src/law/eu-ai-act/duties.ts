import type { Duty, DutyState } from "../derivation.js";
import { fieldAt } from "../facts.js";
import { valueAt } from "../../source/pointer.js";
import { cited, type Provision } from "./act.js";
import { banOf } from "./ban.js";
import { at, guidanceOn, type Case, type Condition, type RiskClass } from "./case.js";
import { setBy, timingOf } from "./days.js";
import type { ExceptionState, Routes } from "./high-risk.js";
import type { Older } from "./older.js";
import type { Screening } from "./prohibited.js";
import type { Roles } from "./roles.js";
import type { Tier } from "./tier.js";

/** What the steps before found out. */
export interface Grounds {
  readonly by: Roles;
  readonly tier: Tier;
  readonly screening: Screening;
  readonly routes: Routes;
  readonly exception: ExceptionState;
  readonly older: Older;
  /** JSON pointers that every duty takes for granted: whether the Act covers the system. */
  readonly assumed: readonly string[];
}

/** Whether a provision binds: by the facts, by none of them, or not enough of them are recorded. */
interface Binding {
  readonly binds: "yes" | "no" | "maybe";
  /** JSON pointers of what decides. */
  readonly missing: readonly string[];
  readonly why?: string;
}

const unlessChanged = "unless its design changes significantly";

const yes: Binding = { binds: "yes", missing: [] };
const no: Binding = { binds: "no", missing: [] };

/**
 * The duties: each provision of the catalog that binds a role and a tier of the system, with its state on the day. A provision that stands
 * and falls with the one above it is listed with that one.
 */
export function dutiesOf(about: Case, grounds: Grounds): Duty[] {
  const rows = new Map<string, Duty & { readonly includes: string[] }>();
  for (const provision of about.act.provisions.values()) {
    const { dated, id, binds } = provision;
    if (dated === undefined || binds.length === 0 || about.beside.aside.includes(id)) continue;
    const condition = about.beside.conditions[id];
    if (condition?.ban === true) {
      const ban = banOf(about, grounds.screening, provision, grounds.assumed);
      if (ban !== undefined) rows.set(id, { ...ban, includes: [...ban.includes] });
      continue;
    }
    if (provision.above.some((each) => about.beside.conditions[each]?.ban === true)) continue;
    const over = provision.above.map((each) => rows.get(each)).find((row) => row !== undefined);
    if (over !== undefined && dated.id !== id && condition === undefined && !isExcepted(about, grounds, id)) {
      if (isBound(provision, grounds)) over.includes.push(provision.label);
      continue;
    }
    // What the provision above it leaves aside, its parts do not bring back, unless they name roles of their own.
    const duty = dutyOf(about, grounds, provision);
    if (duty !== undefined && !isUnder(about, provision)) rows.set(id, { ...duty, includes: [] });
  }
  return [...rows.values()];
}

/** The condition of a provision, or else of the nearest above it that has one. */
function conditionOf({ conditions }: Case["beside"], { id, above }: Provision): Condition {
  return (
    [id, ...above]
      .map((each) => conditions[each])
      .find((each, index) => each !== undefined && (index === 0 || each.byParagraphs !== true)) ?? {}
  );
}

/** Whether a provision is one of several that only repeat, for one part, what the provision above them says of all. */
function isUnder({ act, beside }: Case, { id, above, binds, dated }: Provision): boolean {
  const parent = above[0] === undefined ? undefined : act.provisions.get(above[0]);
  return (
    parent !== undefined &&
    beside.conditions[id] === undefined &&
    !beside.dutiesOfException.includes(id) &&
    parent.binds.join() === binds.join() &&
    parent.dated?.id === dated?.id
  );
}

function isBound({ binds }: Provision, { by }: Grounds): boolean {
  return binds.includes("all") || by.counted.size === 0 || binds.some((each) => by.counted.has(each));
}

function dutyOf(about: Case, grounds: Grounds, provision: Provision): Duty | undefined {
  const { act, recorded, asOf, facts, beside } = about;
  const { id, label, title, dated, remarks } = provision;
  const condition = conditionOf(beside, provision);
  if (dated === undefined || condition.byParagraphs === true) return undefined;
  const excepted = isExcepted(about, grounds, id);
  const bindings = [
    byRole(about, provision, grounds, condition),
    byTier(provision, grounds, condition, excepted),
    byCase(about, condition, grounds, excepted),
  ];
  if (bindings.some(({ binds }) => binds === "no")) {
    const out = bindings.find(({ binds, why }) => binds === "no" && why !== undefined);
    return out === undefined || bindings.some((each) => each.binds === "no" && each.why === undefined)
      ? undefined
      : row("left-out", { why: out.why });
  }
  const timing = timingOf(dated, recorded, asOf);
  const [article111 = ""] = cited(act, "art-111.2");
  const ofHighRisk =
    grounds.tier.possible.length === 1 &&
    grounds.tier.possible[0] === "high-risk" &&
    provision.tiers.includes("high-risk") &&
    !provision.tiers.includes("other") &&
    !excepted;
  const { older } = grounds;
  if (ofHighRisk && older.leftOut && timing.state !== "not-yet" && (older.inForce || dated.status === "settled")) {
    const why = `${article111} leaves the system out, which was on the market before ${older.days.join(" or ")}, ${unlessChanged}.`;
    return row("left-out", { why });
  }
  // Somebody who plans for a day to come has to know that by that day the system is left out.
  const leaves = `${article111} leaves the system out, ${unlessChanged}.`;
  const leaving = ofHighRisk && older.leftOut && timing.state !== "applies" ? leaves : undefined;
  const later = leaving && `From ${older.days.join(" or ")} on ${leaving}`;
  const open = bindings.filter(({ binds }) => binds === "maybe");
  if (open.length > 0) {
    return row("not-enough-facts", {
      missing: facts.blank(...new Set(open.flatMap(({ missing }) => missing))),
      why: [...open.map(({ why }) => why), later].filter((why) => why !== undefined).join(" "),
    });
  }
  const due = timing.state === "applies" || timing.state === "open";
  const assumed = due ? [...grounds.assumed, ...(ofHighRisk ? older.assumed : []), ...timing.assumed] : [];
  return row(timing.state, {
    why: leaving && timing.state === "not-yet" && dated.status === "settled" ? `By then ${leaving}` : later,
    missing: timing.undecided.map(fieldAt),
    assumes: [...new Set(assumed)].map(fieldAt),
    notes: remarks.filter((each) => each.case === "amended-text").map(({ day, text }) => `${day}: ${text}`),
  });

  function row(
    state: DutyState,
    more: Readonly<Partial<Record<"missing" | "assumes" | "notes", readonly string[]>>> & {
      readonly why?: string | undefined;
    },
  ): Duty {
    const { where, field, cases, route } = condition;
    const from = timingOf(dated ?? { label, title, status: "", readings: {} }, recorded, asOf).from;
    const unrecorded = where !== undefined && field === undefined && cases === undefined && route === undefined;
    return {
      ...{ id, article: label, title, state },
      binds: provision.binds.filter(
        (each) => each === "all" || grounds.by.counted.has(each) || grounds.by.counted.size === 0,
      ),
      includes: [],
      from,
      ...(dated === undefined ? {} : { setBy: setBy(dated, act.table.act, recorded, from) }),
      ...(unrecorded && state !== "left-out" ? { onlyWhere: where } : {}),
      ...(more.why === undefined || more.why === "" ? {} : { why: more.why }),
      facts: facts.at(
        ...(field === undefined ? [] : at(field.slice(1))),
        ...(cases === undefined ? [] : at("transparency/cases")),
      ),
      missing: more.missing ?? [],
      assumes: more.assumes ?? [],
      notes: [...(more.notes ?? []), ...guidanceNotes()],
    };
  }

  function guidanceNotes(): string[] {
    // The step on the routes has what there is on Art. 6.
    return id === "art-6" ? [] : guidanceOn(about, id);
  }
}

/** Whether a provision binds the provider of a system that an exception takes out of high risk. */
function isExcepted({ beside, recorded }: Case, { exception }: Grounds, id: string): boolean {
  const claimed = exception === "claimed" && recorded.riskClass !== "high-risk";
  return claimed && beside.dutiesOfException.includes(id);
}

function byRole({ recorded }: Case, { binds }: Provision, { by, routes }: Grounds, { roles = {} }: Condition): Binding {
  if (binds.includes("all")) return yes;
  // No descriptor has these as roles of an organization.
  const others = ["commission", "authority", "supplier"];
  if (by.counted.size === 0) {
    return binds.every((each) => others.includes(each))
      ? no
      : { binds: "maybe", missing: at("role"), why: "Nobody recorded the role." };
  }
  const bound = binds.filter((each) => by.counted.has(each));
  const conditions = bound.flatMap((each) => roles[each] ?? []);
  const [first] = conditions;
  if (first === undefined || conditions.length < bound.length) return bound.length > 0 ? yes : no;
  return byField(recorded, first, routes);
}

function byTier(
  { tiers }: Provision,
  { tier: { possible, decisive, contradictory } }: Grounds,
  { cases }: Condition,
  excepted: boolean,
): Binding {
  // Art. 50 binds whatever the class, and a claimed exception by being claimed.
  if (tiers.includes("all") || cases !== undefined || excepted) return yes;
  const answers = new Set(possible.map((each) => concerned(tiers, each)));
  if (answers.size === 1 && answers.has("yes")) return yes;
  if (answers.size === 1 && answers.has("no")) return no;
  if (possible.length === 1)
    return { binds: "maybe", missing: [], why: "No field says whether the model has systemic risk (Art. 51)." };
  return contradictory
    ? { binds: "maybe", missing: decisive, why: "The facts about the tier contradict one another." }
    : { binds: "maybe", missing: decisive, why: "The tier is open." };
}

const tiersOf: Readonly<Record<RiskClass, readonly string[]>> = {
  prohibited: ["prohibited"],
  "high-risk": ["high-risk"],
  transparency: ["limited-risk", "other"],
  minimal: ["minimal-risk", "other"],
  "general-purpose": ["gpai", "other"],
};

function concerned(tiers: readonly string[], riskClass: RiskClass): "yes" | "no" | "maybe" {
  if (tiersOf[riskClass].some((each) => tiers.includes(each))) return "yes";
  return riskClass === "general-purpose" && tiers.includes("gpai-systemic") ? "maybe" : "no";
}

function byCase({ recorded }: Case, condition: Condition, { routes }: Grounds, excepted: boolean): Binding {
  const { cases, route, where } = condition;
  if (condition.field !== undefined) return byField(recorded, condition, routes);
  if (cases !== undefined) {
    const met = recorded.transparency?.cases;
    if (met === undefined)
      return { binds: "maybe", missing: at("transparency/cases"), why: `It binds only where ${where ?? ""}.` };
    return cases.some((each) => (met as readonly string[]).includes(each)) ? yes : no;
  }
  if (route !== undefined && !excepted) {
    if (routes.annexIII) return yes;
    const why = `It binds only where ${where ?? ""}.`;
    return routes.annexI ? { ...no, why } : { binds: "maybe", missing: at("annexIII"), why };
  }
  return yes;
}

/** Whether a condition holds that a field of the descriptor tells. */
function byField(
  recorded: Case["recorded"],
  { field = "", holds = [], fails = [], points = [], where = "" }: Condition,
  { uses }: Routes,
): Binding {
  const value = valueAt(recorded, field);
  const text = typeof value === "string" ? value : "";
  const why = `It binds only where ${where}.`;
  const named = uses.some(({ id }) => points.includes(id));
  if (holds.includes(text) || (named && !fails.includes(text))) return yes;
  if (named) return { binds: "maybe", missing: [], why: "What is recorded of its case contradicts the use." };
  return fails.includes(text) ? { ...no, why } : { binds: "maybe", missing: at(field.slice(1)), why };
}
