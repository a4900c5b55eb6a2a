import { existsSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { temporaryFolder } from "../support/folder.js";
import { aimsHere } from "../support/program.js";
import { projectText, readJson, sharedPath } from "../support/project.js";
import { aimsNamespace, controlsOf, groupsOf, propValues, type Catalog } from "./documents.js";
import { labelsOf, readFrameworkCatalog, testCatalogForm } from "./framework-catalog.js";
import { controlId } from "./requirements.js";

const catalog = readFrameworkCatalog("iso-27001");
const [groups, controls] = [groupsOf(catalog), controlsOf(catalog)];
const referencePath = sharedPath("reference/iso27001.json");
const crosswalkPath = sharedPath("reference/crosswalk-iso42001-iso27001.json");
const withoutReference = "needs ../shared/reference";

/** The requirements that stand on their own, as printed. */
const requirements: readonly string[] = [
  ...["4.1", "4.2", "4.3", "4.4"],
  ...["5.1", "5.2", "5.3"],
  ...["6.1.1", "6.1.2", "6.1.3", "6.2", "6.3"],
  ...["7.1", "7.2", "7.3", "7.4", "7.5.1", "7.5.2", "7.5.3"],
  ...["8.1", "8.2", "8.3"],
  ...["9.1", "9.2.1", "9.2.2", "9.3.1", "9.3.2", "9.3.3"],
  ...["10.1", "10.2"],
];

/** The controls of Annex A, which number 37, 8, 14 and 34 by theme. */
const annexControls: readonly string[] = Object.entries({ "A.5": 37, "A.6": 8, "A.7": 14, "A.8": 34 }).flatMap(
  ([theme, count]) => Array.from({ length: count }, (_none, index) => `${theme}.${String(index + 1)}`),
);

/** Clauses that only gather others. */
const gathering: readonly string[] = [
  "6.1 Actions to address risks and opportunities",
  "7.5 Documented information",
  "9.2 Internal audit",
  "9.3 Management review",
];

interface ReferenceEntry {
  readonly id: string;
  readonly title: string;
  readonly theme?: string;
  readonly iso27002_id?: string;
}

interface Reference {
  readonly clauses: readonly ReferenceEntry[];
  readonly annex_a_controls: readonly ReferenceEntry[];
}

interface Crosswalk {
  readonly pairs: readonly { readonly target: string | null }[];
  readonly target_gaps: readonly { readonly target: string }[];
}

describe("requirements and controls", () => {
  test("there are the 30 requirements and 93 controls of the standard, in its order", () => {
    expect([requirements.length, annexControls.length]).toEqual([30, 93]);
    expect(controls.map((control) => [control.id, control.class, ...labelsOf([control])])).toEqual([
      ...requirements.map((label) => [controlId(label), "requirement", label]),
      ...annexControls.map((label) => [controlId(label), "control", label]),
    ]);
  });

  test("groups are the seven clauses and the four themes, each with what is numbered below it", () => {
    expect(groups.map((group) => [group.id, group.class, ...labelsOf([group]), group.title])).toEqual([
      ["cl.4", "clause", "4", "Context of the organization"],
      ["cl.5", "clause", "5", "Leadership"],
      ["cl.6", "clause", "6", "Planning"],
      ["cl.7", "clause", "7", "Support"],
      ["cl.8", "clause", "8", "Operation"],
      ["cl.9", "clause", "9", "Performance evaluation"],
      ["cl.10", "clause", "10", "Improvement"],
      ["a.5", "theme", "A.5", "Organizational controls"],
      ["a.6", "theme", "A.6", "People controls"],
      ["a.7", "theme", "A.7", "Physical controls"],
      ["a.8", "theme", "A.8", "Technological controls"],
    ]);
    const misplaced = groups.flatMap((group) =>
      (group.controls ?? []).filter((control) => !control.id.startsWith(`${group.id ?? "none"}.`)),
    );
    expect(misplaced).toEqual([]);
  });

  test("the title of a gathering clause is an overview of its group and the heading of its requirements", () => {
    expect(groups.flatMap((group) => (group.parts ?? []).flatMap((part) => part.title ?? []))).toEqual(gathering);
    const headings = controls.flatMap((control) =>
      propValues(control.props, "heading", aimsNamespace).map((heading) => [...labelsOf([control]), heading]),
    );
    const numberOf = (title: string): string => `${title.split(" ", 1).join("")}.`;
    expect(headings).toEqual(
      requirements.flatMap((label) =>
        gathering.filter((title) => label.startsWith(numberOf(title))).map((title) => [label, title]),
      ),
    );
    expect(headings).toHaveLength(11);
  });

  test("ids, titles, themes and guidance are those of the reference", (context) => {
    context.skip(!existsSync(referencePath), withoutReference);
    const reference = readJson(referencePath) as unknown as Reference;
    expect(controls.map((control) => [...labelsOf([control]), control.title])).toEqual(
      [...reference.clauses, ...reference.annex_a_controls].map((entry) => [entry.id, entry.title]),
    );
    const placed = groups.flatMap((group) =>
      (group.controls ?? [])
        .filter((control) => control.class === "control")
        .map((control) => [
          ...labelsOf([control]),
          group.title,
          ...propValues(control.props, "implementation-guidance", aimsNamespace),
        ]),
    );
    expect(placed).toEqual(
      reference.annex_a_controls.map(({ id, theme = "", iso27002_id: guidance = "" }) => [
        id,
        `${theme} controls`,
        `ISO/IEC 27002:2022, ${guidance}`,
      ]),
    );
  });

  test("every target of the crosswalk from ISO/IEC 42001, and every gap, is the label of a control", (context) => {
    context.skip(!existsSync(crosswalkPath), withoutReference);
    const { pairs, target_gaps: gaps } = readJson(crosswalkPath) as unknown as Crosswalk;
    const targets = [...pairs, ...gaps].flatMap(({ target }) => target ?? []);
    const known = new Set(labelsOf(controls));
    expect(targets.length).toBeGreaterThan(150);
    expect(targets.filter((target) => !known.has(target))).toEqual([]);
    // Mapped or a gap: nothing of the standard is left out.
    expect([...known].filter((label) => !targets.includes(label))).toEqual([]);
  });
});

describe("what is not in the catalog", () => {
  test("a control holds nothing but where its wording stands", () => {
    const amended = ["4.1", "4.2"];
    const place = (label: string): string =>
      label.startsWith("A.")
        ? `The control is worded in ISO/IEC 27001:2022, Annex A, entry ${label.slice(2)} of the table.`
        : `The requirement is worded in ISO/IEC 27001:2022, clause ${label}${amended.includes(label) ? ", as amended by Amendment 1:2024" : ""}.`;
    expect(controls.map((control) => control.parts)).toEqual(
      labelsOf(controls).map((label) => [{ id: `${controlId(label)}_smt`, name: "statement", prose: place(label) }]),
    );
    expect(catalog.metadata.remarks).toMatch(/copyright of ISO and IEC/);
    expect(catalog.metadata.remarks).toMatch(/Amendment 1:2024/);
  });

  test("a profile lays the wording of a licensed copy over a statement, under the same ids", async () => {
    const profile = {
      uuid: "b3b4c1f2-8d0f-4c55-9a0e-5d2f0c8a7e11",
      metadata: {
        title: "Own copy",
        "last-modified": "2026-11-30T00:00:00Z",
        version: "1",
        "oscal-version": "1.2.2",
      },
      imports: [{ href: "iso-27001.json", "include-controls": [{ "with-ids": ["a.5.1", "a.5.2"] }] }],
      merge: { "as-is": true },
      modify: {
        alters: [
          {
            "control-id": "a.5.1",
            removes: [{ "by-id": "a.5.1_smt" }],
            adds: [{ parts: [{ id: "a.5.1_smt", name: "statement", prose: "Wording of the licensed copy." }] }],
          },
        ],
      },
    };
    const folder = temporaryFolder({
      "iso-27001.json": projectText("catalog/iso-27001.json"),
      "own.json": JSON.stringify({ profile }),
    });
    const { code, stdout } = await aimsHere(["oscal", "resolve", "own.json", "--as-of", "2026-11-30"], folder);
    const resolved = (JSON.parse(stdout) as { catalog: Catalog }).catalog;
    expect(code).toBe(0);
    expect(controlsOf(resolved).map((control) => control.parts)).toEqual([
      [{ id: "a.5.1_smt", name: "statement", prose: "Wording of the licensed copy." }],
      controls.find((control) => control.id === "a.5.2")?.parts,
    ]);
  });
});

testCatalogForm({
  file: "iso-27001",
  framework: "iso27001",
  publications: ["iso-iec-27001-2022", "iso-iec-27001-2022-amd-1-2024"],
});
