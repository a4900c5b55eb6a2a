/** Properties of the difference of any two documents. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderKeyOf } from "../../../src/oscal/diff/array-order.js";
import type { Change } from "../../../src/oscal/diff/change.js";
import { diffDocuments } from "../../../src/oscal/diff.js";
import type { Catalog, Control, Group } from "../../../src/oscal/model/generated/types.js";
import { valueAt } from "../../../src/source/pointer.js";
import { projectPath, readJson, type Json } from "../../support/project.js";
import { runs } from "../../support/runs.js";
import { arbitraryDocument, rootModels } from "../arbitrary-document.js";

const seed = 20261101;

function changesOf(a: unknown, b: unknown): Change[] {
  const difference = diffDocuments(a, b);
  if ("models" in difference) throw new Error("different models");
  return [...difference.edition, ...difference.changes];
}

/** The same in other words: keys and sets in other orders. */
function reworded(value: Json, array: string, next: () => number): Json {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const elements = value.map((element) => reworded(element, array, next));
    return shuffledWhereFree(elements, array, next);
  }
  const members = Object.entries(value).map(([key, member]) => [key, reworded(member, key, next)] as const);
  return Object.fromEntries(shuffled(members, next));
}

/** Elements whose order means something keep it among one another. */
function shuffledWhereFree(elements: readonly Json[], array: string, next: () => number): Json[] {
  const keyOf = (element: Json): string | undefined => orderKeyOf(array, element, undefined);
  const waiting = new Map<string | undefined, Json[]>();
  for (const element of elements) waiting.set(keyOf(element), [...(waiting.get(keyOf(element)) ?? []), element]);
  return shuffled(elements, next).map((element) => {
    const key = keyOf(element);
    return key === undefined ? element : (waiting.get(key)?.shift() ?? element);
  });
}

function shuffled<Element>(elements: readonly Element[], next: () => number): Element[] {
  const rest = [...elements];
  return elements.flatMap(() => rest.splice(Math.floor(next() * rest.length), 1));
}

/** A text that two values have in common when they mean the same. */
function meaning(value: Json, array: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    const texts = value.map((element) => ({
      key: orderKeyOf(array, element, undefined),
      text: meaning(element, array),
    }));
    const free = texts.flatMap(({ key, text }) => (key === undefined ? [text] : [])).sort();
    const keys = [...new Set(texts.flatMap(({ key }) => key ?? []))].sort();
    const inOrder = keys.flatMap((each) => texts.flatMap(({ key, text }) => (key === each ? [text] : [])));
    return `[${[...free, ...inOrder].join()}]`;
  }
  const isDefault = (key: string, member: Json): boolean =>
    key === "ns" && member === "http://csrc.nist.gov/ns/oscal" && ["props", "parts"].includes(array);
  return `{${Object.entries(value)
    .filter(([key, member]) => !isDefault(key, member) && !(Array.isArray(member) && member.length === 0))
    .map(([key, member]) => `${JSON.stringify(key)}:${meaning(member, key)}`)
    .sort()
    .join()}}`;
}

/** A copy in which something small is another: a text, an element less, twice, in another place or in another array of the name. */
function edited(document: Json, next: () => number): Json {
  const copy = structuredClone(document);
  const owners: { property: string; owner: Json[] | Record<string, Json> }[] = [];
  const collect = (owner: Json, property: string): void => {
    if (typeof owner !== "object" || owner === null) return;
    owners.push({ property, owner });
    for (const [key, member] of Object.entries(owner)) collect(member, Array.isArray(owner) ? property : key);
  };
  for (const [model, root] of Object.entries(copy as Record<string, Json>)) collect(root, model);
  const any = <Element>(elements: readonly Element[]): Element | undefined =>
    elements[Math.floor(next() * elements.length)];
  const { owner = [], property } = any(owners) ?? {};
  const key = any(Object.keys(owner)) ?? "";
  if (Array.isArray(owner)) {
    const [taken] = owner.splice(Number(key), 1);
    const chance = next();
    if (taken === undefined) return copy;
    const others = owners.flatMap(({ owner: other, property: name }) =>
      Array.isArray(other) && other !== owner && name === property && !holds(taken, other) ? [other] : [],
    );
    if (chance < 0.4) any(others)?.push(taken);
    else if (chance < 0.6) owner.unshift(taken);
    else if (chance < 0.8) owner.push(taken, structuredClone(taken));
  } else if (next() < 0.5) Reflect.deleteProperty(owner, key);
  else if (typeof owner[key] === "string") owner[key] = `${owner[key]} changed`;
  return copy;
}

function holds(value: Json, wanted: Json): boolean {
  if (value === wanted) return true;
  return typeof value === "object" && value !== null && Object.values(value).some((each) => holds(each, wanted));
}

/** The document's own copy with some edits, and what was done in between is for the difference to find. */
const edits = fc.tuple(fc.integer(), fc.integer({ min: 1, max: 4 }));

function editedTimes(document: Json, [start, times]: readonly [number, number]): Json {
  const next = randomNumbers(start);
  let result = document;
  for (let count = 0; count < times; count += 1) result = edited(result, next);
  return result;
}

/** Numbers from 0 to 1 that depend on the start alone (mulberry32). */
function randomNumbers(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pointers = (changes: readonly Change[], kind: "added" | "removed"): string[] =>
  changes
    .flatMap((change) => (change.kind !== kind ? [] : [change.kind === "added" ? change.b.pointer : change.a.pointer]))
    .sort();

describe.each(rootModels)("two documents of the model %s", (model) => {
  test("do not differ when they say the same in another order", () => {
    fc.assert(
      fc.property(arbitraryDocument(model), fc.integer(), (document, start) => {
        expect(changesOf(document, reworded(document, "", randomNumbers(start)))).toEqual([]);
      }),
      { seed, numRuns: runs(6, 25) },
    );
  });

  test("differ exactly when they mean something else; what came on one way went on the other", () => {
    fc.assert(
      fc.property(arbitraryDocument(model), edits, (a, how) => {
        const b = editedTimes(a, how);
        const there = changesOf(a, b);
        const back = changesOf(b, a);
        expect(there.length === 0).toBe(meaning(a, "") === meaning(b, ""));
        expect(pointers(back, "removed")).toEqual(pointers(there, "added"));
        expect(pointers(back, "added")).toEqual(pointers(there, "removed"));
      }),
      { seed, numRuns: runs(12, 60) },
    );
  });

  test("every change has its values where it says", () => {
    fc.assert(
      fc.property(arbitraryDocument(model), edits, (a, how) => {
        const b = editedTimes(a, how);
        for (const change of changesOf(a, b)) {
          if (change.kind !== "added") expect(valueAt(a, change.a.pointer)).toBe(change.a.value);
          if (change.kind !== "removed") expect(valueAt(b, change.b.pointer)).toBe(change.b.value);
        }
      }),
      { seed, numRuns: runs(6, 25) },
    );
  });
});

/** An edit of one control, and what the difference has to say about it. */
interface Edit {
  readonly name: string;
  /** @returns the change to report, or undefined where the control offers nothing to edit */
  readonly apply: (control: Control, group: Group, others: readonly Group[]) => string | undefined;
}

const controlEdits: readonly Edit[] = [
  {
    name: "another title",
    apply: (control) => {
      control.title += " (changed)";
      return `changed control ${control.id} title`;
    },
  },
  {
    name: "another prose",
    apply: ({ parts }) => {
      const part = parts?.find(({ prose, id }) => prose !== undefined && id !== undefined);
      if (part?.prose === undefined) return undefined;
      part.prose = part.prose.replace(/\S+/, "Other");
      return `changed part ${part.id ?? ""} prose`;
    },
  },
  {
    name: "a part less",
    apply: ({ parts }) => {
      const part = parts?.at(-1);
      if (part?.id === undefined) return undefined;
      parts?.pop();
      return `removed part ${part.id}`;
    },
  },
  {
    name: "a prop more",
    apply: (control) => {
      control.props = [{ name: "reviewed-by", value: control.id }, ...(control.props ?? [])];
      return `added prop reviewed-by`;
    },
  },
  {
    name: "parts in another order",
    apply: ({ parts }) => {
      const [first] = parts ?? [];
      if (parts === undefined || parts.length < 3 || first?.id === undefined) return undefined;
      parts.push(...parts.splice(0, 1));
      return `moved part ${first.id}`;
    },
  },
  {
    name: "the control is gone",
    apply: (control, group) => {
      group.controls = (group.controls ?? []).filter((each) => each !== control);
      return `removed control ${control.id}`;
    },
  },
  {
    name: "the control has moved to another group",
    apply: (control, group, others) => {
      const target = others.find((each) => each !== group);
      if (!target) return undefined;
      group.controls = (group.controls ?? []).filter((each) => each !== control);
      target.controls = [...(target.controls ?? []), control];
      return `moved control ${control.id}`;
    },
  },
  {
    name: "a control before it",
    apply: (control, group) => {
      const list = group.controls ?? [];
      list.splice(list.indexOf(control), 0, { id: `${control.id}.new`, title: "New" });
      return `added control ${control.id}.new`;
    },
  },
];

function groupsWithControls({ groups = [] }: { readonly groups?: readonly Group[] }): Group[] {
  return groups.flatMap((group) => [...(group.controls === undefined ? [] : [group]), ...groupsWithControls(group)]);
}

test("random edits of the catalog of ISO/IEC 42001 are found, each of them and nothing else", () => {
  const original = readJson(projectPath("catalog/iso-42001.json")) as unknown as { catalog: Catalog };
  const count = groupsWithControls(original.catalog).flatMap(({ controls = [] }) => controls).length;
  const chosen = fc.uniqueArray(fc.tuple(fc.nat(count - 1), fc.constantFrom(...controlEdits)), {
    selector: ([index]) => index,
    minLength: 1,
    maxLength: 12,
  });
  const applied = new Set<string>();
  fc.assert(
    fc.property(chosen, (plan) => {
      const copy = structuredClone(original);
      const groups = groupsWithControls(copy.catalog);
      const controls = groups.flatMap((group) => (group.controls ?? []).map((control) => ({ control, group })));
      const expected: string[] = [];
      for (const [index, { name, apply }] of plan) {
        const place = controls[index];
        const told = place && apply(place.control, place.group, groups);
        if (told === undefined) continue;
        expected.push(told);
        applied.add(name);
      }
      const found = changesOf(original, copy).map(({ kind, path, property }) => {
        const step = path.at(-1);
        return [kind, step?.kind, step?.name, property].filter((each) => each !== undefined).join(" ");
      });
      expect(found.sort()).toEqual(expected.sort());
    }),
    { seed, numRuns: 60 },
  );
  expect([...applied].sort()).toEqual(controlEdits.map(({ name }) => name).sort());
});
