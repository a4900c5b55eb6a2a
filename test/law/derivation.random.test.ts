/** What holds of derivations under the EU AI Act whatever a descriptor records. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { isCertain, type Derivation } from "../../src/law/derivation.js";
import { runs } from "../support/runs.js";
import { system } from "../support/subjects.js";
import { euAiAct } from "./derived.js";

const points = ["a", "b", "ba", "bb", "c", "d", "e", "f", "g", "h"];
const roles = ["provider", "deployer", "importer", "distributor", "authorised-representative", "product-manufacturer"];
const dates = [
  "2024",
  "2025-08",
  "2026-08-01",
  "2026-08-02",
  "2027",
  "2027-12-01",
  "2027-12-02",
  "2028-08",
  "2029-01-01",
];
const days = ["2025-01-01", "2026-11-01", "2026-12-01", "2026-12-02", "2027-12-02", "2028-08-02", "2030-08-02"];

const answer = fc.constantFrom("yes", "no", "unknown");
const maybe = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(values, { nil: undefined });

const act = fc.record({
  covered: maybe(answer),
  role: maybe(fc.constantFrom(...roles)),
  furtherRoles: maybe(fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 2 })),
  riskClass: maybe(
    fc.constantFrom("prohibited", "high-risk", "high-risk", "transparency", "minimal", "general-purpose", "unknown"),
  ),
  annexIII: maybe(fc.constantFrom("5(b)", "4", "point 2 (a)", "credit")),
  annexI: maybe(fc.constant("Regulation (EU) 2017/745")),
  article6Exception: maybe(fc.constant("A narrow task")),
  profiling: maybe(answer),
  placedOnMarketOn: maybe(fc.constantFrom(...dates)),
  publicAuthority: maybe(answer),
  workplaceUse: maybe(answer),
  fundamentalRights: maybe(
    fc.record({ ground: fc.constantFrom("public-body", "public-services", "credit", "none", "unknown") }),
  ),
  transparency: maybe(
    fc.record({
      cases: fc.uniqueArray(
        fc.constantFrom("interaction", "synthetic-content", "emotion-or-biometric", "deep-fake", "public-text"),
        { maxLength: 2 },
      ),
    }),
  ),
  prohibitedPractices: maybe(
    fc.record({
      pointsScreened: fc.constantFrom(points, ["a"]),
      pointsMet: fc.constantFrom([], [], [], ["f"], ["ba"]),
    }),
  ),
});

const descriptor = fc.record({
  regulatory: fc.record({ euAiAct: act }),
  changes: maybe(
    fc.array(fc.record({ on: maybe(fc.constantFrom(...dates)), substantial: maybe(answer) }), { maxLength: 2 }),
  ),
  information: maybe(fc.record({ directInteraction: answer })),
  laws: maybe(fc.constant([])),
});

function derive(record: object, asOf: string): Derivation {
  return euAiAct(system(JSON.stringify({ kind: "system", id: "a", name: "A", ...record })), asOf);
}

function isContradictory({ steps }: Derivation): boolean {
  return steps.some(({ contradictions }) => contradictions.length > 0);
}

function certain({ duties }: Derivation): string[] {
  return duties.filter(isCertain).map(({ id }) => id);
}

/** The record without one of its facts, once for each: members of objects and entries of lists, at any depth. */
function* without(value: unknown): Generator {
  if (typeof value !== "object" || value === null) return;
  const entries = Object.entries(value);
  for (const [key, member] of entries) {
    if (member === undefined) continue;
    const others = entries.filter(([name]) => name !== key);
    // An entry taken off a list of what is met or done would say that it is not; only whole lists become blank.
    if (!Array.isArray(value)) yield Object.fromEntries(others);
    if (Array.isArray(value) && typeof member !== "object") continue;
    for (const less of without(member)) {
      yield Array.isArray(value)
        ? (value as unknown[]).map((each, index) => (String(index) === key ? less : each))
        : { ...value, [key]: less };
    }
  }
}

it("A fact that is taken away makes no duty certain, where the facts do not contradict one another", () => {
  fc.assert(
    fc.property(descriptor, fc.constantFrom(...days), (record, asOf) => {
      const full = derive(record, asOf);
      fc.pre(!isContradictory(full));
      const known = new Set(certain(full));
      for (const less of without(record)) {
        const appeared = certain(derive(less as object, asOf)).filter((id) => !known.has(id));
        expect({ less, appeared }).toEqual({ less, appeared: [] });
      }
    }),
    { seed: 42001, numRuns: runs(40, 1500) },
  );
});

it("A settled provision that applies still applies on every later day, where the facts do not contradict one another", () => {
  fc.assert(
    fc.property(descriptor, (record) => {
      let before: readonly string[] = [];
      for (const asOf of days) {
        const derivation = derive(record, asOf);
        if (isContradictory(derivation)) return;
        const applying = derivation.duties.filter(({ state }) => state === "applies").map(({ id }) => id);
        expect({ asOf, gone: before.filter((id) => !applying.includes(id)) }).toEqual({ asOf, gone: [] });
        const settled = derivation.duties.filter(
          ({ state, from }) => state === "applies" && from.every(({ reading }) => reading === "settled"),
        );
        before = settled.map(({ id }) => id);
      }
    }),
    { seed: 42001, numRuns: runs(40, 1500) },
  );
});

it("Nothing of the law is settled by silence: without facts, only what is for everybody applies, and nothing is certain", () => {
  fc.assert(
    fc.property(fc.constantFrom(...days), (asOf) => {
      const { duties } = derive({}, asOf);
      expect(duties.filter(({ state, binds }) => state === "applies" && !binds.includes("all"))).toEqual([]);
      expect(duties.filter(isCertain)).toEqual([]);
    }),
    { seed: 42001, numRuns: days.length },
  );
});
