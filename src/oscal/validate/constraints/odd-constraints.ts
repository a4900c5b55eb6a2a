/** A constraint of OSCAL that asks of right documents what they cannot or should not give. */
export interface OddConstraint {
  /** What is odd about it, in sentences that follow the finding. */
  readonly why: string;
  /** The value that it is odd about; any unless given. */
  readonly value?: string;
  /** The fix, in sentences. */
  readonly fix: string;
}

const accept = (id: string): string => `list "${id}" in aims-suppressions.yaml, with a reason.`;

/**
 * By the id of the constraint, those of OSCAL 1.2.2 that contradict one another or ask too much, as its metaschema has them. The finding
 * stays, since other tools that check constraints report it too; its fix does not spoil the document.
 */
export const oddConstraints: Readonly<Record<string, OddConstraint>> = {
  // The condition on the name stands inside the path that is counted, so that parts of other names count none.
  "oscal-assesment-part-objective-cardinality": {
    why: "OSCAL's own constraint asks one of every part of an assessment plan or result, not of objectives alone.",
    fix: `If this is an assessment objective, give it the name "objective" and a prop "method" with the value EXAMINE, INTERVIEW or TEST. If not, leave it as it is, and ${accept("oscal-assesment-part-objective-cardinality")}`,
  },
  // The prop is demanded in a part, and the names of props in parts are a closed list without it.
  "oscal-assessment-method-id-cardinality": {
    why: "This cannot be satisfied in OSCAL 1.2.2: another of its constraints, oscal-part-prop-name, refuses that prop.",
    fix: `Leave the document as it is, and ${accept("oscal-assessment-method-id-cardinality")}`,
  },
  "oscal-part-prop-name": {
    value: "method-id",
    why: "Another constraint of OSCAL 1.2.2, oscal-assessment-method-id-cardinality, asks for it in an assessment objective: the two cannot both be satisfied.",
    fix: `Leave the prop out, and where that one is reported, ${accept("oscal-assessment-method-id-cardinality")}`,
  },
};

/** What is odd about a constraint where it meets a value; undefined where it asks what it should. */
export function oddityOf(id: string, value?: unknown): OddConstraint | undefined {
  const odd = Object.hasOwn(oddConstraints, id) ? oddConstraints[id] : undefined;
  return odd?.value === undefined || odd.value === value ? odd : undefined;
}
