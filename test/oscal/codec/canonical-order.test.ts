import { describe, expect, it } from "vitest";
import { canonicalOrder } from "../../../src/oscal/codec/canonical-order.js";
import { toJson } from "../../../src/oscal/codec/canonical-order.js";
import { toYaml } from "../../../src/oscal/codec/to-yaml.js";
import { readYaml } from "../../../src/source/yaml.js";
import { projectText } from "../../support/project.js";

const catalog = projectText("catalog/iso-42001.json");

/** The same tree with the properties of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, reversed(entry)]),
  );
}

describe("the canonical order", () => {
  it("is that of the model, whatever order the properties come in, without the place of a schema", () => {
    const document = {
      catalog: {
        "back-matter": {
          resources: [{ rlinks: [{ hashes: [{ value: "00", algorithm: "SHA-256" }], href: "a" }], uuid: "u" }],
        },
        groups: [{ controls: [{ title: "T", id: "c" }], title: "G", id: "g" }],
        metadata: { "oscal-version": "1.2.2", title: "T" },
        uuid: "u",
      },
      $schema: "s",
    };
    expect(JSON.stringify(canonicalOrder(document))).toBe(
      '{"catalog":{"uuid":"u","metadata":{"title":"T","oscal-version":"1.2.2"},"groups":[{"id":"g","title":"G","controls":[{"id":"c","title":"T"}]}],"back-matter":{"resources":[{"uuid":"u","rlinks":[{"href":"a","hashes":[{"algorithm":"SHA-256","value":"00"}]}]}]}}}',
    );
  });

  it("loses nothing that the model does not know, and keeps it last", () => {
    const document = JSON.parse(
      '{"catalog":{"own":1,"__proto__":{"x":2},"uuid":"u","groups":{"id":[null]}},"other":[{"b":1,"a":2}]}',
    ) as unknown;
    expect(JSON.stringify(canonicalOrder(document))).toBe(
      '{"catalog":{"uuid":"u","groups":{"id":[null]},"own":1,"__proto__":{"x":2}},"other":[{"b":1,"a":2}]}',
    );
    expect([canonicalOrder(null), canonicalOrder("catalog"), canonicalOrder([1])]).toEqual([null, "catalog", [1]]);
  });

  it("is that of the shipped catalog, forwards and backwards", () => {
    const document = JSON.parse(catalog) as unknown;
    const ordered = toJson(document);
    expect(JSON.parse(ordered)).toEqual(document);
    expect(toJson(reversed(document))).toBe(ordered);
    expect(toJson(JSON.parse(ordered))).toBe(ordered);
  });
});

describe("YAML", () => {
  it("quotes what a reader of YAML 1.1 would take for something else than text", () => {
    const document = {
      profile: {
        metadata: { title: "yes", "last-modified": "2026-11-01T00:00:00Z", version: "1.0", remarks: "a: b\n# c\n" },
        imports: [
          { href: "#x", "include-controls": [{ "with-child-controls": "no", "with-ids": ["null", "0o7", "012"] }] },
        ],
      },
    };
    const text = toYaml(document);
    expect(text).toBe(`profile:
  metadata:
    title: "yes"
    last-modified: "2026-11-01T00:00:00Z"
    version: "1.0"
    remarks: |
      a: b
      # c
  imports:
    - href: "#x"
      include-controls:
        - with-child-controls: "no"
          with-ids:
            - "null"
            - "0o7"
            - "012"
`);
    expect(readYaml(text, "p.yaml").map((result) => result.document?.value)).toEqual([document]);
  });

  it("holds the shipped catalog unchanged", () => {
    const document = JSON.parse(catalog) as unknown;
    expect(readYaml(toYaml(document), "c.yaml").map((result) => result.document?.value)).toEqual([document]);
  });
});
