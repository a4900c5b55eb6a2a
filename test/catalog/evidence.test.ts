/** Expected evidence, owners, stages, roles and freshness of the requirements and controls of ISO/IEC 42001. */
import { existsSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { sharedPath } from "../support/project.js";
import { aimsNamespace, controlsOf, propValues, readCatalog, type Control, type Part } from "./documents.js";
import { wordsOf } from "./own-words.js";
import { controlId } from "./requirements.js";

const controls = controlsOf(readCatalog());
const referencePath = sharedPath("reference/iso42001-evidence.json");

interface ReferenceItem {
  readonly id: string;
  readonly evidence: readonly string[];
  readonly freshness_days: number;
  readonly owner_roles: readonly string[];
  readonly lifecycle_stages: readonly string[];
  readonly org_roles: readonly string[];
}

interface Reference {
  readonly vocabulary: {
    readonly lifecycle_stages: readonly string[];
    readonly org_roles: Readonly<Record<string, string>>;
  };
  readonly items: readonly ReferenceItem[];
}

function readReference(): Reference {
  return JSON.parse(readFileSync(referencePath, "utf8")) as Reference;
}

function evidenceOf(control: Control): Part[] {
  return (control.parts ?? []).filter((part) => part.name === "expected-evidence");
}

function itemsOf(control: Control): string[] {
  return evidenceOf(control).flatMap((part) => (part.parts ?? []).flatMap((item) => item.prose ?? []));
}

function factsOf({ id, props }: Control): object {
  const values = (name: string): string[] => propValues(props, name, aimsNamespace);
  return {
    id,
    owners: values("owner-role"),
    stages: values("control-stage"),
    roles: values("organization-role"),
    days: values("freshness-days"),
  };
}

/** The beginnings of the words that carry the sense: "requirements" and "require" are one. */
function sense(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, 4)),
  );
}

/** The share of the words of the first text that the second has too, from 0 to 1. */
function shared(of: string, other: string): number {
  const [words, others] = [sense(of), sense(other)];
  return [...words].filter((word) => others.has(word)).length / Math.max(1, words.size);
}

describe("expected evidence", () => {
  test("stands behind the guidance of each control, in a part of its own, one part an item", () => {
    const found = controls.map((control) => {
      const names = (control.parts ?? []).map((part) => part.name);
      return {
        parts: evidenceOf(control),
        after: names[names.indexOf("expected-evidence") - 1],
      };
    });
    expect(found).toEqual(
      controls.map((control) => ({
        parts: [
          {
            id: `${control.id}_evd`,
            name: "expected-evidence",
            ns: aimsNamespace,
            parts: itemsOf(control).map((prose, index) => ({
              id: `${control.id}_evd.${String(index + 1)}`,
              name: "evidence-item",
              ns: aimsNamespace,
              prose,
            })),
          },
        ],
        after: "guidance",
      })),
    );
    // The name of one record each, not a sentence.
    expect(controls.flatMap(itemsOf).filter((item) => !/^[A-Z].{7,}[^.]$/.test(item))).toEqual([]);
  });

  test("names, item for item, the records that the reference names, in other words", (context) => {
    context.skip(!existsSync(referencePath), "needs ../shared/reference/iso42001-evidence.json");
    const { items } = readReference();
    expect(controls.map((control) => [control.id, itemsOf(control).length])).toEqual(
      items.map((item) => [controlId(item.id), item.evidence.length]),
    );
    const pairs = controls.flatMap((control, index) =>
      itemsOf(control).map((own, at) => ({ id: control.id, own, reference: items[index]?.evidence[at] ?? "" })),
    );
    expect(pairs).toHaveLength(150);
    expect(pairs.filter(({ own, reference }) => shared(reference, own) < 0.65)).toEqual([]);
    // The measure tells items apart.
    expect(shared("Risk criteria with acceptance threshold", "Risk register with owners")).toBeLessThan(0.65);
  });
});

describe("owners, stages, roles and freshness", () => {
  test("are those of the reference, for all 70", (context) => {
    context.skip(!existsSync(referencePath), "needs ../shared/reference/iso42001-evidence.json");
    const { items } = readReference();
    expect(items).toHaveLength(70);
    expect(controls.map(factsOf)).toEqual(
      items.map((item) => ({
        id: controlId(item.id),
        owners: item.owner_roles,
        stages: item.lifecycle_stages,
        roles: item.org_roles,
        days: [String(item.freshness_days)],
      })),
    );
  });

  test("take their words from the reference's vocabulary", (context) => {
    context.skip(!existsSync(referencePath), "needs ../shared/reference/iso42001-evidence.json");
    const { vocabulary } = readReference();
    const unknown = (name: string, words: readonly string[]): string[] =>
      controls.flatMap(({ props }) => propValues(props, name, aimsNamespace).filter((value) => !words.includes(value)));
    expect(unknown("control-stage", vocabulary.lifecycle_stages)).toEqual([]);
    expect(unknown("organization-role", Object.keys(vocabulary.org_roles))).toEqual([]);
  });

  test("every control has at least one of each, and one freshness in whole days", () => {
    const some: unknown = expect.arrayContaining([expect.stringMatching(/\S/)]);
    const days: unknown = [expect.stringMatching(/^[1-9]\d*$/)];
    expect(controls.map(factsOf)).toEqual(
      controls.map(({ id }) => ({ id, owners: some, stages: some, roles: some, days })),
    );
  });
});
