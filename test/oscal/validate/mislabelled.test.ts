import { describe, expect, test } from "vitest";
import { diagnoseOscal } from "../../../src/oscal/diagnose.js";
import { readOscal } from "../../../src/oscal/read.js";
import { wrongLabels } from "../../../src/workspace/wrong-labels.js";
import { uuid } from "../../support/documents.js";

interface Finding {
  readonly at: string | undefined;
  readonly value: unknown;
}

/** The controls here say no more than the tests need, which constraints would find wanting. */
const titlesAlone = { constraints: false, labels: wrongLabels() };

/** Where a document calls a control by a wrong title. */
async function found(value: unknown): Promise<Finding[]> {
  const { document } = await readOscal(JSON.stringify(value), "a.json");
  if (document === undefined) throw new Error("not readable");
  return (await diagnoseOscal(document, titlesAlone))
    .filter(({ code }) => code === "control-mislabelled")
    .map(({ pointer, value: title }) => ({ at: pointer, value: title }));
}

const frameworkProp = (value: string): object => ({ name: "framework", ns: "https://example.org/ns", value });
const metadata = (title: string, more: object = {}): object => ({
  ...{ title, "last-modified": "2026-11-01T00:00:00Z", version: "1", "oscal-version": "1.2.2" },
  ...more,
});

interface Control {
  readonly id: string;
  readonly title: string;
  readonly props?: readonly object[];
  readonly controls?: readonly Control[];
}
const incidents: Control = { id: "a.8.4", title: "Runtime operational controls" };

function catalog(title: string, controls: readonly Control[], more: object = {}, group: object = {}): unknown {
  const groups = [{ id: "g", title: "Group", controls, ...group }];
  return { catalog: { uuid: uuid(1), metadata: metadata(title, more), groups } };
}

describe("a catalog of ISO/IEC 42001", () => {
  test("is told of a control under a wrong title, with the right one and where the wrong one is seen", async () => {
    const value = catalog("ISO/IEC 42001 controls", [{ id: "a.9.2", title: "Data transfer to suppliers" }]);
    const { document } = await readOscal(JSON.stringify(value, undefined, 2), "a.json");
    expect(document && (await diagnoseOscal(document, titlesAlone))).toEqual([
      {
        code: "control-mislabelled",
        severity: "warning",
        message:
          'The control "a.9.2" is called "Data transfer to suppliers" here; iso42001:A.9.2 is "Processes for responsible use of AI systems". The wrong title is widely seen (google/cybernetic-agent-governance-engine 2889b955).',
        fix: 'Write "Processes for responsible use of AI systems", or name the control that the title is about.',
        value: "Data transfer to suppliers",
        origin: { kind: "aims", rule: "control-mislabelled" },
        pointer: "/catalog/groups/0/controls/0/title",
        file: "a.json",
        line: 17,
        column: 22,
        frame: expect.stringContaining('"title": "Data transfer to suppliers"') as unknown,
      },
    ]);
  });

  test("is told nothing where nobody asks about titles", async () => {
    const { document } = await readOscal(JSON.stringify(catalog("ISO/IEC 42001", [incidents])), "a.json");
    expect(document && (await diagnoseOscal(document, { constraints: false }))).toEqual([]);
  });

  const at = "/catalog/groups/0/controls/0/title";
  const wrong = [{ at, value: incidents.title }];

  test.each([
    ["its title", catalog("AIMS by ISO 42001:2023", [incidents])],
    ["a prop of its metadata", catalog("AI", [incidents], { props: [frameworkProp("iso42001")] })],
    ["a prop of the group", catalog("AI", [incidents], {}, { props: [frameworkProp("iso42001")] })],
    ["the title of the group", catalog("AI and security", [incidents], {}, { title: "ISO/IEC 42001 Annex A" })],
    ["a prop of the control", catalog("AI", [{ ...incidents, props: [frameworkProp("iso42001")] }])],
    [
      "a namespace",
      catalog("AI", [
        { ...incidents, props: [{ name: "owner", ns: "https://example.org/ns/iso-42001", value: "operations" }] },
      ]),
    ],
    [
      "the control alone, in a catalog of another standard",
      catalog("ISO/IEC 27001", [{ ...incidents, props: [frameworkProp("iso42001")] }]),
    ],
  ])("is known by %s", async (_by, document) => {
    expect(await found(document)).toEqual(wrong);
  });

  test("is asked for labels before ids, which may be its own", async () => {
    const labelled = (id: string, label: string): Control => ({
      ...{ id, title: "Model evaluation" },
      props: [{ name: "label", value: label }],
    });
    expect(await found(catalog("ISO/IEC 42001", [labelled("ctl-1", "7.4")]))).toHaveLength(1);
    expect(await found(catalog("ISO/IEC 42001", [labelled("cl.7.4", "A.6.2.4")]))).toEqual([]);
  });

  test("is told of controls inside others, and of several", async () => {
    const inside = { id: "a.7.5", title: "Cryptographic controls" };
    const outer = { id: "own", title: "Own", controls: [inside, incidents] };
    expect((await found(catalog("ISO/IEC 42001", [outer]))).map(({ at: pointer }) => pointer)).toEqual([
      "/catalog/groups/0/controls/0/controls/0/title",
      "/catalog/groups/0/controls/0/controls/1/title",
    ]);
  });
});

describe("nothing is said", () => {
  test.each([
    ["of ISO/IEC 27001", catalog("ISO/IEC 27001:2022", [incidents])],
    [
      "of ISO/IEC 27001 by a prop",
      catalog("Annex A of 42001 and more", [incidents], { props: [frameworkProp("iso27001")] }),
    ],
    ["of a group of ISO/IEC 27001", catalog("ISO/IEC 42001", [incidents], {}, { title: "ISO/IEC 27001 Annex A" })],
    ["of two standards at once", catalog("ISO/IEC 42001 and ISO/IEC 27001", [incidents])],
    ["of no standard", catalog("House rules", [incidents])],
    ["of a right title", catalog("ISO/IEC 42001", [{ id: "a.8.4", title: "Communication of incidents" }])],
    ["of a title in other words", catalog("ISO/IEC 42001", [{ id: "a.8.4", title: "Telling users of incidents" }])],
  ])("%s", async (_of, document) => {
    expect(await found(document)).toEqual([]);
  });
});

describe("other models", () => {
  const profile = (href: string, title = "Ours"): unknown => ({
    profile: {
      ...{ uuid: uuid(1), metadata: metadata(title), imports: [{ href, "include-all": {} }] },
      modify: { alters: [{ "control-id": "a.8.4", adds: [{ title: "Runtime operations" }, { title: "Incidents" }] }] },
    },
  });

  test("a profile that gives a control another title", async () => {
    const wrong = [{ at: "/profile/modify/alters/0/adds/0/title", value: "Runtime operations" }];
    expect(await found(profile("aims:catalog/iso-42001"))).toEqual(wrong);
    expect(await found(profile("own.json", "Ours of ISO 42001"))).toEqual(wrong);
    expect(await found(profile("aims:catalog/iso-27001"))).toEqual([]);
    expect(await found(profile("aims:catalog/iso-27001", "Ours of ISO 42001"))).toEqual([]);
    expect(await found(profile("own.json"))).toEqual([]);
  });

  const definition = (source: string, title = "Gateway"): unknown => {
    const requirement = {
      ...{ uuid: uuid(4), "control-id": "a.9.2", description: "It does." },
      props: [{ name: "title", ns: "https://example.org/ns", value: "Human oversight" }],
    };
    const implementation = { uuid: uuid(3), source, description: "All", "implemented-requirements": [requirement] };
    const component = { uuid: uuid(2), type: "software", title: "Gateway", description: "A gateway" };
    return {
      "component-definition": {
        ...{ uuid: uuid(1), metadata: metadata(title) },
        components: [{ ...component, "control-implementations": [implementation] }],
        "back-matter": {
          resources: [
            { uuid: uuid(8), title: "ISO/IEC 42001", rlinks: [{ href: "a.json" }] },
            { uuid: uuid(9), title: "Security", rlinks: [{ href: "https://example.org/iso-27001.json" }] },
          ],
        },
      },
    };
  };

  test("a component definition whose requirement carries a title", async () => {
    const path = "/component-definition/components/0/control-implementations/0/implemented-requirements/0";
    const wrong = [{ at: `${path}/props/0/value`, value: "Human oversight" }];
    expect(await found(definition("aims:catalog/iso-42001"))).toEqual(wrong);
    expect(await found(definition(`#${uuid(8)}`))).toEqual(wrong);
    expect(await found(definition("own.json", "What we do for ISO/IEC 42001"))).toEqual(wrong);
    expect(await found(definition(`#${uuid(9)}`, "What we do for ISO/IEC 42001"))).toEqual([]);
    expect(await found(definition("own.json"))).toEqual([]);
  });

  const mapping = (source: string, target: string): unknown => {
    const item = (value: string): object => ({
      ...{ type: "control", "id-ref": "a.8.4" },
      props: [{ name: "title", ns: "https://example.org/ns", value }],
    });
    const pair = {
      ...{ uuid: uuid(3), relationship: "intersects-with" },
      ...{ sources: [item("Runtime operational controls")], targets: [item("Runtime operational controls")] },
    };
    return {
      "mapping-collection": {
        ...{ uuid: uuid(1), metadata: metadata("ISO/IEC 42001 to another") },
        provenance: {
          ...{ method: "human", "matching-rationale": "semantic", status: "draft", "mapping-description": "A draft." },
        },
        mappings: [
          {
            uuid: uuid(2),
            "source-resource": { type: "catalog", href: source },
            "target-resource": { type: "catalog", href: target },
            maps: [pair],
          },
        ],
      },
    };
  };

  test("a mapping, on the side that is of ISO/IEC 42001", async () => {
    const at = (side: string): string => `/mapping-collection/mappings/0/maps/0/${side}/0/props/0/value`;
    const value = "Runtime operational controls";
    const both = ["aims:catalog/iso-42001", "aims:catalog/iso-27001"] as const;
    expect(await found(mapping(...both))).toEqual([{ at: at("sources"), value }]);
    expect(await found(mapping(both[1], both[0]))).toEqual([{ at: at("targets"), value }]);
    expect(await found(mapping("own.json", both[1]))).toEqual([]);
  });
});
