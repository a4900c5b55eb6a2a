import { expect, test } from "vitest";

import {
  aimsNamespace,
  controlsOf,
  groupsOf,
  nodesOf,
  paramsOf,
  propValues,
  readCatalog,
  type Param,
} from "./documents.js";
import { fitsType } from "./parameter-types.js";

const catalog = readCatalog();
const params = paramsOf(catalog);

const declared = [
  { param: "context-review-max-age", control: "cl.4.1", type: "days", value: "365" },
  { param: "interested-parties-review-max-age", control: "cl.4.2", type: "days", value: "365" },
  { param: "management-decision-max-age", control: "cl.5.1", type: "days", value: "365" },
  { param: "management-interview-max-age", control: "cl.5.1", type: "days", value: "365" },
  { param: "policy-acknowledgement-max-age", control: "cl.5.2", type: "days", value: "365" },
  { param: "policy-acknowledgement-share", control: "cl.5.2", type: "integer", value: "90" },
  { param: "risk-criteria-max-age", control: "cl.6.1.1", type: "days", value: "730" },
  { param: "risk-justification-required-from", control: "cl.6.1.2", type: "choice", value: "limited" },
  { param: "risk-treatment-required-from", control: "cl.6.1.3", type: "choice", value: "medium" },
  { param: "high-impact-waiver-max-age", control: "cl.6.1.3", type: "days", value: "365" },
  { param: "impact-method-max-age", control: "cl.6.1.4", type: "days", value: "730" },
  { param: "objective-result-max-age", control: "cl.6.2", type: "days", value: "180" },
  { param: "resource-decision-max-age", control: "cl.7.1", type: "days", value: "365" },
  { param: "operator-training-max-age", control: "cl.7.2", type: "days", value: "730" },
  { param: "competence-max-age", control: "cl.7.2", type: "days", value: "730" },
  { param: "awareness-max-age", control: "cl.7.3", type: "days", value: "365" },
  { param: "awareness-share", control: "cl.7.3", type: "integer", value: "90" },
  { param: "control-test-max-age", control: "cl.8.1", type: "days", value: "365" },
  { param: "risk-assessment-max-age", control: "cl.8.2", type: "days", value: "365" },
  { param: "treatment-check-within", control: "cl.8.3", type: "days", value: "90" },
  { param: "minimum-assurance", control: "cl.9.1", type: "choice", value: "declared" },
  { param: "internal-audit-max-age", control: "cl.9.2.1", type: "days", value: "365" },
  { param: "audit-cycle-days", control: "cl.9.2.1", type: "days", value: "1095" },
  { param: "management-review-max-age", control: "cl.9.3.1", type: "days", value: "365" },
  { param: "improvement-max-age", control: "cl.10.1", type: "days", value: "365" },
  { param: "ai-policy-max-age", control: "a.2.2", type: "days", value: "730" },
  { param: "policy-consistency-max-age", control: "a.2.3", type: "days", value: "365" },
  { param: "ai-policy-review-max-age", control: "a.2.4", type: "days", value: "365" },
  { param: "concern-channel-test-max-age", control: "a.3.3", type: "days", value: "365" },
  { param: "concern-procedure-max-age", control: "a.3.3", type: "days", value: "730" },
  { param: "inventory-review-max-age", control: "a.4.2", type: "days", value: "90" },
  { param: "tool-comparison-max-age", control: "a.4.4", type: "days", value: "90" },
  { param: "hosting-comparison-max-age", control: "a.4.5", type: "days", value: "90" },
  { param: "impact-assessment-max-age", control: "a.5.2", type: "days", value: "365" },
  { param: "impact-procedure-max-age", control: "a.5.2", type: "days", value: "365" },
  { param: "impact-assessment-retention-days", control: "a.5.3", type: "days", value: "1825" },
  { param: "bias-assessment-max-age", control: "a.5.4", type: "days", value: "365" },
  { param: "privacy-assessment-max-age", control: "a.5.4", type: "days", value: "730" },
  { param: "development-procedure-max-age", control: "a.6.1.3", type: "days", value: "365" },
  { param: "review-enforcement-check-max-age", control: "a.6.1.3", type: "days", value: "180" },
  { param: "testing-max-age", control: "a.6.2.4", type: "days", value: "730" },
  { param: "security-test-max-age", control: "a.6.2.4", type: "days", value: "365" },
  { param: "rollback-max-age", control: "a.6.2.5", type: "days", value: "365" },
  { param: "monitoring-max-age", control: "a.6.2.6", type: "days", value: "365" },
  { param: "monitoring-interval-max", control: "a.6.2.6", type: "days", value: "90" },
  { param: "documentation-max-age", control: "a.6.2.7", type: "days", value: "365" },
  { param: "log-retention-days", control: "a.6.2.8", type: "days", value: "184" },
  { param: "log-sample-max-age", control: "a.6.2.8", type: "days", value: "90" },
  { param: "logging-configuration-max-age", control: "a.6.2.8", type: "days", value: "365" },
  { param: "data-procedure-max-age", control: "a.7.2", type: "days", value: "365" },
  { param: "user-information-max-age", control: "a.8.2", type: "days", value: "365" },
  { param: "retirement-notice-days", control: "a.8.2", type: "days", value: "30" },
  { param: "outside-report-review-max-age", control: "a.8.3", type: "days", value: "180" },
  { param: "feedback-max-age", control: "a.8.3", type: "days", value: "365" },
  { param: "incident-plan-max-age", control: "a.8.4", type: "days", value: "365" },
  { param: "incident-decision-days", control: "a.8.4", type: "days", value: "3" },
  { param: "incident-notification-days", control: "a.8.4", type: "days", value: "15" },
  { param: "oversight-required-from", control: "a.9.2", type: "choice", value: "high" },
  { param: "oversight-review-max-age", control: "a.9.2", type: "days", value: "365" },
  { param: "use-objective-max-age", control: "a.9.3", type: "days", value: "365" },
  { param: "guardrails-max-age", control: "a.9.4", type: "days", value: "365" },
  { param: "supplier-assessment-max-age", control: "a.10.3", type: "days", value: "365" },
  { param: "customer-feedback-review-max-age", control: "a.10.4", type: "days", value: "365" },
];

function typeOf(param: Param): string | undefined {
  const types = propValues(param.props, "value-type", aimsNamespace);
  return types.length === 1 ? types[0] : undefined;
}

test("each parameter stands at its control, with one type and one default", () => {
  const found = controlsOf(catalog).flatMap((control) =>
    (control.params ?? []).map((param) => ({
      param: param.id,
      control: control.id,
      type: typeOf(param),
      value: param.values?.join(),
    })),
  );
  expect(found).toEqual(declared);
  expect(groupsOf(catalog).filter((group) => group.params !== undefined)).toEqual([]);
});

test("ids are unique", () => {
  expect(new Set(params.map((param) => param.id)).size).toBe(params.length);
});

test.each(params.map((param) => [param.id, param] as const))("%s is labelled, explained and typed", (_id, param) => {
  expect(param.label).toMatch(/^[a-z].{10,}$/);
  expect(param.usage).toMatch(/^[A-Z].{39,}\.$/);
  expect(param.guidelines?.map((guideline) => guideline.prose)).toEqual([expect.stringMatching(/^\S.{39,}\.$/)]);
  // OSCAL allows values or select, never both: choices are props.
  expect(param.select).toBeUndefined();
  expect(fitsType(param, param.values ?? [])).toBe(true);
});

test("choices are there for the type choice and for no other", () => {
  const choices = params.map((param) => [param.id, ...propValues(param.props, "choice", aimsNamespace)]);
  expect(choices.filter((entry) => entry.length > 1)).toEqual([
    ["risk-justification-required-from", "minimal", "limited", "high"],
    ["risk-treatment-required-from", "low", "medium", "high"],
    ["minimum-assurance", "declared", "documented", "tested"],
    ["oversight-required-from", "minimal", "limited", "high"],
  ]);
});

test("a value of another type does not fit", () => {
  const days: Param = { id: "days", props: [{ name: "value-type", ns: aimsNamespace, value: "days" }] };
  expect(["365", "0", "-1", "1.5", "a year", "0365", ""].filter((value) => fitsType(days, [value]))).toEqual(["365"]);
  expect(fitsType(days, ["1", "2"])).toBe(false);
  const choice: Param = {
    id: "choice",
    props: [
      { name: "value-type", ns: aimsNamespace, value: "choice" },
      { name: "choice", ns: aimsNamespace, value: "high" },
    ],
  };
  expect(["high", "low"].filter((value) => fitsType(choice, [value]))).toEqual(["high"]);
  expect(fitsType({ id: "untyped" }, ["1"])).toBe(false);
});

test("every insert names a parameter, and every parameter is named where it acts", () => {
  const inserted = nodesOf(catalog).flatMap(({ node }) =>
    typeof node === "string"
      ? [...node.matchAll(/\{\{ insert: param, ([\w.-]+) \}\}/g)].map((match) => match[1] ?? "")
      : [],
  );
  expect([...new Set(inserted)].sort()).toEqual(params.map((param) => param.id).sort());
});
