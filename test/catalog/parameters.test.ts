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
  { param: "risk-justification-required-from", control: "cl.6.1.2", type: "choice", value: "limited" },
  { param: "operator-training-max-age", control: "cl.7.2", type: "days", value: "730" },
  { param: "minimum-assurance", control: "cl.9.1", type: "choice", value: "declared" },
  { param: "inventory-review-max-age", control: "a.4.2", type: "days", value: "90" },
  { param: "impact-assessment-max-age", control: "a.5.2", type: "days", value: "365" },
  { param: "testing-max-age", control: "a.6.2.4", type: "days", value: "730" },
  { param: "monitoring-max-age", control: "a.6.2.6", type: "days", value: "365" },
  { param: "log-retention-days", control: "a.6.2.8", type: "days", value: "184" },
  { param: "supplier-assessment-max-age", control: "a.10.3", type: "days", value: "365" },
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
    ["minimum-assurance", "declared", "documented", "tested"],
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
