/**
 * What holds for each catalog of a framework other than ISO/IEC 42001: how it is read, and the tests of its form.
 */
import { format } from "prettier";
import { describe, expect, test } from "vitest";

import { parse, toXml, validate } from "../../src/oscal/index.js";
import { projectText } from "../support/project.js";
import {
  aimsNamespace,
  controlsOf,
  groupsOf,
  nodesOf,
  partsOf,
  propValues,
  type Catalog,
  type Control,
  type Group,
  type Part,
} from "./documents.js";
import { contentUuid } from "./stable-uuid.js";

interface CatalogFacts {
  /** Name of the file in catalog/, without its ending. */
  readonly file: string;
  readonly framework: string;
  /** Slugs of the publications in the back matter, in its order. */
  readonly publications: readonly string[];
}

export function readFrameworkCatalog(file: string): Catalog {
  return (JSON.parse(projectText(`catalog/${file}.json`)) as { catalog: Catalog }).catalog;
}

/** Values of the prop `label`, in document order. */
export function labelsOf(controls: readonly (Control | Group)[]): string[] {
  return controls.flatMap((control) => propValues(control.props, "label"));
}

/** Ids of groups, controls and parts, of each kind in document order. */
export function idsOf(catalog: Catalog): string[] {
  const holders: readonly { readonly id?: string; readonly parts?: readonly Part[] }[] = [
    ...groupsOf(catalog),
    ...controlsOf(catalog),
  ];
  return [
    ...holders.flatMap((holder) => holder.id ?? []),
    ...holders.flatMap((holder) => partsOf(holder.parts)).flatMap((part) => part.id ?? []),
  ];
}

/** Tests that hold for the text of every published document. @param file its name without the ending */
export function testDocumentForm(file: string, text: string): void {
  test("is valid OSCAL without a warning", async () => {
    const { document } = await parse(text, { file: `${file}.json` });
    expect(document && (await validate(document))).toEqual([]);
  });

  test("is the same after a way through XML", async () => {
    const { xml, problems } = toXml(JSON.parse(text));
    const back = await parse(xml, { file: `${file}.xml` });
    expect(problems).toEqual([]);
    expect(back.document?.value).toEqual(JSON.parse(text));
  });
}

export function testCatalogForm({ file, framework, publications }: CatalogFacts): void {
  const catalog = readFrameworkCatalog(file);
  const text = projectText(`catalog/${file}.json`);
  const [groups, controls] = [groupsOf(catalog), controlsOf(catalog)];

  describe("form", () => {
    testDocumentForm(file, text);

    test("the file is laid out as prettier does", async () => {
      expect(await format(text, { parser: "json", printWidth: 120 })).toBe(text);
    });

    test("ids of groups, controls and parts are unique together, and tokens of OSCAL", () => {
      const ids = idsOf(catalog);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      expect(ids.filter((id) => !/^[A-Za-z][\w.-]*$/.test(id))).toEqual([]);
    });

    test("every control has one statement with prose, and every group an overview", () => {
      const texts = (holder: Control | Group, name: string): (string | undefined)[] =>
        (holder.parts ?? []).filter((part) => part.name === name).map((part) => part.prose);
      const sentence: unknown = expect.stringMatching(/^[A-Z].{15,}\.$/);
      expect(controls.map((control) => texts(control, "statement"))).toEqual(controls.map(() => [sentence]));
      expect(groups.filter((group) => texts(group, "overview").length === 0)).toEqual([]);
    });

    test("every statement and overview is worded for its own place", () => {
      const prose = nodesOf(catalog).flatMap(({ path, node }) =>
        path.endsWith("/prose") && typeof node === "string" ? [node] : [],
      );
      expect(prose.length).toBeGreaterThanOrEqual(groups.length + controls.length);
      expect(prose.filter((each, index) => prose.indexOf(each) !== index)).toEqual([]);
    });

    test("prose and remarks hold no character that OSCAL's markup would read as a sign, save that of code", () => {
      const written = nodesOf(catalog).flatMap(({ path, node }) =>
        /\/(prose|remarks)$/.test(path) && typeof node === "string" ? [node.replace(/`[\w.-]+`/g, "")] : [],
      );
      expect(written.filter((each) => /[*_`~^"[\]<>{}\\]/.test(each))).toEqual([]);
    });

    test("sort-ids are unique and sort by code unit into the order of the document", () => {
      const inOrder = nodesOf(catalog.groups).flatMap(({ node }) =>
        typeof node === "object" && node !== null && "title" in node && "props" in node
          ? propValues(node.props as never, "sort-id")
          : [],
      );
      expect(inOrder).toHaveLength(groups.length + controls.length);
      expect([...new Set(inOrder)].sort()).toEqual(inOrder);
    });

    test("groups and controls have one label each and name the framework", () => {
      const labels = labelsOf([...groups, ...controls]);
      expect(labels).toHaveLength(groups.length + controls.length);
      expect(new Set(labels).size).toBe(labels.length);
      const named = [catalog.metadata, ...groups, ...controls].map(({ props }) =>
        propValues(props, "framework", aimsNamespace),
      );
      expect(named).toEqual(named.map(() => [framework]));
    });

    test("metadata is fixed, has stable uuids, and refers to every publication", () => {
      const { metadata } = catalog;
      const resources = publications.map((slug) => contentUuid(`resource/${slug}`));
      expect({
        uuid: catalog.uuid,
        modified: metadata["last-modified"],
        version: metadata.version,
        oscal: metadata["oscal-version"],
        roles: metadata.roles?.map((role) => role.id),
        parties: metadata.parties,
        owner: metadata["responsible-parties"],
        links: metadata.links,
        resources: catalog["back-matter"]?.resources?.map((resource) => resource.uuid),
      }).toEqual({
        uuid: contentUuid(`catalog/${file}`),
        modified: "2026-11-30T00:00:00Z",
        version: "1.0.0",
        oscal: "1.2.2",
        roles: ["owner"],
        parties: [{ uuid: contentUuid("party/aims"), type: "organization", name: "aims" }],
        owner: [{ "role-id": "owner", "party-uuids": [contentUuid("party/aims")] }],
        links: resources.map((uuid) => ({ href: `#${uuid}`, rel: "reference" })),
        resources,
      });
    });
  });
}
