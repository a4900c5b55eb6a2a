/** The ban of Art. 5: one duty of every operator, and what is recorded of its points. */
import { expect, it } from "vitest";
import type { Duty } from "../../src/law/derivation.js";
import { system } from "../support/subjects.js";
import { euAiAct } from "./derived.js";

const letters = ["a", "b", "ba", "bb", "c", "d", "e", "f", "g", "h"];

function derived(act: string, asOf: string): { readonly ban: readonly Duty[]; readonly tier: string | undefined } {
  const { duties, steps } = euAiAct(
    system(`kind: system\nid: a\nname: A\nregulatory: { euAiAct: { covered: yes, ${act} } }\n`),
    asOf,
  );
  return {
    ban: duties.filter(({ id }) => id.startsWith("art-5.") || id === "art-5"),
    tier: steps.find(({ id }) => id === "tier")?.answer,
  };
}

it.each([
  ["role: deployer, riskClass: minimal", "nobody recorded a screening"],
  [
    `role: importer, riskClass: high-risk, prohibitedPractices: { pointsScreened: [${letters.join()}], pointsMet: [] }`,
    "screened against every point that is banned, and none is met",
  ],
  [
    "riskClass: general-purpose, prohibitedPractices: { pointsScreened: [a, b] }",
    "screened against (a), (b), but nobody recorded which points are met; not screened against (ba), (bb), (c), (d), (e), (f), (g), (h)",
  ],
  [
    "role: authorised-representative, riskClass: transparency, prohibitedPractices: { pointsMet: [] }",
    "not screened against (a), (b), (ba), (bb), (c), (d), (e), (f), (g), (h)",
  ],
  [
    "role: provider, riskClass: prohibited, prohibitedPractices: { pointsScreened: [a, f], pointsMet: [f] }",
    "the system meets (f); screened against (a); not screened against (b), (ba), (bb), (c), (d), (e), (g), (h)",
  ],
])("is one duty that applies, with what is recorded of its points: %s", (act, record) => {
  const { ban } = derived(act, "2026-12-02");
  expect(ban.map(({ id, state, binds, record: said }) => ({ id, state, binds, said }))).toEqual([
    { id: "art-5", state: "applies", binds: ["all"], said: record },
  ]);
});

it("has the points that are banned on the day, and says which are banned only later", () => {
  const [early, late] = ["2026-12-01", "2026-12-02"].map((asOf) => derived("role: provider", asOf).ban[0]);
  const points = (of: readonly string[]): string[] => ["Art. 5(1)", ...of.map((letter) => `Art. 5(1)(${letter})`)];
  expect([late?.includes, late?.notes]).toEqual([points(letters), []]);
  expect([early?.includes, early?.notes]).toEqual([
    points(letters.filter((each) => each !== "ba" && each !== "bb")),
    [
      "Art. 5(1)(ba) (Intimate material without consent) is banned only from 2026-12-02.",
      "Art. 5(1)(bb) (Child sexual abuse material) is banned only from 2026-12-02.",
    ],
  ]);
});

it("does not apply before its day, nor to a system that the Act does not cover", () => {
  expect(derived("role: provider", "2025-02-01").ban.map(({ state }) => state)).toEqual(["not-yet"]);
  expect(derived("role: provider", "2025-02-02").ban.map(({ state }) => state)).toEqual(["applies"]);
  const uncovered = system("kind: system\nid: a\nname: A\nregulatory: { euAiAct: { covered: no } }\n");
  expect(euAiAct(uncovered, "2026-12-02").duties).toEqual([]);
});

it("speaks against no class only where every point was looked at", () => {
  const all = `prohibitedPractices: { pointsScreened: [${letters.join()}], pointsMet: [] }`;
  expect(derived(`riskClass: minimal, ${all}`, "2026-12-02").tier).toBe(
    "The system is one of minimal risk: its class is recorded so, and no annex and no banned practice speaks against it.",
  );
  expect(derived("riskClass: minimal", "2026-12-02").tier).toBe(
    "The system is one of minimal risk: its class is recorded so, and no annex speaks against it; whether it meets a banned practice is open.",
  );
});
