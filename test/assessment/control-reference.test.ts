import { describe, expect, it } from "vitest";
import {
  frameworkOf,
  labelOf,
  referenceOf,
  withFramework,
  type ControlId,
} from "../../src/assessment/control-reference.js";
import type { Tally } from "../../src/assessment/tally.js";
import type { SubjectId } from "../../src/assessment/verdict.js";
import { aimsNamespace } from "../../src/oscal/properties.js";
import type { ControlReference, RuleId } from "../../src/policy/rule.js";

const label = { name: "label", value: "A.6.2.8" };
const framework = { name: "framework", ns: aimsNamespace, value: "iso42001" };

describe("the reference of a control", () => {
  it.each([
    ["its label with its framework before it", [label, framework], "iso42001:A.6.2.8"],
    ["its label where it names no framework", [label], "A.6.2.8"],
    ["its id where it has no label", [framework], "iso42001:a.6.2.8"],
    ["its id where it has neither", undefined, "a.6.2.8"],
    ["made from the first label", [label, { ...label, value: "other" }], "A.6.2.8"],
    ["not made from a prop of another namespace", [{ ...framework, ns: "https://example.org" }], "a.6.2.8"],
  ])("is %s", (_, props, reference) => {
    const control = { id: "a.6.2.8", ...(props && { props }) };
    expect(referenceOf(control)).toBe(reference);
    expect(withFramework(control, labelOf(control))).toBe(reference);
  });

  it("begins with the framework, if with any", () => {
    expect(frameworkOf("nist-ai-rmf:GOVERN 1.1")).toBe("nist-ai-rmf");
    expect(frameworkOf("A.6.2.8")).toBeUndefined();
  });
});

describe("the kinds of ids", () => {
  const { controlByReference, ruleById }: Pick<Tally, "controlByReference" | "ruleById"> = {
    controlByReference: new Map(),
    ruleById: new Map(),
  };
  const id: ControlId = "a.6.2.8";
  const reference: ControlReference = "iso42001:A.6.2.8";
  const subject: SubjectId = "scoring";
  const rule: RuleId = "logged";

  it("are kept apart by the compiler: npm run typecheck fails where an expected error does not occur", () => {
    expect([controlByReference.get(reference), ruleById.get(rule)]).toEqual([undefined, undefined]);
    const mistaken = [
      // @ts-expect-error -- the OSCAL id of a control is not its reference
      controlByReference.get(id),
      // @ts-expect-error -- nor is the id of a subject
      controlByReference.get(subject),
      // @ts-expect-error -- nor is a control a rule
      ruleById.get(reference),
    ];
    expect(mistaken).toEqual([undefined, undefined, undefined]);
    // @ts-expect-error -- nor the other way round
    const filed: ControlId = reference;
    expect(filed).toBe(reference);
  });
});
