import { nearest } from "../../../foundation/nearest.js";
import { quote, show, simpleValue, valueNotAllowed, wrongForm } from "../../../source/schema-words.js";
import { constraintDatatypes } from "./datatypes.js";
import { NodeList, type DocumentNode, type Finding, type FindingWords, type Places } from "./broken.js";
import { regexForms } from "./words.js";
import type { CompiledConstraint, Container, Found } from "./compiled-constraint.js";

/** The constraints that hit a node so far, in the order in which they did; nodes that are hit by the same share one. */
interface Applicable {
  readonly constraints: readonly CompiledConstraint[];
  readonly with: Map<CompiledConstraint, Applicable>;
  expected: Expected | undefined;
}

/** What the constraints that hit a node expect of it together. */
interface Expected {
  readonly values: ReadonlySet<string>;
  /** Those that no constraint lists as current. */
  readonly deprecated: ReadonlySet<string>;
  /** The first that allows no other value; undefined where all do. */
  readonly closedBy: CompiledConstraint | undefined;
}

/**
 * Allowed values (Metaschema specification, "allowed-values constraints"): all that hit a node count together. The value has to be
 * among all their values, unless each of them allows others.
 */
export class AllowedValues {
  /** By property the objects in which some constraint lists its value as current: it is right, whatever others say of it. */
  readonly #right = new Map<string, Set<Container>>();
  /** What constraints have hit without listing it so, and by which. Of a value that is not right, this is all that hit it. */
  readonly #unlisted = new NodeList();
  readonly #unlistedBy: CompiledConstraint[] = [];

  /** Notes nodes that a constraint hits. */
  noted(constraint: CompiledConstraint): Found {
    const current = new Set(constraint.values);
    for (const value of constraint.deprecated ?? []) current.delete(value);
    // The target of a constraint mostly is one property.
    let property: string | undefined;
    let right = new Set<Container>();
    return (container, key) => {
      // Entries of lists are few: they are all judged in the end.
      if (typeof key === "number" || !current.has(String(container[key]))) {
        this.#unlisted.add(container, key);
        this.#unlistedBy.push(constraint);
        return;
      }
      if (key !== property) {
        property = key;
        right = this.#right.get(key) ?? new Set();
        this.#right.set(key, right);
      }
      right.add(container);
    };
  }

  findings(): Finding[] {
    const findings: Finding[] = [];
    for (const [container, nodes] of this.#doubtful()) {
      for (const [key, applicable] of nodes) {
        const finding = judge(container, key, applicable);
        if (finding !== undefined) findings.push(finding);
      }
    }
    return findings;
  }

  /** What hits the nodes of which none has said that they are right, by container and key. */
  #doubtful(): Map<Container, Map<string | number, Applicable>> {
    const doubtful = new Map<Container, Map<string | number, Applicable>>();
    const none: Applicable = { constraints: [], with: new Map(), expected: undefined };
    this.#unlisted.forEach((container, key, number) => {
      const constraint = this.#unlistedBy[number];
      if (constraint === undefined || (typeof key === "string" && this.#right.get(key)?.has(container) === true))
        return;
      const nodes = doubtful.get(container) ?? new Map<string | number, Applicable>();
      doubtful.set(container, nodes);
      nodes.set(key, widened(nodes.get(key) ?? none, constraint));
    });
    return doubtful;
  }
}

function widened(before: Applicable, constraint: CompiledConstraint): Applicable {
  if (before.constraints.includes(constraint)) return before;
  let after = before.with.get(constraint);
  if (after === undefined) {
    after = { constraints: [...before.constraints, constraint], with: new Map(), expected: undefined };
    before.with.set(constraint, after);
  }
  return after;
}

function expectedBy(applicable: Applicable): Expected {
  if (applicable.expected === undefined) {
    const { constraints } = applicable;
    const current = new Set(
      constraints.flatMap(({ values = [], deprecated = [] }) => values.filter((value) => !deprecated.includes(value))),
    );
    const deprecated = constraints.flatMap((constraint) => constraint.deprecated ?? []);
    applicable.expected = {
      values: new Set(constraints.flatMap(({ values = [] }) => values)),
      deprecated: new Set(deprecated.filter((value) => !current.has(value))),
      closedBy: constraints.find(({ open }) => open === undefined),
    };
  }
  return applicable.expected;
}

function judge(container: Container, key: string | number, applicable: Applicable): Finding | undefined {
  const value = container[key];
  const text = String(value);
  const { values, deprecated, closedBy } = expectedBy(applicable);
  if (!values.has(text)) {
    if (closedBy === undefined) return undefined;
    const at = { container, key };
    const words = (places: Places): FindingWords => notAllowed(at, places, value, [...values]);
    return { code: "oscal-allowed-values", constraint: closedBy, at, words };
  }
  if (!deprecated.has(text)) return undefined;
  const by = applicable.constraints.find((constraint) => constraint.deprecated?.includes(text));
  if (by === undefined) return undefined;
  const at = { container, key };
  const current = [...values].filter((each) => !deprecated.has(each));
  const words = (places: Places): FindingWords => noLongerUsed(at, places, value, current);
  return { code: "oscal-deprecated-value", constraint: { ...by, severity: "warning" }, at, words };
}

function notAllowed(at: DocumentNode, places: Places, value: unknown, allowed: readonly string[]): FindingWords {
  const element = places.element(at);
  const words = valueNotAllowed(quote(String(at.key)), value, allowed);
  const { fix, suggestion } = words;
  const common = { ...simpleValue(value), allowed, ...(suggestion === undefined ? {} : { suggestion }) };
  const named = at.container["name"];
  if (at.key === "name" && (element === "prop" || element === "part")) {
    const message = `The ${element} name ${show(value)} is not one that OSCAL defines here.`;
    // Without a guess it is a name of one's own that lacks its namespace.
    const mend =
      suggestion === undefined
        ? `Give the ${element} a namespace of its own in "ns", or one of OSCAL's names: ${allowed.join(", ")}.`
        : `${fix} Or give the ${element} a namespace of its own in "ns".`;
    return { message, fix: mend, ...common };
  }
  if (element === "prop" && typeof named === "string") {
    const message = `${show(value)} is not a ${String(at.key)} that OSCAL defines for the prop ${quote(named)} here.`;
    return { message, fix, ...common };
  }
  return { message: `${show(value)} is not allowed for ${ofOwner(at, places)}.`, fix, ...common };
}

function noLongerUsed(at: DocumentNode, places: Places, value: unknown, current: readonly string[]): FindingWords {
  const suggestion = nearest(String(value), current);
  const message = `${show(value)} is deprecated in OSCAL for ${ofOwner(at, places)}.`;
  const list = `Current: ${current.join(", ")}.`;
  const fix = suggestion === undefined ? list : `Write ${quote(suggestion)}. ${list}`;
  return { message, fix, ...simpleValue(value), allowed: current, ...(suggestion === undefined ? {} : { suggestion }) };
}

/** What a value is of what, as it follows "for": `"state" of the status`. An entry of a list is all by itself. */
function ofOwner(at: DocumentNode, places: Places): string {
  return typeof at.key === "number"
    ? `an entry of ${quote(places.list(at))}`
    : `${quote(at.key)} of ${places.owner(at)}`;
}

/** Finds values that a `matches` constraint selects and that do not have the form it asks for. */
export function mismatch(constraint: CompiledConstraint, put: (finding: Finding) => void): Found {
  const { id, regex, datatype } = constraint;
  const type = datatype === undefined ? undefined : constraintDatatypes[datatype];
  const form = type?.form ?? regexForms[id] ?? `text of the form ${String(regex)}`;
  return (container, key) => {
    const value = container[key];
    const text = String(value);
    if ((regex === undefined || regex.test(text)) && (type?.isValid === undefined || type.isValid(text))) return;
    const at = { container, key };
    const words = (places: Places): FindingWords => ({
      ...wrongForm(ofOwner(at, places), value, form),
      ...simpleValue(value),
    });
    put({ code: "oscal-matches", constraint, at, words });
  };
}
