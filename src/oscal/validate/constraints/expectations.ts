import { capital } from "../../../source/schema-words.js";
import type { ConstraintCode, DocumentNode, Breach, BreachWords, Places } from "./breach.js";
import type { CompiledConstraint, Container, Found } from "./compiled-constraint.js";
import { oddityOf } from "./odd-constraints.js";

/** The words for a broken expectation. */
export interface ExpectationWords {
  /** Flag or field of the node that is at fault, where one is. */
  readonly at?: string;
  /**
   * @param thing what the constraint is about, such as `control "ac-1"`
   * @param count how many there are of what is counted; 0 where nothing is
   */
  readonly message: (thing: string, count: number) => string;
  readonly fix: string;
}

const addUuid = 'Add "uuid", a UUID of version 4 or 5, and keep it when the document changes.';

/** Words of each expect and has-cardinality constraint by its id: the metaschema has none for them. */
export const expectationWords: Readonly<Record<string, ExpectationWords>> = {
  "oscal-activity-type-cardinality": {
    message: (thing) => `${thing} has no prop "method" that says how it is carried out.`,
    fix: 'Add a prop with the name "method" and the value EXAMINE, INTERVIEW or TEST.',
  },
  "oscal-assesment-part-objective-cardinality": {
    message: (thing) => `${thing} has no prop "method".`,
    fix: 'Add a prop with the name "method" and the value EXAMINE, INTERVIEW or TEST.',
  },
  "oscal-assessment-method-cardinality": {
    message: (thing, count) =>
      `${thing} has ${String(count)} props "method" in its parts named "assessment-method"; one is needed.`,
    fix: 'Write one part "assessment-method" with one prop "method", the ns http://csrc.nist.gov/ns/rmf and the value EXAMINE, INTERVIEW or TEST.',
  },
  "oscal-assessment-method-id-cardinality": {
    message: (thing) => `${thing} has no prop "method-id" in a part named "assessment-objective".`,
    fix: 'Add a prop with the name "method-id" to its part "assessment-objective".',
  },
  "oscal-assessment-objective-cardinality": {
    message: (thing, count) => `${thing} has ${String(count)} parts named "assessment-objective"; one is allowed.`,
    fix: "Keep one of them, and nest the others in it as parts.",
  },
  "oscal-assessment-objects-cardinality": {
    message: (thing, count) =>
      `${thing} has ${String(count)} parts named "assessment-objects" in its parts named "assessment-method"; one is needed.`,
    fix: 'Write one part "assessment-objects" in one part "assessment-method".',
  },
  "oscal-back-matter-resource-base64-rlink-cardinality": {
    message: (thing) => `${capital(thing)} has neither "rlinks" nor "base64", so nobody can get at it.`,
    fix: 'Add "rlinks" with the place where it lies, or "base64" with its content.',
  },
  "oscal-back-matter-resource-citation-title": {
    at: "citation",
    message: (thing) => `${thing} has a citation, but no title.`,
    fix: 'Add "title" to the resource.',
  },
  "oscal-by-component-export-provided-responsibility-cardinality": {
    message: (thing) => `${thing} names neither what is provided nor a responsibility.`,
    fix: 'Add "provided" or "responsibilities", or leave the export out.',
  },
  "oscal-catalog-control-require-statement-when-not-withdrawn": {
    message: (thing) => `${thing} has no part named "statement" that says what it requires, and is not withdrawn.`,
    fix: 'Add a part with the name "statement", or a prop "status" with the value "withdrawn".',
  },
  "oscal-component-protocol-port-range-has-end": {
    message: (thing) => `${thing} has no "end".`,
    fix: 'Add "end"; of a single port, "start" and "end" are the same.',
  },
  "oscal-component-protocol-port-range-has-start": {
    message: (thing) => `${thing} has no "start".`,
    fix: 'Add "start"; of a single port, "start" and "end" are the same.',
  },
  "oscal-component-protocol-port-range-starts-before-end": {
    at: "start",
    message: (thing) => `${thing} starts after its end.`,
    fix: 'Exchange "start" and "end", or correct one of them.',
  },
  "oscal-component-protocol-uuid": { message: (thing) => `${thing} has no uuid.`, fix: addUuid },
  "oscal-implemented-requirement-by-component-cardinality": {
    message: (thing) => `${thing} does not say by which component it is met.`,
    fix: 'Add "by-components" to it or to one of its statements; the component "this-system" stands for the whole.',
  },
  "oscal-information-type-uuid": { message: (thing) => `${thing} has no uuid.`, fix: addUuid },
  "oscal-metadata-link-uri-reference-no-media-type": {
    at: "media-type",
    message: (thing) => `${thing} points into this document and names a media type all the same.`,
    fix: 'Leave "media-type" out: the rlinks of the resource have it.',
  },
  "oscal-metadata-location-address-cardinality": {
    message: (thing) => `${thing} has no address.`,
    fix: 'Add "address", also for a place that people know by another name.',
  },
  "oscal-metadata-location-title-address-email-address-telephone-cardinality": {
    message: (thing) => `${thing} has nothing by which people find it: no title, address, e-mail or telephone number.`,
    fix: 'Add "title", "address", "email-addresses" or "telephone-numbers".',
  },
  "oscal-method-part-has-method-prop": {
    message: (thing) => `${thing} has no prop "method".`,
    fix: 'Add a prop with the name "method", the ns http://csrc.nist.gov/ns/rmf and the value EXAMINE, INTERVIEW or TEST.',
  },
  "oscal-parameter-depends-on-deprecated": {
    at: "depends-on",
    message: (thing) => `${thing} says "depends-on", which OSCAL has deprecated.`,
    fix: 'Leave "depends-on" out.',
  },
  "oscal-poam-item-uuid": { message: (thing) => `${thing} has no uuid.`, fix: addUuid },
  "oscal-profile-req-merge-combine": {
    at: "method",
    message: () => 'The combine method "merge" is deprecated in OSCAL.',
    fix: 'Write "use-first" to keep the first of several, or "keep" to keep all.',
  },
};

/** Finds nodes that an `expect` constraint selects and that do not pass its test. */
export function expectation(constraint: CompiledConstraint, put: (breach: Breach) => void): Found {
  const { test } = constraint;
  return (container, key) => {
    if (test?.(container, key, container[key]) !== true) put(breach(constraint, "oscal-expect", { container, key }, 0));
  };
}

/** A context in which there are fewer or more nodes than a `has-cardinality` constraint allows. */
export function wrongCount(constraint: CompiledConstraint, context: DocumentNode, count: number): Breach | undefined {
  const { min = 0, max = Infinity } = constraint;
  return count < min || count > max ? breach(constraint, "oscal-cardinality", context, count) : undefined;
}

function breach(constraint: CompiledConstraint, code: ConstraintCode, node: DocumentNode, count: number): Breach {
  const words = expectationWords[constraint.id];
  const owner = node.container[node.key] as Container;
  const at = words?.at !== undefined && Object.hasOwn(owner, words.at) ? { container: owner, key: words.at } : node;
  return {
    code,
    constraint,
    at,
    others: [node],
    words: (places: Places): BreachWords => {
      const thing = capital(places.thing(node));
      const value = at === node ? undefined : owner[words?.at ?? ""];
      const simple = typeof value === "string" || typeof value === "number" ? { value } : {};
      const odd = oddityOf(constraint.id);
      if (words !== undefined) {
        const message = words.message(thing, count);
        return {
          message: odd === undefined ? message : `${message} ${odd.why}`,
          fix: odd?.fix ?? words.fix,
          ...simple,
        };
      }
      return { message: `${thing} breaks the constraint ${constraint.id} of OSCAL.`, ...simple };
    },
  };
}
