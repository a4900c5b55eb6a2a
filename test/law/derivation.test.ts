/** How laws concern systems, by what their descriptors record: whole outcomes, with the articles behind them. */
import { describe, expect, it } from "vitest";
import { system } from "../support/subjects.js";
import { euAiAct, outcomeOf, usFederal } from "./derived.js";
import { cases } from "./eu-ai-act-cases.js";
import { cases as federal } from "./us-federal-cases.js";

describe("the EU AI Act", () => {
  it.each(cases)("$name, on $asOf", ({ act, more = "", asOf, expected }) => {
    const subject = system(`kind: system\nid: a\nname: A\nregulatory: { euAiAct: { ${act} } }\n${more}\n`);
    expect(outcomeOf(euAiAct(subject, asOf))).toEqual(expected);
  });
});

describe("the memoranda on AI in US agencies", () => {
  it.each(federal)("$name, on $asOf", ({ yaml, asOf, expected }) => {
    expect(outcomeOf(usFederal(system(`kind: system\nid: a\nname: A\n${yaml}\n`), asOf))).toEqual(expected);
  });
});

describe("a step", () => {
  it("has its facts with their places, and says what it could not recognise", () => {
    const subject = system(
      "kind: system\nid: a\nname: A\nregulatory:\n  euAiAct:\n    riskClass: high-risk\n    annexIII: 9(b) or 5(z)\n",
    );
    const { steps } = euAiAct(subject, "2026-01-01");
    expect(steps.find(({ id }) => id === "high-risk")).toEqual({
      id: "high-risk",
      title: "Routes to high risk",
      outcome: "annex-iii",
      answer:
        "Annex III 5 (Access to and enjoyment of essential private services and essential public services and benefits) names the use.",
      articles: ["Art. 6(2)", "Annex III 5"],
      facts: [
        { field: "regulatory.euAiAct.annexIII", value: "9(b) or 5(z)", file: "systems/one.yaml", line: 7, column: 15 },
      ],
      missing: [],
      contradictions: [],
      notes: ["annexIII: Annex III has no area 9.", "annexIII: Annex III 5 has no point (z)."],
    });
  });

  it("names guidelines as drafts from the day on which there were any", () => {
    const subject = system('kind: system\nid: a\nname: A\nregulatory: { euAiAct: { annexIII: "4" } }\n');
    const drafts = (asOf: string): string[] =>
      euAiAct(subject, asOf).steps.flatMap(({ notes }) => notes.filter((note) => note.includes("draft of")));
    expect(drafts("2026-05-18")).toEqual([]);
    expect(drafts("2026-05-19")).toEqual([expect.stringContaining("(draft of 2026-05-19, not binding)")]);
  });
});

describe("a duty", () => {
  it("names both readings, whom it binds, what set its days, and what comes with it", () => {
    const subject = system(
      'kind: system\nid: a\nname: A\nregulatory: { euAiAct: { covered: yes, role: provider, riskClass: high-risk, annexIII: "4", placedOnMarketOn: "2028" } }\n',
    );
    const { duties } = euAiAct(subject, "2026-12-02");
    expect(duties.find(({ id }) => id === "art-72")).toEqual({
      id: "art-72",
      article: "Art. 72",
      title: "Post-market monitoring by providers and post-market monitoring plan for high-risk AI systems",
      state: "open",
      binds: ["provider"],
      includes: ["Art. 72(1)", "Art. 72(2)", "Art. 72(3)"],
      from: [
        {
          reading: "letter",
          days: ["2026-08-02"],
          because: "The amended Art. 113 postpones nothing of Chapter IX, so the general date holds.",
        },
        {
          reading: "purpose",
          days: ["2027-12-02"],
          because: "monitoring concerns high-risk systems, and there are none until Art. 6 applies.",
        },
      ],
      setBy: "Regulation (EU) 2024/1689, Art. 113",
      facts: [],
      missing: [],
      assumes: [],
      notes: [],
    });
  });

  it("that rests on a blank says on which", () => {
    const subject = system(
      'kind: system\nid: a\nname: A\nregulatory: { euAiAct: { role: importer, riskClass: high-risk, annexIII: "4" } }\n',
    );
    const { duties } = euAiAct(subject, "2027-12-02");
    expect(duties.find(({ id }) => id === "art-23")?.assumes).toEqual([
      "regulatory.euAiAct.covered",
      "regulatory.euAiAct.placedOnMarketOn",
    ]);
  });
});
