import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkConstraints } from "../../../src/oscal/validate/constraints.js";
import { validateOscal } from "../../../src/oscal/validate.js";
import { assessmentPlan, catalog, ids, plan, profile, results, uuid, withValue } from "../../support/documents.js";
import { hasStandard, projectPath, readJson, standard, withoutStandard } from "../../support/project.js";
import { by, error, method, places, planned, system, warning } from "./constraint-cases.js";

const { control, implementation, metadata } = places;

describe("documents that keep all constraints", () => {
  test.each([catalog(), profile(), system(), planned(), results()])("%#", async (document) => {
    expect(await checkConstraints(document)).toEqual([]);
  });

  const own = ["catalog", "profiles"].flatMap((folder) =>
    readdirSync(projectPath(folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".json"))
      .map((name) => `${folder}/${name}`),
  );
  test.each(own)("%s", async (path) => {
    expect(await checkConstraints(readJson(projectPath(path)))).toEqual([]);
  });
});

describe("expect", () => {
  test("a control without a statement, unless it is withdrawn", async () => {
    const without = withValue(catalog(), `${control}/parts`, undefined);
    expect(await checkConstraints(without)).toEqual([
      {
        pointer: control,
        code: "oscal-expect",
        ...error,
        ...by("expect", "oscal-catalog-control-require-statement-when-not-withdrawn"),
        message: 'Control "a.5.2" has no part named "statement" that says what it requires, and is not withdrawn.',
        fix: 'Add a part with the name "statement", or a prop "status" with the value "withdrawn".',
      },
    ]);
    const withdrawn = withValue(without, `${control}/props`, [{ name: "status", value: "withdrawn" }]);
    expect(await checkConstraints(withdrawn)).toEqual([]);
  });

  test("a range of ports that is upside down, compared as numbers", async () => {
    const ports = (start: number, end: number): unknown =>
      withValue(system(), `${implementation}/components/1/protocols`, [
        { uuid: uuid(20), name: "https", "port-ranges": [{ start, end, transport: "TCP" }] },
      ]);
    expect(await checkConstraints(ports(80, 443))).toEqual([]);
    expect(await checkConstraints(ports(443, 80))).toEqual([
      {
        pointer: `${implementation}/components/1/protocols/0/port-ranges/0/start`,
        code: "oscal-expect",
        ...warning,
        ...by("expect", "oscal-component-protocol-port-range-starts-before-end"),
        message: "This port-range starts after its end.",
        fix: 'Exchange "start" and "end", or correct one of them.',
        value: 443,
      },
    ]);
  });

  test("a deprecated flag; its deprecated value is not reported beside it", async () => {
    const merging = withValue(profile(), "/profile/merge/combine", { method: "merge" });
    expect(await checkConstraints(merging)).toEqual([
      {
        pointer: "/profile/merge/combine/method",
        code: "oscal-expect",
        ...error,
        ...by("expect", "oscal-profile-req-merge-combine"),
        message: 'The combine method "merge" is deprecated in OSCAL.',
        fix: 'Write "use-first" to keep the first of several, or "keep" to keep all.',
        value: "merge",
      },
    ]);
  });
});

describe("has-cardinality", () => {
  test("too few", async () => {
    expect(await checkConstraints(assessmentPlan())).toEqual([
      {
        pointer: "/assessment-plan/local-definitions/activities/0",
        code: "oscal-cardinality",
        ...error,
        ...by("has-cardinality", "oscal-activity-type-cardinality"),
        message: `Activity "${ids.activity}" has no prop "method" that says how it is carried out.`,
        fix: 'Add a prop with the name "method" and the value EXAMINE, INTERVIEW or TEST.',
      },
    ]);
  });

  test("too many", async () => {
    const objective = { name: "assessment-objective", props: [{ name: "method-id", value: "a" }] };
    const assess = { name: "assessment-method", props: [method], parts: [{ name: "assessment-objects" }] };
    const document = withValue(planned(), "/assessment-plan/local-definitions/objectives-and-methods", [
      { "control-id": "a.5.2", parts: [objective, objective, assess] },
    ]);
    const problems = await checkConstraints(document);
    const cardinality = problems.filter(({ code }) => code === "oscal-cardinality");
    expect(cardinality.map(({ pointer, message }) => ({ pointer, message }))).toEqual([
      {
        pointer: "/assessment-plan/local-definitions/objectives-and-methods/0",
        message: 'Objectives-and-methods "a.5.2" has 2 parts named "assessment-objective"; one is allowed.',
      },
    ]);
  });

  test("one of several, counted together", async () => {
    const empty = withValue(catalog(), `${metadata}/locations`, [{ uuid: uuid(7) }]);
    expect((await checkConstraints(empty)).map(({ severity, message }) => ({ severity, message }))).toEqual([
      { severity: "warning", message: `Location "${uuid(7)}" has no address.` },
      {
        severity: "error",
        message: `Location "${uuid(7)}" has nothing by which people find it: no title, address, e-mail or telephone number.`,
      },
    ]);
    const titled = withValue(empty, `${metadata}/locations/0/title`, "Here");
    expect((await checkConstraints(titled)).map(({ severity }) => severity)).toEqual(["warning"]);
  });
});

test("what the schema lets through", async () => {
  const slips: [document: unknown, code: string][] = [
    [withValue(catalog(), `${control}/props`, [{ name: "maturity", value: "3" }]), "oscal-allowed-values"],
    [withValue(catalog(), "/catalog/groups/0/id", "a.5.2"), "oscal-index-duplicate"],
    [withValue(catalog(), `${metadata}/responsible-parties/0/role-id`, "nobody"), "oscal-index-missing-key"],
    [withValue(catalog(), `${control}/parts/0/name`, "guidance"), "oscal-expect"],
    [withValue(planned(), "/assessment-plan/local-definitions/activities/0/props", undefined), "oscal-cardinality"],
  ];
  for (const [document, code] of slips) {
    expect(await validateOscal(document)).toEqual([]);
    expect((await checkConstraints(document)).map((problem) => problem.code)).toEqual([code]);
  }
});

describe("any JSON value", () => {
  test("that is not a document of OSCAL has nothing to check", async () => {
    for (const value of [null, true, 1, "catalog", [], {}, { catalogue: {} }, { catalog: null }, { catalog: [] }]) {
      expect(await checkConstraints(value)).toEqual([]);
    }
    expect(await checkConstraints(JSON.parse('{"__proto__":{"catalog":{}},"constructor":{}}'))).toEqual([]);
  });

  test("in any place of a document", async () => {
    const documents = [catalog(), profile(), plan(), assessmentPlan(), results()];
    const everywhere = documents.flatMap((document) => pointers(document).map((pointer) => ({ document, pointer })));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...everywhere),
        fc.jsonValue({ maxDepth: 3 }),
        async ({ document, pointer }, value) => {
          const problems = await checkConstraints(withValue<unknown>(document, pointer, value));
          for (const problem of problems) expect(problem.message).not.toMatch(/undefined|\[object|NaN/);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  test("nested as deep as one likes", async () => {
    const depth = 20_000;
    const withdrawn = { name: "status", value: "withdrawn" };
    let nested: unknown = { id: "innermost", props: [withdrawn, { name: "lable", value: "1" }] };
    for (let level = depth; level > 0; level -= 1) {
      nested = { id: `c${String(level)}`, props: [withdrawn], controls: [nested] };
    }
    const problems = await checkConstraints({ catalog: { controls: [nested] } });
    expect(problems.map(({ pointer, suggestion }) => ({ pointer, suggestion }))).toEqual([
      { pointer: `/catalog${"/controls/0".repeat(depth + 1)}/props/1/name`, suggestion: "label" },
    ]);
  });

  test("twice gives the same, also when the document has changed in between", async () => {
    const document = catalog();
    expect(await checkConstraints(document)).toEqual([]);
    Object.assign(document.catalog, { groups: withValue(document, control, { id: "b", title: "B" }).catalog.groups });
    const once = await checkConstraints(document);
    expect(once.map(({ code }) => code)).toEqual(["oscal-expect"]);
    expect(await checkConstraints(document)).toEqual(once);
  });
});

/** Every pointer into a document, the root property first. */
function pointers(value: unknown, pointer = ""): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    const at = `${pointer}/${key}`;
    return [at, ...pointers(entry, at)];
  });
}

describe.skipIf(!hasStandard)(`published content (${withoutStandard})`, () => {
  const summary = async (path: string): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const { severity, origin } of await checkConstraints(readJson(`${standard}/content/${path}`))) {
      const name = `${severity} ${origin.kind === "constraint" ? (origin.id ?? "") : ""}`;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  };

  test("the catalog SP 800-53 rev5 uses a deprecated flag", async () => {
    expect(await summary("sp800-53-rev5-v1.0.0/json/NIST_SP-800-53_rev5_catalog-min.json")).toEqual({
      "error oscal-parameter-depends-on-deprecated": 62,
      "warning oscal-back-matter-resource-base64-rlink-cardinality": 3,
    });
  });

  test("the examples have deprecated values at most", async () => {
    const deprecated = "warning oscal-system-identifier-type-values";
    expect({
      component: await summary("examples/component-definition/json/example-component-definition.json"),
      plan: await summary("examples/ssp/json/ssp-example.json"),
      assessmentPlan: await summary("examples/ap/json/ifa_assessment-plan-example.json"),
      results: await summary("examples/ar/json/ifa_assessment-results-example.json"),
      milestones: await summary("examples/poam/json/ifa_plan-of-action-and-milestones.json"),
    }).toEqual({
      component: {},
      plan: { [deprecated]: 1 },
      assessmentPlan: {},
      results: { "warning oscal-observation-values": 2 },
      milestones: { "warning oscal-observation-values": 1, [deprecated]: 1 },
    });
  });

  test("mappings from before the model was released", async () => {
    expect(await summary("mapping-collections-prerelease-INVALID/soc2-mapping-collection.json")).toEqual({
      "error mapping-common:method:allowed-values-1": 1,
      "error mapping-common:status:allowed-values-1": 1,
      "error oscal-metadata-prop-name-values": 20,
    });
  });
});
