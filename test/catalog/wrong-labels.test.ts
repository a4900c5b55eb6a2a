/** catalog/reference/wrong-labels.json: that it says what the reference says, in own words, and nothing that a catalog contradicts. */
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readJson, projectPath, sharedPath } from "../support/project.js";
import type { WrongLabelData } from "../../src/oscal/wrong-labels.js";
import { plainNumber } from "../../src/oscal/wrong-labels/words.js";
import { controlsOf } from "./documents.js";
import { labelsOf, readFrameworkCatalog } from "./framework-catalog.js";
import { overlapFinder } from "./own-words.js";

interface Reference {
  readonly statements: readonly { readonly claim: string; readonly right: string; readonly why_repeated?: string }[];
  readonly wrong_labels: readonly {
    readonly framework: string;
    readonly id: string;
    readonly wrong_label: string;
    readonly right_label: string;
  }[];
  readonly ids_that_do_not_exist: readonly { readonly framework: string; readonly id: string; readonly why: string }[];
}

const referencePath = sharedPath("reference/false-sources.json");
const withoutReference = "needs ../shared/reference/false-sources.json";
const list = readJson(projectPath("catalog/reference/wrong-labels.json")) as unknown as WrongLabelData & {
  readonly remarks: string;
};
const printed = labelsOf(controlsOf(readFrameworkCatalog("iso-42001")));

describe("the list", () => {
  test("gives wrong titles to controls that there are", () => {
    expect(list.labels.filter(({ framework, id }) => framework !== "iso42001" || !printed.includes(id))).toEqual([]);
  });

  test("calls no id absent that a control has", () => {
    const ids = list.absent.flatMap((each) => each.ids);
    const present = printed.filter((label) =>
      ids.some((id) =>
        id.endsWith(".*") ? `${label}.`.startsWith(id.slice(0, -1)) && label !== id.slice(0, -2) : id === label,
      ),
    );
    expect(present).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("says where everything was seen, in whole sentences where it explains", () => {
    const all = [...list.labels, ...list.absent, ...list.statements];
    expect(all.filter(({ seen }) => seen.length === 0)).toEqual([]);
    const told = [
      ...list.absent.map(({ why }) => why),
      ...list.statements.flatMap(({ claim, right }) => [claim, right]),
    ];
    expect(told.filter((each) => !/^[A-Z].{20,300}\.$/.test(each))).toEqual([]);
    expect(list.statements.filter(({ asked }) => asked.length === 0)).toEqual([]);
  });
});

describe("the list and the reference", () => {
  test("know the same wrong titles and ids", (context) => {
    context.skip(!existsSync(referencePath), withoutReference);
    const reference = readJson(referencePath) as unknown as Reference;
    const rows = (all: readonly (readonly string[])[]): string[] =>
      all.map((row) => row.join(" ").toLowerCase()).sort();
    expect(rows(list.labels.map(({ framework, id, label }) => [framework, id, label]))).toEqual(
      rows(reference.wrong_labels.map(({ framework, id, wrong_label }) => [framework, id, wrong_label])),
    );
    const ids = list.absent.flatMap((each) => each.ids.map(plainNumber));
    const unknown = reference.ids_that_do_not_exist.filter(({ id }) => {
      const number = plainNumber(id);
      return !ids.some((each) => (each.endsWith(".*") ? number.startsWith(each.slice(0, -1)) : each === number));
    });
    expect(unknown).toEqual([]);
  });

  test("share no sentence, and no seven words in a row", (context) => {
    context.skip(!existsSync(referencePath), withoutReference);
    const reference = readJson(referencePath) as unknown as Reference;
    const overlaps = overlapFinder(
      [
        ...reference.statements.flatMap(({ claim, right, why_repeated = "" }) => [claim, right, why_repeated]),
        ...reference.ids_that_do_not_exist.map(({ why }) => why),
      ].filter((each) => each !== ""),
      7,
    );
    const written = [
      list.remarks,
      ...list.absent.map(({ why }) => why),
      ...list.statements.flatMap(({ claim, right, asked }) => [claim, right, ...asked]),
    ];
    expect(written.flatMap(overlaps)).toEqual([]);
  });
});
