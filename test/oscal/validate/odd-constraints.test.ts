import { describe, expect, test } from "vitest";
import { checkConstraints } from "../../../src/oscal/validate/constraints.js";
import { oddConstraints } from "../../../src/oscal/validate/constraints/odd-constraints.js";
import { constraintRegister } from "../../../src/oscal/constraint-register.js";
import { withValue } from "../../support/documents.js";
import { planned } from "./constraint-cases.js";

type Finding = [constraint: string | undefined, message: string, fix: string | undefined];

async function found(document: unknown): Promise<Finding[]> {
  return (await checkConstraints(document)).map(({ origin, message, fix }) => [
    origin.kind === "constraint" ? origin.id : undefined,
    message,
    fix,
  ]);
}

test("each is a constraint of OSCAL, and its fix names one to accept", () => {
  for (const [id, { fix }] of Object.entries(oddConstraints)) {
    expect(Object.keys(constraintRegister)).toContain(id);
    expect(fix).toMatch(/ list "oscal-[\w-]+" in aims-suppressions\.yaml, with a reason\.$/);
  }
});

describe("a part of a plan that is not an objective", () => {
  const parts = "/assessment-plan/terms-and-conditions";

  test("need not be made one", async () => {
    const terms = { parts: [{ name: "rules-of-engagement", prose: "Ask first." }] };
    expect(await found(withValue(planned(), parts, terms))).toEqual([
      [
        "oscal-assesment-part-objective-cardinality",
        `Part "rules-of-engagement" has no prop "method". OSCAL's own constraint asks one of every part of an assessment plan or result, not of objectives alone.`,
        'If this is an assessment objective, give it the name "objective" and a prop "method" with the value EXAMINE, INTERVIEW or TEST. If not, leave it as it is, and list "oscal-assesment-part-objective-cardinality" in aims-suppressions.yaml, with a reason.',
      ],
    ]);
  });

  test("an objective with its method keeps the constraint", async () => {
    const terms = { parts: [{ name: "objective", props: [{ name: "method", value: "TEST" }], prose: "Ask." }] };
    expect(await found(withValue(planned(), parts, terms))).toEqual([]);
  });
});

describe("an objective of a plan", () => {
  const objectives = (props?: object[]): unknown =>
    withValue(planned(), "/assessment-plan/local-definitions/objectives-and-methods", [
      {
        "control-id": "a.5.2",
        parts: [
          { name: "assessment-objective", prose: "It is done.", ...(props === undefined ? {} : { props }) },
          {
            name: "assessment-method",
            props: [{ name: "method", ns: "http://csrc.nist.gov/ns/rmf", value: "EXAMINE" }],
            parts: [{ name: "assessment-objects", prose: "Records." }],
          },
        ],
      },
    ]);
  const suppress = 'list "oscal-assessment-method-id-cardinality" in aims-suppressions.yaml, with a reason.';

  test("without a method-id is told that OSCAL cannot be satisfied", async () => {
    expect(await found(objectives())).toEqual([
      [
        "oscal-assessment-method-id-cardinality",
        'Objectives-and-methods "a.5.2" has no prop "method-id" in a part named "assessment-objective". This cannot be satisfied in OSCAL 1.2.2: another of its constraints, oscal-part-prop-name, refuses that prop.',
        `Leave the document as it is, and ${suppress}`,
      ],
    ]);
  });

  test("with one is told the same, and not to name another", async () => {
    expect(await found(objectives([{ name: "method-id", value: "m-1" }]))).toEqual([
      [
        "oscal-part-prop-name",
        'The prop name "method-id" is not one that OSCAL defines here. Another constraint of OSCAL 1.2.2, oscal-assessment-method-id-cardinality, asks for it in an assessment objective: the two cannot both be satisfied.',
        `Leave the prop out, and where that one is reported, ${suppress}`,
      ],
    ]);
  });

  test("another name that OSCAL does not define is answered as everywhere", async () => {
    const [, [, , fix] = []] = await found(objectives([{ name: "metod", value: "m-1" }]));
    expect(fix).toMatch(/^Give the prop a namespace/);
  });
});
