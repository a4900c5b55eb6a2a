import { existsSync, readFileSync } from "node:fs";

import { format } from "prettier";
import { describe, expect, test } from "vitest";

import { projectText, sharedPath } from "../support/project.js";
import {
  aimsNamespace,
  catalogPath,
  controlsOf,
  groupsOf,
  nodesOf,
  partsOf,
  propValues,
  readCatalog,
  type Part,
} from "./documents.js";
import { annexControls, clauseRequirements, controlId } from "./requirements.js";
import { contentUuid, uuidV5 } from "./stable-uuid.js";

const catalog = readCatalog();
const controls = controlsOf(catalog);
const groups = groupsOf(catalog);
const labels = [...clauseRequirements, ...annexControls];
const referencePath = sharedPath("reference/iso42001.json");
const withoutReference = "needs ../shared/reference/iso42001.json";

interface ReferenceEntry {
  readonly id: string;
  readonly title: string;
  readonly assessable?: boolean;
}

interface Reference {
  readonly clauses: readonly ReferenceEntry[];
  readonly annex_a: {
    readonly objective_areas: readonly ReferenceEntry[];
    readonly sub_objectives: readonly ReferenceEntry[];
    readonly controls: readonly ReferenceEntry[];
  };
}

function readReference(): Reference {
  return JSON.parse(readFileSync(referencePath, "utf8")) as Reference;
}

function topPart(parts: readonly Part[] | undefined, name: string): Part[] {
  return (parts ?? []).filter((part) => part.name === name);
}

describe("requirements and controls", () => {
  test("there are the 32 requirements and 38 controls of the standard, in its order", () => {
    expect([clauseRequirements.length, annexControls.length]).toEqual([32, 38]);
    expect(controls.map((control) => [control.id, ...propValues(control.props, "label")])).toEqual(
      labels.map((label) => [controlId(label), label]),
    );
  });

  test("groups are the seven clauses, the nine areas and the two objectives of A.6", () => {
    expect(groups.map((group) => [group.id, group.class, ...propValues(group.props, "label")])).toEqual([
      ...["4", "5", "6", "7", "8", "9", "10"].map((clause) => [`cl.${clause}`, "clause", clause]),
      ...["A.2", "A.3", "A.4", "A.5"].map((area) => [area.toLowerCase(), "area", area]),
      ["a.6", "area", "A.6"],
      ["a.6.1", "objective", "A.6.1"],
      ["a.6.2", "objective", "A.6.2"],
      ...["A.7", "A.8", "A.9", "A.10"].map((area) => [area.toLowerCase(), "area", area]),
    ]);
  });

  test("each control stands in the group whose label begins its own", () => {
    const misplaced = groups.flatMap((group) =>
      (group.controls ?? []).filter((control) => !control.id.startsWith(`${group.id ?? "none"}.`)),
    );
    expect(misplaced).toEqual([]);
  });

  test("ids and titles are those of the reference", (context) => {
    context.skip(!existsSync(referencePath), withoutReference);
    const reference = readReference();
    const pairs = (entries: readonly ReferenceEntry[]): string[][] =>
      entries.map((entry) => [controlId(entry.id), entry.title]);
    expect(controls.map((control) => [control.id, control.title])).toEqual([
      ...pairs(reference.clauses.filter((clause) => clause.assessable === true)),
      ...pairs(reference.annex_a.controls),
    ]);
    const containers = [
      ...pairs(reference.clauses.filter((clause) => !clause.id.includes("."))),
      ...pairs([...reference.annex_a.objective_areas, ...reference.annex_a.sub_objectives]),
    ];
    const inOrder = (rows: readonly (readonly (string | undefined)[])[]): string[] =>
      rows.map((row) => row.join(" ")).sort();
    expect(inOrder(groups.map((group) => [group.id, group.title]))).toEqual(inOrder(containers));
  });

  test("the title of a gathering clause is an overview of its group and the heading of its requirements", (context) => {
    context.skip(!existsSync(referencePath), withoutReference);
    const gathering = readReference()
      .clauses.filter((clause) => clause.assessable === false && clause.id.includes("."))
      .map((clause) => `${clause.id} ${clause.title}`);
    expect(groups.flatMap((group) => (group.parts ?? []).flatMap((part) => part.title ?? []))).toEqual(gathering);
    const headings = controls.flatMap((control) =>
      propValues(control.props, "heading", aimsNamespace).map((heading) => [control.id, heading]),
    );
    const expected = clauseRequirements.flatMap((label) =>
      gathering
        .filter((title) => label.startsWith(`${title.split(" ", 1).join("")}.`))
        .map((title) => [controlId(label), title]),
    );
    expect(headings).toEqual(expected);
    expect(headings).toHaveLength(12);
  });
});

describe("content of a control", () => {
  test.each(controls.map((control) => [control.id, control] as const))("%s", (id, control) => {
    const label = propValues(control.props, "label").join();
    expect(control.class).toBe(label.startsWith("A.") ? "control" : "requirement");
    expect(propValues(control.props, "framework", aimsNamespace)).toEqual(["iso42001"]);
    expect(propValues(control.props, "implementation-guidance", aimsNamespace)).toEqual(
      label.startsWith("A.") ? [label.replace("A.", "B.")] : [],
    );

    const named = ["statement", "guidance", "assessment-objective"].map((name) =>
      topPart(control.parts, name).map((part) => part.id),
    );
    expect(named).toEqual([[`${id}_smt`], [`${id}_gdn`], [`${id}_obj`]]);
    for (const part of control.parts ?? []) {
      // Expected evidence has its items in parts: evidence.test.ts holds their form.
      if (part.name === "assessment-method" || part.name === "expected-evidence") continue;
      expect(part.prose).toMatch(/^[A-Z].{39,}\.$/);
    }
    expect(topPart(control.parts, "statement").map((part) => part.prose?.split(/\.\s/).length)).toEqual([1]);

    const methods = topPart(control.parts, "assessment-method").map((part) => [
      part.id,
      ...propValues(part.props, "method", "http://csrc.nist.gov/ns/rmf"),
    ]);
    const always = [
      [`${id}_asm-examine`, "EXAMINE"],
      [`${id}_asm-interview`, "INTERVIEW"],
    ];
    expect([always, [...always, [`${id}_asm-test`, "TEST"]]]).toContainEqual(methods);
    for (const method of topPart(control.parts, "assessment-method")) {
      expect((method.parts ?? []).map((part) => part.name)).toEqual(["assessment-objects"]);
      expect(method.parts?.[0]?.prose).toMatch(/^\* .+(\n\* .+)*$/);
    }
  });

  test("every group says what it is about", () => {
    expect(groups.filter((group) => topPart(group.parts, "overview").length === 0)).toEqual([]);
  });
});

describe("identity and references", () => {
  test("ids of groups, controls and parts are unique together", () => {
    const ids = [
      ...groups.map((group) => group.id),
      ...controls.map((control) => control.id),
      ...groups.flatMap((group) => partsOf(group.parts)).flatMap((part) => part.id ?? []),
      ...controls.flatMap((control) => partsOf(control.parts)).flatMap((part) => part.id ?? []),
    ];
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test("sort-ids are unique and sort by code unit into the order of the document", () => {
    const inOrder = nodesOf(catalog.groups).flatMap(({ node }) =>
      typeof node === "object" && node !== null && "title" in node && "props" in node && "id" in node
        ? propValues(node.props as never, "sort-id")
        : [],
    );
    expect(inOrder).toHaveLength(groups.length + controls.length);
    expect([...new Set(inOrder)].sort()).toEqual(inOrder);
  });

  test("every link leads to something in the catalog, and related controls name one another", () => {
    const targets = new Set([
      ...controls.map((control) => `#${control.id}`),
      ...controls.flatMap((control) => partsOf(control.parts)).flatMap((part) => (part.id ? [`#${part.id}`] : [])),
      ...(catalog["back-matter"]?.resources ?? []).map((resource) => `#${resource.uuid}`),
    ]);
    const links = nodesOf(catalog).flatMap(({ path, node }) =>
      typeof node === "object" && node !== null && "rel" in node && "href" in node ? [{ path, href: node.href }] : [],
    );
    expect(links.length).toBeGreaterThan(controls.length);
    expect(links.filter(({ href, path }) => !path.includes("/rlinks/") && !targets.has(String(href)))).toEqual([]);

    const related = controls.flatMap((control) =>
      (control.links ?? []).map((link) => `${control.id} ${link.rel ?? ""} ${link.href.slice(1)}`),
    );
    const reversed = related.map((pair) => pair.split(" ").reverse().join(" "));
    expect([...reversed].sort()).toEqual([...related].sort());
    expect(new Set(related).size).toBe(related.length);
  });

  test("uuids are version 5 of documented keys", () => {
    expect(uuidV5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com")).toBe(
      "2ed6657d-e927-568b-95e1-2665a8aea6a2",
    );
    expect([
      catalog.uuid,
      ...(catalog.metadata.parties ?? []).map((party) => party.uuid),
      ...(catalog["back-matter"]?.resources ?? []).map((resource) => resource.uuid),
    ]).toEqual(["catalog/iso-42001", "party/aims", "resource/iso-iec-42001-2023"].map(contentUuid));
  });

  test("metadata is fixed, says which OSCAL it is and states the copyright position", () => {
    const { metadata } = catalog;
    expect({
      modified: metadata["last-modified"],
      version: metadata.version,
      oscal: metadata["oscal-version"],
      owner: metadata["responsible-parties"],
    }).toEqual({
      modified: "2026-11-01T00:00:00Z",
      version: "1.0.0",
      oscal: "1.2.2",
      owner: [{ "role-id": "owner", "party-uuids": [contentUuid("party/aims")] }],
    });
    expect(metadata.remarks).toMatch(/copyright of ISO and IEC/);
  });
});

describe("form", () => {
  test("no array and no text is empty", () => {
    const empty = nodesOf(catalog).filter(
      ({ node }) => (Array.isArray(node) && node.length === 0) || (typeof node === "string" && node.trim() === ""),
    );
    expect(empty).toEqual([]);
  });

  test("own prop names carry the project's namespace", () => {
    const own = ["label", "sort-id", "keywords"];
    const props = nodesOf(catalog).flatMap(({ path, node }) =>
      /\/props\/\d+$/.test(path) ? [node as { name: string; ns?: string }] : [],
    );
    expect(props.filter((prop) => prop.ns === undefined && !own.includes(prop.name))).toEqual([]);
    expect(new Set(props.flatMap((prop) => prop.ns ?? []))).toEqual(
      new Set([aimsNamespace, "http://csrc.nist.gov/ns/rmf"]),
    );
  });

  test("prose holds no character that OSCAL's markup would read as a sign, save list bullets and inserts", () => {
    const prose = nodesOf(catalog).flatMap(({ path, node }) =>
      /\/(prose|usage|remarks)$/.test(path) && typeof node === "string" ? [{ path, node }] : [],
    );
    const bare = (text: string): string => text.replace(/\{\{ insert: param, [\w.-]+ \}\}/g, "").replace(/^\* /gm, "");
    expect(prose.filter(({ node }) => /[*_`~^"[\]<>{}\\]/.test(bare(node)))).toEqual([]);
  });

  test("the file is laid out as prettier does", async () => {
    const text = projectText(catalogPath);
    expect(await format(text, { parser: "json", printWidth: 120 })).toBe(text);
  });
});
