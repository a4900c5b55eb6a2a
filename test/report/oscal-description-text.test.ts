import { expect, test } from "vitest";
import { describeDocument } from "../../src/oscal/describe.js";
import { descriptionText } from "../../src/report/description.js";
import { uuid } from "../support/documents.js";

function textOf(document: unknown, exists?: (href: string) => boolean): string {
  const description = describeDocument(document, exists);
  if (!description) throw new Error("not a document");
  return [...descriptionText(description, "a.json", { color: false })].join("");
}

test("what a person reads about a component definition", () => {
  const document = {
    "component-definition": {
      uuid: uuid(1),
      metadata: {
        title: "Rules",
        "last-modified": "2026-11-01T00:00:00Z",
        version: "1",
        "oscal-version": "1.2.2",
        roles: [{ id: "owner", title: "Owner" }, { id: "reader" }],
        parties: [{ uuid: uuid(2), type: "organization", name: "Example Bank" }],
        "responsible-parties": [{ "role-id": "owner", "party-uuids": [uuid(2)] }],
      },
      components: [
        {
          type: "software",
          props: [{ name: "a" }, { name: "b", ns: "urn:x" }],
          "control-implementations": [{ source: `#${uuid(3)}` }, { source: "gone.json" }, { source: "#nobody" }],
        },
        { type: "software" },
        { type: "policy", links: [{ href: "https://example.org" }] },
      ],
      "back-matter": {
        resources: [{ uuid: uuid(3), title: "Profile", rlinks: [{ href: "p.json" }] }, { uuid: uuid(4) }],
      },
    },
  };
  expect(textOf(document, (href) => href === "p.json")).toBe(`a.json: component-definition "Rules"
  version        1
  last modified  2026-11-01T00:00:00Z
  OSCAL          1.2.2
  uuid           ${uuid(1)}

Contents
  components               3 (2 software, 1 policy)
  control implementations  3

Refers to
  control-implementation  "Profile"
                          at p.json
  control-implementation  gone.json (no such file)
  control-implementation  #nobody (no such resource in the back matter)

People
  role owner   "Owner": Example Bank
  role reader
  parties      Example Bank

Back matter and links
  resources  2 (1 with links, 1 that nothing refers to)
  links      2 (1 to files, 1 to the web)

Props
  http://csrc.nist.gov/ns/oscal  1: a
  urn:x                          1: b
`);
});

test("an empty document", () => {
  expect(textOf({ catalog: {} })).toBe("a.json: catalog\n");
});

test("long lists are cut", () => {
  const parties = Array.from({ length: 12 }, (_, index) => ({ uuid: uuid(index), name: `Party ${String(index)}` }));
  const roles = Array.from({ length: 12 }, (_, index) => ({ id: `r${String(index)}` }));
  const text = textOf({ catalog: { metadata: { parties, roles } } });
  expect(text).toContain("  role r7\n           and 4 more roles\n");
  expect(text).toContain("Party 6, Party 7 and 4 more\n");
});

test("nothing from a document can steer a terminal", () => {
  const text = textOf({ catalog: { metadata: { title: "\u001b[2J\r", version: "\u0007" } } });
  // eslint-disable-next-line no-control-regex -- control characters are what must not be there
  expect(text.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f]/);
});
