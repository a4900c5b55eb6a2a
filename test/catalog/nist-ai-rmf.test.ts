import { existsSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { parse } from "../../src/oscal/index.js";
import { readJson, sharedPath } from "../support/project.js";
import { controlsOf, groupsOf, partsOf, type Catalog, type Control, type Group } from "./documents.js";
import { idsOf, labelsOf, readFrameworkCatalog, testCatalogForm } from "./framework-catalog.js";

const catalog = readFrameworkCatalog("nist-ai-rmf");
const functions = catalog.groups.filter((group) => group.class === "function");
const categories = functions.flatMap((group) => group.controls ?? []);
const subcategories = categories.flatMap((category) => category.controls ?? []);
const risks = controlsOf(catalog).filter((control) => control.class === "risk");

const referencePath = sharedPath("reference/nist-ai-rmf.json");
const crosswalkPath = sharedPath("reference/crosswalk-iso42001-nist-ai-rmf.json");
const publishedPath = sharedPath("oscal/content/nist-ai-rmf/NIST_AI-RMF_v1_catalog.reduced.xml");
const withoutReference = "needs ../shared/reference";

interface Reference {
  readonly functions: readonly {
    readonly id: string;
    readonly categories: readonly { readonly id: string; readonly subcategories: readonly { readonly id: string }[] }[];
  }[];
  readonly genai_profile: { readonly risks: readonly { readonly number: number; readonly title: string }[] };
}

interface Crosswalk {
  readonly target_oscal: {
    readonly ids: Readonly<Record<string, { readonly control: string; readonly statement: string }>>;
  };
  readonly pairs: readonly { readonly target: string | null }[];
  readonly target_gaps: readonly { readonly target: string }[];
}

/** NIST's own catalog, as far as it is kept for comparisons. */
async function readPublished(): Promise<Catalog> {
  const { document } = await parse(readFileSync(publishedPath), { file: publishedPath });
  return (document?.value as { catalog: Catalog }).catalog;
}

/** Title and class of each function, category and subcategory by its id, with the id of what holds it. */
function frameOf(groups: readonly Group[]): Record<string, (string | undefined)[]> {
  const entries = (holder: Group | Control): [string, (string | undefined)[]][] =>
    (holder.controls ?? []).flatMap((control) => [
      [control.id, [holder.id, control.class, control.title]],
      ...entries(control),
    ]);
  return Object.fromEntries(
    groups.flatMap((group) => [[group.id ?? "", [undefined, group.class, group.title]], ...entries(group)]),
  );
}

/** Ids of the parts that hold the text of a function, category or subcategory. */
function textParts(groups: readonly Group[]): string[] {
  return groups
    .flatMap((group) => [group, ...controlsOf({ ...catalog, groups: [group] })])
    .flatMap((holder) => partsOf(holder.parts))
    .flatMap(({ id = "" }) => (/_(smt|ovw)$/.test(id) ? [id] : []));
}

describe("functions, categories and subcategories", () => {
  test("there are 4, 19 and 72, and the functions stand in the order of the Core", () => {
    expect([functions.length, categories.length, subcategories.length]).toEqual([4, 19, 72]);
    const counts = functions.map((group) => [
      group.id,
      (group.controls ?? []).length,
      (group.controls ?? []).flatMap((category) => category.controls ?? []).length,
    ]);
    expect(counts).toEqual([
      ["GOVERN", 6, 19],
      ["MAP", 5, 18],
      ["MEASURE", 4, 22],
      ["MANAGE", 4, 13],
    ]);
  });

  test("labels and titles are NIST's names, and ids the same without a blank", () => {
    const named = [...functions, ...categories, ...subcategories];
    expect(labelsOf(named)).toEqual(named.map(({ title }) => title));
    expect(named.map(({ id }) => id)).toEqual(named.map(({ title }) => title.replace(" ", "_")));
  });

  test("each holds one part: an overview, the statement of a category, or the outcome as a statement", () => {
    const parts = (holders: readonly (Control | Group)[]): unknown[] =>
      holders.flatMap(({ parts = [] }) => parts.map(({ id, name, parts: inner }) => [id, name, inner]));
    expect(parts(functions)).toEqual(functions.map(({ id = "" }) => [`${id}_ovw`, "overview", undefined]));
    expect(parts(categories)).toEqual(categories.map(({ id }) => [`${id}_smt`, "statement", undefined]));
    expect(parts(subcategories)).toEqual(subcategories.map(({ id }) => [`${id}_ovw`, "statement", undefined]));
  });

  test("they are those of the reference, in its order", (context) => {
    context.skip(!existsSync(referencePath), withoutReference);
    const reference = readJson(referencePath) as unknown as Reference;
    expect(functions.map((group) => [group.title, ...labelsOf(controlsOf({ ...catalog, groups: [group] }))])).toEqual(
      reference.functions.map((each) => [
        each.id,
        ...each.categories.flatMap((category) => [category.id, ...category.subcategories.map(({ id }) => id)]),
      ]),
    );
  });
});

describe("NIST's own catalog", () => {
  const without = "needs ../shared/oscal";

  test("has the same functions, categories and subcategories with the same titles, none more and none less", async (context) => {
    context.skip(!existsSync(publishedPath), without);
    const published = frameOf((await readPublished()).groups);
    expect(Object.keys(published)).toHaveLength(95);
    expect(frameOf(functions)).toEqual(published);
  });

  test("has the same ids of parts for their texts, none more and none less", async (context) => {
    context.skip(!existsSync(publishedPath), without);
    const published = textParts((await readPublished()).groups);
    expect(published).toHaveLength(95);
    expect(textParts(functions).sort()).toEqual(published.sort());
  });

  test("calls the outcome an overview and the playbook a statement, which is why the names of parts differ", async (context) => {
    context.skip(!existsSync(publishedPath), without);
    const published = controlsOf(await readPublished()).filter((control) => control.class === "subcategory");
    const names = published.map(({ id, parts = [] }) => [
      id,
      parts.find((part) => part.id === `${id}_ovw`)?.name,
      parts.find((part) => part.id === `SA-${id}`)?.name,
    ]);
    expect(names).toEqual(published.map(({ id }) => [id, "overview", "statement"]));
    expect(catalog.metadata.remarks).toMatch(/NIST calls the same part overview/);
  });

  test("alone has the playbook", () => {
    expect(idsOf(catalog).filter((id) => /^(SA|A|D)-/.test(id))).toEqual([]);
  });
});

describe("the crosswalk from ISO/IEC 42001", () => {
  test("names labels of subcategories, as targets and as gaps", (context) => {
    context.skip(!existsSync(crosswalkPath), withoutReference);
    const { pairs, target_gaps: gaps } = readJson(crosswalkPath) as unknown as Crosswalk;
    const targets = [...pairs, ...gaps].flatMap(({ target }) => target ?? []);
    const known = new Set(labelsOf(subcategories));
    expect(targets.length).toBeGreaterThan(250);
    expect(targets.filter((target) => !known.has(target))).toEqual([]);
    // Mapped or a gap: no outcome is left out.
    expect([...known].filter((label) => !targets.includes(label))).toEqual([]);
  });

  test("gives each label the ids that its control and its statement have here", (context) => {
    context.skip(!existsSync(crosswalkPath), withoutReference);
    const { ids } = (readJson(crosswalkPath) as unknown as Crosswalk).target_oscal;
    const here = subcategories.map((control) => [
      control.title,
      { control: control.id, statement: control.parts?.find((part) => part.name === "statement")?.id },
    ]);
    expect(Object.fromEntries(here)).toEqual(ids);
  });
});

describe("risks of generative AI", () => {
  test("are a group of their own behind the functions", () => {
    expect(groupsOf(catalog).map((group) => [group.id, group.class])).toEqual([
      ...functions.map((group) => [group.id, "function"]),
      ["genai-risks", "risks"],
    ]);
    expect(catalog.groups.at(-1)).toMatchObject({ title: "Risks of generative AI (NIST AI 600-1)", controls: risks });
  });

  test("are twelve, numbered as NIST does", () => {
    const numbers = Array.from({ length: 12 }, (_none, index) => String(index + 1));
    const found = risks.map((risk) => [risk.id, ...labelsOf([risk]), ...(risk.parts ?? []).map(({ id }) => id)]);
    expect(found).toEqual(numbers.map((number) => [`genai-${number}`, `GAI ${number}`, `genai-${number}_smt`]));
  });

  test("have the numbers and titles of the reference", (context) => {
    context.skip(!existsSync(referencePath), withoutReference);
    const { genai_profile: profile } = readJson(referencePath) as unknown as Reference;
    expect(risks.map((risk) => [...labelsOf([risk]), risk.title])).toEqual(
      profile.risks.map(({ number, title }) => [`GAI ${String(number)}`, title]),
    );
  });
});

testCatalogForm({
  file: "nist-ai-rmf",
  framework: "nist-ai-rmf",
  publications: ["nist-ai-100-1", "nist-ai-600-1", "nist-ai-rmf-oscal-catalog"],
});
