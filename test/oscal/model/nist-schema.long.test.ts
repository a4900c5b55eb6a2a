/** NIST's own JSON schema of OSCAL 1.2.2 as the oracle: published documents broken in every place, and each difference with its reason. */
import { statSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { hasStandard, readJson, standard, withoutStandard, type Json } from "../../support/project.js";
import { judges, type Verdicts } from "../nist-schema.js";
import { validDocuments } from "../published-documents.js";

/** Broken in every place, the others would take hours. */
const isSmall = (name: string): boolean => statSync(`${standard}/${name}`).size < 100_000;
const small = validDocuments.filter((name) => isSmall(name) && !name.includes("sp800-53"));
const large = validDocuments.filter((name) => !small.includes(name));

/**
 * Places in which ours rejects what NIST's schema accepts. None the other way round.
 * NIST's generator turns an assembly with a choice into variants and loses the `required` of its flags on the way.
 */
const tighter: readonly { change: string; place: RegExp; reason: string }[] = [
  {
    change: "drop",
    place: /\/metadata\/parties\/\*\/(?:uuid|type)$/,
    reason: "flags of a party are required beside the choice of address and location-uuid",
  },
  {
    change: "drop",
    place: /\/params\/\*\/id$/,
    reason: "a parameter needs its id beside the choice of values and select",
  },
  { change: "drop", place: /\/set-parameters\/\*\/param-id$/, reason: "as a parameter needs its id" },
  {
    change: "drop",
    place: /^\/profile\/imports\/\*\/href$/,
    reason: "an import needs its href beside the choice of controls",
  },
  {
    change: "drop",
    place: /\/(?:subjects|assessment-subjects)\/\*\/type$/,
    reason: "an assessment subject needs its type beside the choice of include-all and include-subjects",
  },
  {
    change: "empty entry",
    place: /\/(?:metadata\/parties|params|set-parameters)$/,
    reason: "the same flags of a party, a parameter and a set-parameter are missing in an entry without anything",
  },
  {
    change: "other word",
    place: /\/maps\/\*\/relationship$/,
    reason: "the values are closed by a constraint on the field's own value, which NIST's generator does not read",
  },
];

describe.skipIf(!hasStandard)(`beside NIST's schema (${withoutStandard})`, () => {
  let verdicts: (document: Json) => Verdicts;

  beforeAll(() => {
    verdicts = judges();
  });

  test("broken in every place, nothing that NIST's schema rejects passes, and each difference has its reason", () => {
    const missed: string[] = [];
    const unexplained = new Set<string>();
    const used = new Set<string>();
    let changes = 0;
    let rejected = 0;
    for (const name of small) {
      const document = readJson(`${standard}/${name}`);
      for (const { change, pointer } of breakEverywhere(document, 1)) {
        changes += 1;
        const verdict = verdicts(document);
        if (verdict.file !== verdict.precompiled)
          unexplained.add(`${name} ${change} ${pointer}: file and precompiled differ`);
        if (!verdict.nist) rejected += 1;
        if (verdict.nist === verdict.precompiled) continue;
        const place = withoutIndices(pointer);
        const known = tighter.find((entry) => entry.change === change && entry.place.test(place));
        if (verdict.precompiled) missed.push(`${name} ${change} ${pointer}`);
        else if (known === undefined) unexplained.add(`${name} ${change} ${place}`);
        else used.add(known.reason);
      }
      expect(verdicts(document).nist).toBe(true); // every change was taken back
    }
    expect({
      missed,
      unexplained: [...unexplained],
      unused: tighter.filter(({ reason }) => !used.has(reason)),
    }).toEqual({
      missed: [],
      unexplained: [],
      unused: [],
    });
    expect(changes).toBeGreaterThan(15_000);
    expect(rejected).toBeGreaterThan(10_000);
  });

  test.each(large)("%s, broken here and there, is rejected where NIST's schema rejects it", (name) => {
    const document = readJson(`${standard}/${name}`);
    const missed: string[] = [];
    let rejected = 0;
    // A stride that is prime, so that all kinds of changes take their turn.
    for (const { change, pointer } of breakEverywhere(document, isSmall(name) ? 19 : 9973)) {
      const verdict = verdicts(document);
      if (!verdict.nist) rejected += 1;
      if (!verdict.nist && verdict.precompiled) missed.push(`${change} ${pointer}`);
    }
    expect(missed).toEqual([]);
    expect(rejected).toBeGreaterThan(10);
  });
});

/** The JSON pointer with * for every index of an array. */
function withoutIndices(pointer: string): string {
  return pointer.replaceAll(/\/\d+(?=\/|$)/g, "/*");
}

/**
 * Changes the document in place, one change at a time, and takes each back before the next.
 * @param stride 1 for all changes, n for every nth
 */
function* breakEverywhere(document: Json, stride: number): Generator<{ change: string; pointer: string }> {
  let turn = 0;
  for (const { owner, pointer } of owners(document)) {
    const isList = Array.isArray(owner);
    for (const [key, value] of Object.entries(owner)) {
      const place = `${pointer}/${key}`;
      if (pointer === "" && typeof value === "object") continue; // the root property chooses the schema
      for (const [change, replacement] of replacements(value)) {
        turn += 1;
        if (turn % stride !== 0) continue;
        owner[key] = replacement;
        yield { change, pointer: place };
        owner[key] = value;
      }
      turn += 1;
      if (isList || turn % stride !== 0) continue;
      const entries = Object.entries(owner);
      Reflect.deleteProperty(owner, key);
      yield { change: "drop", pointer: place };
      // Put back in the old order.
      for (const [name] of entries) Reflect.deleteProperty(owner, name);
      Object.assign(owner, Object.fromEntries(entries));
    }
    turn += 1;
    if (isList || turn % stride !== 0) continue;
    for (const [change, name, value] of additions) {
      if (Object.hasOwn(owner, name)) continue;
      owner[name] = value;
      yield { change, pointer };
      Reflect.deleteProperty(owner, name);
    }
  }
}

/** A property that no definition knows, and alternatives of the choices, which stand beside another one or where there is none. */
const additions: readonly [change: string, name: string, value: Json][] = [
  ["unknown property", "unknown-property", "x"],
  ["alternative", "include-all", {}],
  ["alternative", "include-controls", [{ "control-id": "a" }]],
  ["alternative", "include-controls", [{ "with-ids": ["a"] }]],
  ["alternative", "include-subjects", [{ "subject-uuid": "6b2f9c3e-0d4a-4f59-9a51-2c7e8d1f0b64", type: "party" }]],
  ["alternative", "controls", [{ id: "a", title: "a" }]],
  ["alternative", "groups", [{ title: "a" }]],
  ["alternative", "values", ["a"]],
  ["alternative", "select", { choice: ["a"] }],
  ["alternative", "addresses", [{ city: "a" }]],
  ["alternative", "location-uuids", ["6b2f9c3e-0d4a-4f59-9a51-2c7e8d1f0b64"]],
  ["alternative", "flat", {}],
  ["alternative", "as-is", true],
  ["alternative", "percentage", 0.5],
  ["alternative", "category", "high"],
];

function replacements(value: Json): [change: string, replacement: Json][] {
  if (typeof value === "string") {
    return [
      ["wrong type", 7],
      ["wrong type", { value }],
      ["other word", "bogus"],
      ["blank", `${value} `],
      ["line break", `${value}\n${value}`],
      ["empty text", ""],
      ["day that does not exist", "2026-02-30T00:00:00Z"],
      ["no time zone", "2026-04-14T00:00:00"],
    ];
  }
  if (Array.isArray(value)) {
    return [
      ["wrong type", "x"],
      ["wrong type", {}],
      ["empty list", []],
      ["empty entry", [...value, {}]],
    ];
  }
  return [
    ["wrong type", "x"],
    ["wrong type", [value]],
    ["null", null],
  ];
}

/** Every object and array of a document, before anything is changed. */
function owners(document: Json): { owner: Record<string, Json>; pointer: string }[] {
  const found: { owner: Record<string, Json>; pointer: string }[] = [];
  const open: { value: Json; pointer: string }[] = [{ value: document, pointer: "" }];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    const { value, pointer } = current;
    if (typeof value !== "object" || value === null) continue;
    found.push({ owner: value as Record<string, Json>, pointer });
    for (const [key, entry] of Object.entries(value)) open.push({ value: entry, pointer: `${pointer}/${key}` });
  }
  return found;
}
