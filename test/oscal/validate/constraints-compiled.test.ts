/** All constraints of the model are compiled, none is skipped, and there are words for each. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { constraintChecksModule } from "../../../scripts/oscal/constraint-checks.js";
import type { Constraint } from "../../../scripts/oscal/constraints.js";
import { parseMetapath } from "../../../scripts/oscal/metapath.js";
import type { Model } from "../../../scripts/oscal/model.js";
import { constraintDatatypes } from "../../../src/oscal/validate/constraints/values.js";
import { expectationWords } from "../../../src/oscal/validate/constraints/expectations.js";
import { indexWords, regexForms } from "../../../src/oscal/validate/constraints/words.js";
import { constraintsNotEvaluated } from "../../../src/oscal/validate/constraints.js";
import * as compiled from "../../../src/oscal/validate/generated/constraints.js";
import { projectPath } from "../../support/project.js";
import { model } from "./paired-nodes.js";

const declared = [model.assemblies, model.fields, model.flags].flatMap((table) =>
  Object.values(table).flatMap(({ constraints = [] }) => constraints),
);
const checks = Object.values(compiled.definitions).flatMap((definition) => definition.checks ?? []);

function countByKind(kinds: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of [...kinds].sort()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

describe("all constraints", () => {
  test("of the model are the 340 of OSCAL 1.2.2", () => {
    expect(countByKind(declared.map(({ kind }) => kind))).toEqual({
      "allowed-values": 200,
      expect: 12,
      "has-cardinality": 11,
      index: 20,
      "index-has-key": 24,
      "is-unique": 48,
      matches: 25,
    });
  });

  test("are compiled, but for those whose target nothing can match", () => {
    expect(compiled.neverMatching).toEqual([
      "oscal-inventory-item-hardware-service-software-prop-name-values", // an inventory item has no type
      "oscal-metadata-action-system-values", // an action has a flag system, and no element
      "oscal-metadata-action-type-values",
    ]);
    const never = new Set(compiled.neverMatching);
    expect(countByKind(checks.map(({ type }) => type))).toEqual(
      countByKind(declared.flatMap(({ kind, id = "" }) => (never.has(id) ? [] : [kind]))),
    );
    expect(checks).toHaveLength(337);
  });

  test("are evaluated, but for one part that reads another document", async () => {
    expect(await constraintsNotEvaluated()).toEqual([
      {
        constraint: "oscal-ssp-by-component-uuid-index",
        expression: declared.find(({ id }) => id === "oscal-ssp-by-component-uuid-index")?.target,
        reason: "It reads another document (doc), which a check of one document does not have.",
      },
    ]);
  });

  test("without an id get one from their place", () => {
    const declaredIds = new Set(declared.map(({ id }) => id));
    const made = checks.map(({ id }) => id).filter((id) => !declaredIds.has(id));
    expect(made.sort()).toEqual([
      "mapping-common:confidence-score/category:allowed-values-1",
      "mapping-common:map/relationship:allowed-values-1",
      "mapping-common:mapping-item/@type:allowed-values-1",
      "mapping-common:mapping-resource-reference/@type:allowed-values-1",
      "mapping-common:match-with-child-controls:allowed-values-1",
      "mapping-common:matching-rationale:allowed-values-1",
      "mapping-common:method:allowed-values-1",
      "mapping-common:qualifier-item/@category:allowed-values-1",
      "mapping-common:qualifier-item/@predicate:allowed-values-1",
      "mapping-common:qualifier-item/@subject:allowed-values-1",
      "mapping-common:status:allowed-values-1",
    ]);
  });

  test("that only suggest values are known as such", () => {
    const idle = checks.filter((check) => check.idle === 1);
    expect(idle.map(({ id }) => id).sort()).toEqual([...compiled.neverRestricting].sort());
    expect(idle.filter(({ type, open, deprecated }) => type !== "allowed-values" || open !== 1 || deprecated)).toEqual(
      [],
    );
    expect(compiled.neverRestricting).toHaveLength(47);
  });
});

describe("words", () => {
  const idsOf = (...kinds: string[]): string[] =>
    [...new Set(declared.flatMap(({ kind, id = "" }) => (kinds.includes(kind) ? [id] : [])))].sort();

  test("for each expectation and number", () => {
    expect(Object.keys(expectationWords).sort()).toEqual(idsOf("expect", "has-cardinality"));
  });

  test("for each index", () => {
    const names = declared.flatMap(({ index }) => index ?? []);
    expect(Object.keys(indexWords).sort()).toEqual([...new Set(names)].sort());
  });

  test("for each regular expression and datatype", () => {
    const matches = checks.filter(({ type }) => type === "matches");
    const regexes = matches.filter(({ datatype }) => datatype === undefined).map(({ id }) => id);
    expect(Object.keys(regexForms).sort()).toEqual(regexes.sort());
    const datatypes = matches.flatMap(({ datatype }) => datatype ?? []);
    expect(Object.keys(constraintDatatypes).sort()).toEqual([...new Set(datatypes)].sort());
  });

  test("a datatype is tested by the pattern of the model or by a function of its own", () => {
    const untested = checks.filter(
      ({ datatype, regex }) =>
        datatype !== undefined && regex === undefined && constraintDatatypes[datatype]?.isValid === undefined,
    );
    expect(untested).toEqual([]);
  });
});

describe("what is not understood is an error of the generator", () => {
  test.each([
    ...["prop[1]", "../prop", "$id", "a + b", "count(prop)", "prop[", "/catalog", "@a != 'b'", "ancestor::control"],
    ...[
      "if (@a) then @b else @c",
      "",
      "starts-with(@a)",
      "prop/exists(@a)",
      "prop |",
      "*",
      "@a = 'b' or",
      "a//(b",
      "'a",
    ],
  ])("the expression %s", (expression) => {
    expect(() => parseMetapath(expression)).toThrow(/^Metapath /);
  });

  const modelFile = projectPath("src/oscal/model/generated/oscal-1.2.2.json");
  const withConstraint = (constraint: Constraint): Model => {
    const changed = JSON.parse(readFileSync(modelFile, "utf8")) as Model;
    const control = changed.assemblies["catalog:control"] ?? { name: "control" };
    changed.assemblies["catalog:control"] = { ...control, constraints: [{ id: "own", ...constraint }] };
    return changed;
  };

  test.each<[Constraint, string]>([
    [{ kind: "expect", test: "title", level: "CRITICAL" }, "own: the level CRITICAL is not understood"],
    [{ kind: "expect", test: "oscal" }, "own: oscal is never true"],
    [{ kind: "expect", test: "part/@name > 'a'" }, "A path was expected, not literals"],
    [{ kind: "expect", test: "title = part" }, "= is understood with literals only"],
    [{ kind: "expect", test: "part[.//prop]" }, "// is not understood in a condition"],
    [{ kind: "expect", test: "part = 'a'" }, "control-common:part has no value"],
    [{ kind: "index", index: "i", target: "//part", key: [{ target: "@id" }] }, "// begins at the document"],
    [{ kind: "is-unique", target: "part", key: [{ target: "@uuid" }] }, "own: the key field @uuid is nowhere"],
    [{ kind: "allowed-values", target: "part", values: ["a"] }, "control-common:part has no value"],
    [{ kind: "has-cardinality", target: "part|oscal", min: 1 }, "own: a part of part|oscal can never match"],
    [{ kind: "matches", target: "title", regex: "(" }, "Invalid regular expression"],
  ])("the constraint %j", async (constraint, message) => {
    await expect(constraintChecksModule(withConstraint(constraint), "")).rejects.toThrow(message);
  });
});
