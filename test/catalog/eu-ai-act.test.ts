import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { aimsNamespace, groupsOf, nodesOf, propValues, type Control } from "./documents.js";
import {
  articles,
  catalog,
  controls,
  crosswalkPath,
  hasReference,
  ids,
  ofClass,
  readReference,
  referencePath,
  withoutReference,
} from "./eu-ai-act.js";
import { overlapFinder } from "./own-words.js";
import { contentUuid } from "./stable-uuid.js";

const groups = groupsOf(catalog);

/** Articles whose heading the amending act changed, or that the reference shortens. */
const amendedHeadings: Readonly<Record<string, string>> = {
  "art-60a":
    "Testing of high-risk AI systems covered by Union harmonisation legislation listed in Section B of Annex I in real-world conditions outside AI regulatory sandboxes",
  "art-75": "Market surveillance and control of AI systems and mutual assistance",
  "art-77": "Powers of authorities protecting fundamental rights and cooperation with market surveillance authorities",
};

/** Art. 56 makes up Section 4 of Chapter V; the reference has it in Section 3. */
const amendedSections: Readonly<Record<string, number>> = { "art-56": 4 };

describe("structure", () => {
  test("every article, prohibition, annex, area, use, item and point has its control", () => {
    const classes = ["article", "provision", "prohibition", "annex", "area", "use", "item", "point"];
    expect(classes.map((name) => [name, ofClass(name).length])).toEqual([
      ...[
        ["article", 119],
        ["provision", 100],
        ["prohibition", 10],
      ],
      ...[
        ["annex", 14],
        ["area", 8],
        ["use", 25],
        ["item", 9],
        ["point", 16],
      ],
    ]);
    expect(controls).toHaveLength(301);
  });

  test("ids and titles are those of the reference, in its order", (context) => {
    context.skip(!hasReference, withoutReference);
    const { article_index, annexes, annex_iii, annex_iv, ...reference } = readReference();
    const headings = article_index.map(({ id, title }) => [id, amendedHeadings[id] ?? title]);
    expect(articles.map(({ id, title }) => [id, title])).toEqual(headings);
    expect(ofClass("annex").map(({ id, title }) => [id, title])).toEqual(annexes.map(({ id, title }) => [id, title]));
    expect(ofClass("area").map(({ id, title }) => [id, title])).toEqual(annex_iii.map(({ id, area }) => [id, area]));
    expect(ids(ofClass("use"))).toEqual(annex_iii.flatMap(({ uses }) => ids(uses)));
    expect(ids(ofClass("item"))).toEqual(ids(annex_iv));
    expect(ids(ofClass("point"))).toEqual(annex_iv.flatMap(({ points }) => ids(points)));
    expect(ids(ofClass("prohibition")).sort()).toEqual(ids(reference.prohibited_practices).sort());
    const listed = [
      ...ids(reference.provisions.flatMap(({ subprovisions }) => subprovisions ?? [])),
      ...ids(reference.annex_subprovisions),
    ];
    expect(listed.filter((id) => !ids(controls).includes(id))).toEqual([]);
    const added = ids(ofClass("provision")).filter((id) => !listed.includes(id));
    expect(added).toEqual(["art-6.5", "art-43.3", "art-57.1", "art-111.1", "art-111.2", "art-111.3", "art-111.4"]);
  });

  test("every article stands in the group of its chapter and section", (context) => {
    context.skip(!hasReference, withoutReference);
    const { chapters, article_index } = readReference();
    const numbers = Object.keys(chapters);
    expect(catalog.groups.map(({ id, title, props }) => [id, title, ...propValues(props, "label")])).toEqual([
      ...numbers.map((number, index) => [`chap-${String(index + 1)}`, chapters[number], `Chapter ${number}`]),
      ["annexes", "Annexes", "Annexes"],
    ]);
    const placed = groups.flatMap((group) => (group.controls ?? []).map(({ id }) => [id, group.id]));
    const expected = article_index.map(({ id, chapter, section }) => {
      const number = amendedSections[id] ?? section;
      const suffix = number === null ? "" : `.sec-${String(number)}`;
      return [id, `chap-${String(numbers.indexOf(chapter) + 1)}${suffix}`];
    });
    expect(placed.filter(([, group]) => group !== "annexes")).toEqual(expected);
  });

  test("a label is the number by which the law is cited", () => {
    const wrong = controls.filter(({ id, props }) => {
      const [head = "", first, ...points] = id.split(".");
      const inBrackets = (parts: readonly string[]): string => parts.map((each) => `(${each})`).join("");
      const label = head.startsWith("art-")
        ? `Art. ${head.slice(4)}${first === undefined ? "" : inBrackets([first, ...points])}`
        : `Annex ${head.slice(6).toUpperCase()}${first === undefined ? "" : ` ${first}${inBrackets(points)}`}`;
      return propValues(props, "label").join() !== label;
    });
    expect(wrong).toEqual([]);
  });

  test("a control stands below the nearest one that it is a part of", () => {
    const below = controls.flatMap((control) => (control.controls ?? []).map(({ id }) => `${id} below ${control.id}`));
    const nearest = controls.flatMap(({ id }) => {
      const parents = ids(controls).filter((other) => id.startsWith(`${other}.`));
      const [parent] = parents.sort((one, other) => other.length - one.length);
      return parent === undefined ? [] : [`${id} below ${parent}`];
    });
    expect(below.sort()).toEqual(nearest.sort());
  });

  test("every target of the crosswalk is there", (context) => {
    context.skip(!hasReference, withoutReference);
    const { pairs, target_gaps } = JSON.parse(readFileSync(crosswalkPath, "utf8")) as Record<
      "pairs" | "target_gaps",
      readonly { readonly target: string | null }[]
    >;
    const targets = [...pairs, ...target_gaps].flatMap(({ target }) => target ?? []);
    expect(targets.length).toBeGreaterThan(150);
    expect(targets.filter((target) => !ids(controls).includes(target))).toEqual([]);
  });

  test("ids are unique tokens, and sort-ids sort by code unit into the order of the document", () => {
    const named = nodesOf(catalog.groups).flatMap(({ node }) =>
      typeof node === "object" && node !== null && "id" in node ? [node as Control] : [],
    );
    expect(new Set(ids(named)).size).toBe(named.length);
    expect(ids(named).filter((id) => !/^[\p{L}_][\p{L}\p{N}.\-_]*$/u.test(id))).toEqual([]);
    const sortIds = named.flatMap(({ props }) => propValues(props, "sort-id"));
    expect(sortIds).toHaveLength(groups.length + controls.length);
    expect([...new Set(sortIds)].sort()).toEqual(sortIds);
  });
});

describe("content", () => {
  test("every control has one statement, worded for it alone, and every group an overview", () => {
    const statements = controls.map(({ id, parts }) => {
      expect(parts?.map((part) => [part.id, part.name])).toEqual([[`${id}_smt`, "statement"]]);
      return parts?.[0]?.prose ?? "";
    });
    expect(statements.filter((prose) => !/^[A-Z][^]{20,}\.$/.test(prose))).toEqual([]);
    expect(new Set(statements).size).toBe(controls.length);
    const overviews = groups.map(({ parts }) => parts?.map(({ name }) => name));
    expect(overviews).toEqual(groups.map(() => ["overview"]));
  });

  test("every control and group is of the framework eu-ai-act", () => {
    const named = [catalog.metadata, ...groups, ...controls].map(({ props }) =>
      propValues(props, "framework", aimsNamespace),
    );
    expect(named).toEqual(named.map(() => ["eu-ai-act"]));
  });

  test("roles and tiers are those of the reference", (context) => {
    context.skip(!hasReference, withoutReference);
    const detailed = new Map(readReference().provisions.map((each) => [each.id, each]));
    const bound = (control: Control, name: string): string[] => propValues(control.props, name, aimsNamespace);
    expect(articles.map((article) => [article.id, bound(article, "binds"), bound(article, "tier")])).toEqual(
      articles.map(({ id }) => [id, detailed.get(id)?.binds ?? [], detailed.get(id)?.tier ?? []]),
    );
    const below = articles.flatMap((article) =>
      (article.controls ?? []).flatMap((child) =>
        bound(child, "binds").filter((role) => !bound(article, "binds").includes(role)),
      ),
    );
    expect(below).toEqual([]);
  });

  test("no sentence repeats seven words in a row of the reference", (context) => {
    context.skip(!hasReference, withoutReference);
    const texts = [referencePath, crosswalkPath].flatMap((file) =>
      nodesOf(JSON.parse(readFileSync(file, "utf8"))).flatMap(({ node }) => (typeof node === "string" ? [node] : [])),
    );
    const overlaps = overlapFinder(texts, 7);
    const sentences = nodesOf(catalog.groups).flatMap(({ path: at, node }) =>
      typeof node === "string" && /\/(prose|remarks)$/.test(at) ? [{ at, node }] : [],
    );
    expect(sentences.filter(({ node }) => overlaps(node).length > 0)).toEqual([]);
  });
});

describe("identity and form", () => {
  const { metadata } = catalog;

  test("metadata is fixed and says what the catalog is and is not", () => {
    expect({
      modified: metadata["last-modified"],
      version: metadata.version,
      oscal: metadata["oscal-version"],
      parties: metadata.parties,
    }).toEqual({
      modified: "2026-11-30T00:00:00Z",
      version: "1.0.0",
      oscal: "1.2.2",
      parties: [{ uuid: "ac617d42-49c6-5782-8165-0748561b5823", type: "organization", name: "aims" }],
    });
    for (const said of [
      /not legal advice/,
      /no text of the law/,
      /© European Union/,
      /ISO\/IEC 42001, .* no presumption of conformity/,
      /carries no application-date has the dates, readings and status of the nearest control above/,
    ]) {
      expect(metadata.remarks).toMatch(said);
    }
  });

  test("both acts are cited by number, with their ELI addresses", () => {
    const resources = catalog["back-matter"]?.resources as readonly {
      readonly uuid: string;
      readonly title: string;
      readonly citation: { readonly text: string };
      readonly rlinks: readonly { readonly href: string }[];
    }[];
    expect(
      resources.map(({ citation, rlinks }) => [citation.text.slice(0, 24), rlinks.map(({ href }) => href)]),
    ).toEqual([
      ["Regulation (EU) 2024/168", ["http://data.europa.eu/eli/reg/2024/1689/oj"]],
      ["Regulation (EU) 2026/174", ["http://data.europa.eu/eli/reg/2026/1744/oj"]],
    ]);
    expect(metadata.links?.map(({ href }) => href)).toEqual(resources.map(({ uuid }) => `#${uuid}`));
    expect([catalog.uuid, ...resources.map(({ uuid }) => uuid)]).toEqual(
      ["catalog/eu-ai-act", "resource/regulation-eu-2024-1689", "resource/regulation-eu-2026-1744"].map(contentUuid),
    );
  });

  test("no array and no text is empty, and own prop names carry the project's namespace", () => {
    const nodes = nodesOf(catalog);
    expect(nodes.filter(({ node }) => Array.isArray(node) && node.length === 0)).toEqual([]);
    expect(nodes.filter(({ node }) => typeof node === "string" && node.trim() !== node)).toEqual([]);
    const props = nodes.flatMap(({ path, node }) =>
      /\/props\/\d+$/.test(path) ? [node as { name: string; ns?: string }] : [],
    );
    expect(new Set(props.flatMap(({ name, ns }) => (ns === undefined ? [name] : [])))).toEqual(
      new Set(["keywords", "label", "sort-id"]),
    );
    expect(new Set(props.flatMap(({ ns }) => ns ?? []))).toEqual(new Set([aimsNamespace]));
  });

  test("prose holds no character that OSCAL's markup would read as a sign", () => {
    const prose = nodesOf(catalog).filter(({ path }) => /\/(prose|remarks)$/.test(path));
    expect(prose.filter(({ node }) => /[*_`~^"[\]<>{}\\]/.test(String(node)))).toEqual([]);
  });
});
