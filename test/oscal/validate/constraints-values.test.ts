/** Constraints on values: lists of allowed ones, and forms. */
import { describe, expect, test } from "vitest";
import { checkConstraints } from "../../../src/oscal/validate/constraints.js";
import { catalog, ids, results, uuid, withValue } from "../../support/documents.js";
import { by, error, places, planned, system, warning } from "./constraint-cases.js";

const { control, implementation, metadata } = places;

describe("allowed-values", () => {
  test("a prop name that nothing defines, with the one that was meant", async () => {
    const document = withValue(catalog(), `${control}/props`, [
      { name: "sort-id", value: "a" },
      { name: "sort_id", value: "a" },
      { name: "sort_id", value: "a", ns: "https://example.org/ns" },
    ]);
    expect(await checkConstraints(document)).toEqual([
      {
        pointer: `${control}/props/1/name`,
        code: "oscal-allowed-values",
        ...error,
        ...by("allowed-values", "oscal-control-prop-name"),
        message: 'The prop name "sort_id" is not one that OSCAL defines here.',
        fix: 'Did you mean "sort-id"? Allowed: label, sort-id, alt-identifier, status, marking. Or give the prop a namespace of its own in "ns".',
        value: "sort_id",
        allowed: ["label", "sort-id", "alt-identifier", "status", "marking"],
        suggestion: "sort-id",
      },
    ]);
  });

  test("all lists that hit a node count together, also from above", async () => {
    const props = ["keywords", "resolution-tool", "marking", "label"].map((name) => ({ name, value: name }));
    const problems = await checkConstraints(withValue(catalog(), `${metadata}/props`, props));
    expect(problems.map(({ pointer, allowed }) => [pointer, allowed])).toEqual([
      [`${metadata}/props/3/name`, ["resolution-tool", "source-profile-uuid", "keywords", "marking"]],
    ]);
  });

  test("other values are allowed where every list says so", async () => {
    const document = withValue(results(), "/assessment-results/results/0/observations/0/methods", ["TEST-AUTOMATED"]);
    expect(await checkConstraints(document)).toEqual([]);
  });

  test("the value of a prop", async () => {
    const document = withValue(planned(), "/assessment-plan/local-definitions/activities/0/props/0/value", "test");
    expect(await checkConstraints(document)).toEqual([
      {
        pointer: "/assessment-plan/local-definitions/activities/0/props/0/value",
        code: "oscal-allowed-values",
        ...error,
        ...by("allowed-values", "oscal-activity-type-values"),
        message: '"test" is not a value that OSCAL defines for the prop "method" here.',
        fix: 'Did you mean "TEST"? Allowed: INTERVIEW, EXAMINE, TEST.',
        value: "test",
        allowed: ["INTERVIEW", "EXAMINE", "TEST"],
        suggestion: "TEST",
      },
    ]);
  });

  test("a part name, also deep inside a statement", async () => {
    const parts = [
      { name: "item", parts: [{ name: "guidance" }] },
      { name: "own", ns: "https://example.org/ns" },
    ];
    const problems = await checkConstraints(withValue(catalog(), `${control}/parts/0/parts`, parts));
    expect(problems.map(({ pointer, message, allowed }) => ({ pointer, message, allowed }))).toEqual([
      {
        pointer: `${control}/parts/0/parts/0/parts/0/name`,
        message: 'The part name "guidance" is not one that OSCAL defines here.',
        allowed: ["item", "objective", "assessment-objective"],
      },
    ]);
  });

  test("the type and state of a finding's target", async () => {
    const target = "/assessment-results/results/0/findings/0/target";
    const typed = withValue(results(), `${target}/type`, "control-id");
    expect(await checkConstraints(withValue(typed, `${target}/status/state`, "satisfeid"))).toEqual([
      {
        pointer: `${target}/status/state`,
        code: "oscal-allowed-values",
        ...error,
        ...by("allowed-values", "oscal-finding-target-status-state-values"),
        message: '"satisfeid" is not allowed for "state" of the status.',
        fix: 'Did you mean "satisfied"? Allowed: satisfied, not-satisfied.',
        value: "satisfeid",
        allowed: ["satisfied", "not-satisfied"],
        suggestion: "satisfied",
      },
      {
        pointer: `${target}/type`,
        code: "oscal-allowed-values",
        ...error,
        ...by("allowed-values", "oscal-finding-target-values"),
        message: '"control-id" is not allowed for "type" of the target.',
        fix: "Allowed: statement-id, objective-id.",
        value: "control-id",
        allowed: ["statement-id", "objective-id"],
      },
    ]);
  });

  test("the relationship of a mapping, which is a bare value", async () => {
    const item = { type: "control", "id-ref": "a" };
    const map = { uuid: uuid(1), relationship: "bogus", sources: [item], targets: [item] };
    const mapping = { uuid: uuid(2), method: "human", maps: [map, { ...map, relationship: "equal-to" }] };
    const collection = { provenance: { method: "human", status: "draft" } };
    const one = { "mapping-collection": { ...collection, mappings: mapping } };
    const many = { "mapping-collection": { ...collection, mappings: [mapping] } };
    expect(await checkConstraints(many)).toEqual([
      {
        pointer: "/mapping-collection/mappings/0/maps/0/relationship",
        code: "oscal-allowed-values",
        ...error,
        ...by("allowed-values", "mapping-common:map/relationship:allowed-values-1"),
        message: `"bogus" is not allowed for "relationship" of map "${uuid(1)}".`,
        fix: "Allowed: equivalent-to, equal-to, subset-of, superset-of, intersects-with, no-relationship.",
        value: "bogus",
        allowed: ["equivalent-to", "equal-to", "subset-of", "superset-of", "intersects-with", "no-relationship"],
      },
    ]);
    expect((await checkConstraints(one)).map(({ pointer }) => pointer)).toEqual([
      "/mapping-collection/mappings/maps/0/relationship",
    ]);
  });

  test("a value that is listed as deprecated is a warning", async () => {
    const document = withValue(catalog(), `${control}/props`, [{ name: "status", value: "Withdrawn" }]);
    expect(await checkConstraints(document)).toEqual([
      {
        pointer: `${control}/props/0/value`,
        code: "oscal-deprecated-value",
        ...warning,
        ...by("allowed-values", "oscal-control-prop-status-value"),
        message: '"Withdrawn" is deprecated in OSCAL for "value" of prop "status".',
        fix: 'Write "withdrawn". Current: withdrawn.',
        value: "Withdrawn",
        allowed: ["withdrawn"],
        suggestion: "withdrawn",
      },
    ]);
  });

  test("an entry of a list of bare values", async () => {
    const document = withValue(results(), "/assessment-results/results/0/observations/0/types", ["finding", "own"]);
    const problems = await checkConstraints(document);
    expect(problems.map(({ pointer, code, message }) => ({ pointer, code, message }))).toEqual([
      {
        pointer: "/assessment-results/results/0/observations/0/types/0",
        code: "oscal-deprecated-value",
        message: '"finding" is deprecated in OSCAL for an entry of "types".',
      },
    ]);
  });
});

describe("matches", () => {
  const hashed = (hash: object): unknown =>
    withValue(results(), "/assessment-results/back-matter/resources/0/rlinks/0/hashes", [hash]);

  test("a hash has as many digits as its algorithm makes", async () => {
    expect(await checkConstraints(hashed({ algorithm: "SHA-256", value: "0".repeat(64) }))).toEqual([]);
    expect(await checkConstraints(hashed({ algorithm: "SHA-512", value: "0".repeat(64) }))).toEqual([
      {
        pointer: "/assessment-results/back-matter/resources/0/rlinks/0/hashes/0/value",
        code: "oscal-matches",
        ...error,
        ...by("matches", "oscal-check-hash-length-SHA2-3-512"),
        message: `"${"0".repeat(64)}" does not have the form that "value" of this hash has to have.`,
        fix: "Write 128 hexadecimal digits, as SHA-512 or SHA3-512 has them, or name the algorithm that made the hash.",
        value: "0".repeat(64),
      },
    ]);
  });

  test("the whole value has to match", async () => {
    const located = (country: string): unknown =>
      withValue(catalog(), `${metadata}/locations`, [{ uuid: uuid(7), address: { country } }]);
    expect(await checkConstraints(located("CH"))).toEqual([]);
    for (const country of ["CHE", "ch", " CH", "CH\n"]) {
      expect(await checkConstraints(located(country))).toMatchObject([
        { pointer: `${metadata}/locations/0/address/country`, code: "oscal-matches", value: country },
      ]);
    }
  });

  const withProp = (name: string, value: string): unknown =>
    withValue(system(), `${implementation}/components/1`, {
      ...{
        uuid: ids.scoring,
        type: "interconnection",
        title: "Link",
        description: "A link.",
        props: [{ name, value }],
      },
      status: { state: "operational" },
    });

  test.each([
    ["ipv4-address", ["192.0.2.1", "0.0.0.0", "255.255.255.255"], ["192.0.2", "192.0.2.256", "192.0.2.01", "a"]],
    [
      "ipv6-address",
      ["2001:db8::1", "::", "::1", "1:2:3:4:5:6:7:8", "::ffff:192.0.2.1", "fe80::"],
      ["1:2:3:4:5:6:7", "1::2::3", "12345::", "::g", "1:2:3:4:5:6:7:8:9", "::192.0.2.256", ":"],
    ],
    ["isa-date", ["2026-04-14T09:00:00Z", "2024-02-29T09:00:00.5+02:00"], ["2026-04-14", "2026-02-29T09:00:00Z"]],
    ["uri", ["https://example.org/a?b#c", "urn:x:y"], ["example.org", "https://example.org/a b"]],
    ["inherited-uuid", [uuid(5)], ["00000000-0000-1000-8000-000000000005"]],
    ["release-date", ["2024-02-29"], ["2023-02-29", "2024"]],
  ] as const)("the datatype of the prop %s", async (name, right, wrong) => {
    for (const value of right) expect(await checkConstraints(withProp(name, value)), value).toEqual([]);
    for (const value of wrong) {
      expect(await checkConstraints(withProp(name, value)), value).toMatchObject([
        { pointer: `${implementation}/components/1/props/0/value`, code: "oscal-matches", value },
      ]);
    }
  });
});
