/** Constraints on keys: indexes, references into them, and uniqueness. */
import { describe, expect, test } from "vitest";
import { checkConstraints } from "../../../src/oscal/validate/constraints.js";
import { catalog, ids, profile, results, uuid, withValue } from "../../support/documents.js";
import { by, error, places, system } from "./constraint-cases.js";

const { control, implementation, metadata, requirement } = places;

describe("index", () => {
  test("two controls with one id: one problem, though three indexes hold it", async () => {
    const child = { id: "a.5.2", title: "Twice", parts: [{ name: "statement", prose: "It is." }] };
    const document = withValue(catalog(), `${control}/controls`, [child]);
    expect(await checkConstraints(document)).toEqual([
      {
        pointer: `${control}/controls/0/id`,
        code: "oscal-index-duplicate",
        ...error,
        ...by("index", "oscal-catalog-groups-controls-parts"),
        message: `The id "a.5.2" of this control is taken: the first that has it is at ${control}/id. Each group, control or part needs an id of its own.`,
        fix: 'Give one of them another "id", and correct what refers to it.',
        value: "a.5.2",
      },
    ]);
  });

  test("ids of groups, controls and parts differ; those of params are for themselves", async () => {
    const same = withValue(catalog(), `${control}/parts/0/id`, "a.5");
    const problems = await checkConstraints(withValue(same, `${control}/params/0/id`, "a.5.2"));
    expect(problems.map(({ pointer, origin }) => [pointer, origin])).toEqual([
      [`${control}/parts/0/id`, { kind: "constraint", type: "index", id: "oscal-catalog-groups-controls-parts" }],
    ]);
  });

  test("an object without a key is in no index", async () => {
    const part = { name: "guidance", prose: "More." };
    const statement = { name: "statement", prose: "It is." };
    expect(await checkConstraints(withValue(catalog(), `${control}/parts`, [statement, part, part]))).toEqual([]);
  });
});

describe("a uuid in capitals and in small letters", () => {
  const small = "6b2f9c3e-0d4a-4f59-9a51-2c7e8d1f0b64";
  const party = (id: string): object => ({ uuid: id, type: "person", name: id });
  const parties = (...all: string[]): unknown => withValue(catalog(), `${metadata}/parties`, all.map(party));
  const responsible = (document: unknown, id: string): unknown =>
    withValue(document, `${metadata}/responsible-parties/0/party-uuids`, [id]);

  test("is one: two parties cannot have it", async () => {
    const problems = await checkConstraints(responsible(parties(small, small.toUpperCase()), small));
    expect(problems.map(({ pointer, code }) => [pointer, code])).toEqual([
      [`${metadata}/parties/1/uuid`, "oscal-index-duplicate"],
    ]);
  });

  test("is found, and the other spelling is a warning", async () => {
    expect(await checkConstraints(responsible(parties(small), small.toUpperCase()))).toEqual([
      {
        pointer: `${metadata}/responsible-parties/0/party-uuids/0`,
        code: "oscal-uuid-case",
        severity: "warning",
        ...by("index-has-key", "oscal-index-metadata-party-uuid"),
        message: `"${small.toUpperCase()}" is spelled "${small}" where it is defined. A uuid is the same in capitals, but many tools compare letter by letter.`,
        fix: "Write it as it is defined, best in small letters.",
        suggestion: small,
        value: small.toUpperCase(),
      },
    ]);
    expect(await checkConstraints(responsible(parties(small.toUpperCase()), small.toUpperCase()))).toEqual([]);
  });
});

describe("index-has-key", () => {
  test("a role and a party that nobody defines, each once", async () => {
    const document = withValue(catalog(), `${metadata}/responsible-parties`, [
      { "role-id": "assesor", "party-uuids": [ids.party, uuid(999)] },
    ]);
    expect(await checkConstraints(document)).toEqual([
      {
        pointer: `${metadata}/responsible-parties/0/party-uuids/1`,
        code: "oscal-index-missing-key",
        ...error,
        ...by("index-has-key", "oscal-index-metadata-party-uuid"),
        message: `No party in this document has the uuid "${uuid(999)}".`,
        fix: `Did you mean "${ids.party}"? Define it under "parties" of the metadata, or name one that is there.`,
        value: uuid(999),
        allowed: [ids.party],
        suggestion: ids.party,
      },
      {
        pointer: `${metadata}/responsible-parties/0/role-id`,
        code: "oscal-index-missing-key",
        ...error,
        ...by("index-has-key", "oscal-metadata-responsible-party-index-metadata-role-id"),
        message: 'No role in this document has the id "assesor".',
        fix: 'Did you mean "assessor"? Define it under "roles" of the metadata, or name one that is there.',
        value: "assesor",
        allowed: ["assessor"],
        suggestion: "assessor",
      },
    ]);
  });

  test("the pattern says which part of a value is the key, and the level is that of the constraint", async () => {
    const links = [
      { rel: "related", href: "#a.5.2_smt" },
      { rel: "related", href: "#a.9.9" },
      { rel: "related", href: "https://example.org/" },
    ];
    const problems = await checkConstraints(withValue(catalog(), `${control}/links`, links));
    expect(problems.map(({ pointer, severity, message, value }) => ({ pointer, severity, message, value }))).toEqual([
      {
        pointer: `${control}/links/1/href`,
        severity: "warning",
        message: 'No group, control or part in this document has the id "a.9.9".',
        value: "#a.9.9",
      },
    ]);
  });

  test("a resource is sought in the back matter, which comes later in the document, or not at all", async () => {
    const link = withValue(results(), "/assessment-results/metadata/links", [
      { rel: "reference", href: `#${ids.resource}` },
    ]);
    expect(await checkConstraints(link)).toEqual([]);
    const without = withValue(link, "/assessment-results/back-matter", undefined);
    expect((await checkConstraints(without)).map(({ pointer, code }) => [pointer, code])).toEqual([
      ["/assessment-results/metadata/links/0/href", "oscal-index-missing-key"],
    ]);
  });

  test("where the constraint compares the whole href, # is in the way", async () => {
    const links = (href: string): unknown =>
      withValue(system(), `${implementation}/components/1/links`, [{ rel: "depends-on", href }]);
    expect(await checkConstraints(links(ids.thisSystem))).toEqual([]);
    expect(await checkConstraints(links(`#${ids.thisSystem}`))).toMatchObject([
      {
        pointer: `${implementation}/components/1/links/0/href`,
        code: "oscal-index-missing-key",
        fix: `Write "${ids.thisSystem}": the constraint compares the whole text with uuids, so it goes without "#".`,
        suggestion: ids.thisSystem,
      },
    ]);
    expect(await checkConstraints(links("#elsewhere"))).toMatchObject([
      {
        code: "oscal-index-missing-key",
        message: 'No component in this document has the uuid "#elsewhere".',
        fix: 'Define it under "components" of the system implementation, or name one that is there.',
      },
    ]);
  });

  test("a value that the pattern cannot read is in no index", async () => {
    const links = [{ rel: "provided-by", href: "other.json" }];
    const document = withValue(system(), `${requirement}/statements/0/by-components/0/links`, links);
    expect((await checkConstraints(document)).map(({ pointer, message }) => ({ pointer, message }))).toEqual([
      {
        pointer: `${requirement}/statements/0/by-components/0/links/0/href`,
        message: 'No by-component in this document has the uuid "other.json".',
      },
    ]);
  });
});

describe("is-unique", () => {
  test("one flag as the key", async () => {
    const document = withValue(profile(), "/profile/modify/set-parameters", [
      { "param-id": "a.5.2_prm", values: ["12"] },
      { "param-id": "a.5.2_prm", values: ["13"] },
      { "param-id": "a.5.3_prm", values: ["13"] },
    ]);
    expect(await checkConstraints(document)).toEqual([
      {
        pointer: "/profile/modify/set-parameters/1/param-id",
        code: "oscal-not-unique",
        ...error,
        ...by("is-unique", "oscal-unique-profile-modify-set-parameter"),
        message:
          'The param-id "a.5.2_prm" of this set-parameter is taken: the first that has it is at /profile/modify/set-parameters/0/param-id.',
        fix: 'Put what belongs together into one set-parameter, or correct the "param-id" of one of them.',
        value: "a.5.2_prm",
      },
    ]);
  });

  test("several flags as the key, of which some are missing", async () => {
    const prop = { name: "owner", ns: "https://example.org/ns", value: "a" };
    const document = withValue(catalog(), `${metadata}/props`, [prop, { ...prop, class: "b" }, { ...prop }]);
    expect(await checkConstraints(document)).toEqual([
      {
        pointer: `${metadata}/props/2`,
        code: "oscal-not-unique",
        ...error,
        ...by("is-unique", "oscal-unique-metadata-property"),
        message: `Prop "owner" stands here a second time; the first is at ${metadata}/props/0.`,
        fix: "Take one of the two out, or let them differ.",
      },
    ]);
  });

  test("the value of a field with flags is a part of the key", async () => {
    const identified = (...identifiers: object[]): unknown =>
      withValue(catalog(), `${metadata}/document-ids`, identifiers);
    expect(await checkConstraints(identified({ identifier: "a" }, { identifier: "b" }))).toEqual([]);
    expect(await checkConstraints(identified({ identifier: "a" }, { identifier: "a" }))).toMatchObject([
      { pointer: `${metadata}/document-ids/1`, code: "oscal-not-unique" },
    ]);
  });
});
