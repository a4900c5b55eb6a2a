import { nearest } from "../../../foundation/nearest.js";
import { quote, show, simpleValue, valueNotAllowed, wrongForm } from "../../../source/schema-words.js";
import { NodeList, type DocumentNode, type Breach, type BreachWords, type Places } from "./breach.js";
import { oddityOf } from "./odd-constraints.js";
import { regexForms } from "./words.js";
import type { CompiledConstraint, Container, Found } from "./compiled-constraint.js";

/** The constraints that hit a node so far, in the order in which they did; nodes that are hit by the same share one. */
interface Applicable {
  readonly constraints: readonly CompiledConstraint[];
  readonly with: Map<CompiledConstraint, Applicable>;
  expected: Expected | undefined;
}

/** The joint expectation of the constraints that hit a node. */
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
  /** Nodes that constraints have hit without listing their value so, and which constraints. Of a value that is not right, these are all. */
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

  breaches(): Breach[] {
    const breaches: Breach[] = [];
    for (const [container, nodes] of this.#doubtful()) {
      for (const [key, applicable] of nodes) {
        const breach = judge(container, key, applicable);
        if (breach !== undefined) breaches.push(breach);
      }
    }
    return breaches;
  }

  /** The constraints on nodes whose value none of them lists as right, by container and key. */
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

function judge(container: Container, key: string | number, applicable: Applicable): Breach | undefined {
  const value = container[key];
  const text = String(value);
  const { values, deprecated, closedBy } = expectedBy(applicable);
  if (!values.has(text)) {
    if (closedBy === undefined) return undefined;
    const at = { container, key };
    const odd = oddityOf(closedBy.id, value);
    const words = (places: Places): BreachWords => {
      const usual = notAllowed(at, places, value, [...values]);
      return odd === undefined ? usual : { ...usual, message: `${usual.message} ${odd.why}`, fix: odd.fix };
    };
    return { code: "oscal-allowed-values", constraint: closedBy, at, words };
  }
  if (!deprecated.has(text)) return undefined;
  const by = applicable.constraints.find((constraint) => constraint.deprecated?.includes(text));
  if (by === undefined) return undefined;
  const at = { container, key };
  const current = [...values].filter((each) => !deprecated.has(each));
  const words = (places: Places): BreachWords => noLongerUsed(at, places, value, current);
  return { code: "oscal-deprecated-value", constraint: { ...by, severity: "warning" }, at, words };
}

function notAllowed(at: DocumentNode, places: Places, value: unknown, allowed: readonly string[]): BreachWords {
  const element = places.element(at);
  const words = valueNotAllowed(quote(String(at.key)), value, allowed);
  const { fix, suggestion } = words;
  const common = { ...simpleValue(value), allowed, ...(suggestion === undefined ? {} : { suggestion }) };
  const named = at.container["name"];
  if (at.key === "name" && (element === "prop" || element === "part")) {
    const message = `The ${element} name ${show(value)} is not one that OSCAL defines here.`;
    // Without a guess it is a name of one's own that lacks its namespace.
    const own =
      suggestion === undefined
        ? `Give the ${element} a namespace of its own in "ns", or one of OSCAL's names: ${allowed.join(", ")}.`
        : `${fix} Or give the ${element} a namespace of its own in "ns".`;
    return { message, fix: own, ...common };
  }
  if (element === "prop" && typeof named === "string") {
    const message = `${show(value)} is not a ${String(at.key)} that OSCAL defines for the prop ${quote(named)} here.`;
    return { message, fix, ...common };
  }
  return { message: `${show(value)} is not allowed for ${ofOwner(at, places)}.`, fix, ...common };
}

function noLongerUsed(at: DocumentNode, places: Places, value: unknown, current: readonly string[]): BreachWords {
  const suggestion = nearest(String(value), current);
  const message = `${show(value)} is deprecated in OSCAL for ${ofOwner(at, places)}.`;
  const list = `Current: ${current.join(", ")}.`;
  const fix = suggestion === undefined ? list : `Write ${quote(suggestion)}. ${list}`;
  return { message, fix, ...simpleValue(value), allowed: current, ...(suggestion === undefined ? {} : { suggestion }) };
}

/** A value with its owner, as it follows "for": `"state" of the status`. An entry of a list has none. */
function ofOwner(at: DocumentNode, places: Places): string {
  return typeof at.key === "number"
    ? `an entry of ${quote(places.list(at))}`
    : `${quote(at.key)} of ${places.owner(at)}`;
}

/** Finds values that a `matches` constraint selects and that do not have the form it asks for. */
export function mismatch(constraint: CompiledConstraint, put: (breach: Breach) => void): Found {
  const { id, regex, datatype } = constraint;
  const type = datatype === undefined ? undefined : constraintDatatypes[datatype];
  const form = type?.form ?? regexForms[id] ?? `text of the form ${String(regex)}`;
  return (container, key) => {
    const value = container[key];
    const text = String(value);
    if ((regex === undefined || regex.test(text)) && (type?.isValid === undefined || type.isValid(text))) return;
    const at = { container, key };
    const words = (places: Places): BreachWords => ({
      ...wrongForm(ofOwner(at, places), value, form),
      ...simpleValue(value),
    });
    put({ code: "oscal-matches", constraint, at, words });
  };
}

/** A datatype that a `matches` constraint asks for: what it looks like, in words, and a test where the model has no pattern for it. */
export interface ConstraintDatatype {
  /** As it follows "Write ...". */
  readonly form: string;
  readonly isValid?: (text: string) => boolean;
}

/** A URI or a reference relative to one, by the characters that it may hold (RFC 3986, appendix A). */
const uriReference = /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|[^\0-\x7F]|%[\dA-Fa-f]{2})*$/u;

const ipv4Part = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/;

/** By name (Metaschema specification, "Data Types"): those that constraints of OSCAL name. */
export const constraintDatatypes: Readonly<Record<string, ConstraintDatatype>> = {
  date: { form: "a day that exists, such as 2026-04-14" },
  "date-time": {
    form: "a date and time that exists, such as 2026-04-14T09:00:00Z",
    isValid: isDateTime,
  },
  "date-time-with-timezone": {
    form: "a date and time that exists, with its time zone, such as 2026-04-14T09:00:00Z",
  },
  integer: { form: "a whole number, such as 3", isValid: (text) => /^-?\d+$/.test(text) },
  "ip-v4-address": { form: "an IPv4 address, such as 192.0.2.1", isValid: isIpv4Address },
  "ip-v6-address": { form: "an IPv6 address, such as 2001:db8::1", isValid: isIpv6Address },
  uri: { form: "an absolute URI, such as https://example.org/plan", isValid: (text) => uriReference.test(text) },
  "uri-reference": {
    form: "a URI, or a path relative to this document, without blanks",
    isValid: (text) => uriReference.test(text),
  },
  uuid: { form: "a UUID of version 4 or 5, such as 6b2f9c3e-0d4a-4f59-9a51-2c7e8d1f0b64" },
};

/** A time zone may be missing. */
function isDateTime(text: string): boolean {
  const match =
    /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1, 4).map(Number);
  return day !== undefined && day >= 1 && day <= daysIn(year ?? 0, month ?? 0);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isIpv4Address(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => ipv4Part.test(part));
}

/** Groups of up to four hexadecimal digits, one run of them left out by "::", the last two as IPv4 where one likes (RFC 4291). */
function isIpv6Address(text: string): boolean {
  if (text.length > 45) return false;
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.map((half) => (half === "" ? [] : half.split(":")));
  const last = groups.at(-1)?.at(-1);
  const hasIpv4 = last?.includes(".") === true;
  if (hasIpv4 && !isIpv4Address(last)) return false;
  const all = groups.flat();
  const plain = hasIpv4 ? all.slice(0, -1) : all;
  if (!plain.every((group) => /^[\dA-Fa-f]{1,4}$/.test(group))) return false;
  const length = plain.length + (hasIpv4 ? 2 : 0);
  return halves.length === 2 ? length <= 7 : length === 8;
}
