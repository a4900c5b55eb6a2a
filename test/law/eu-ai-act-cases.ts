import type { Outcome } from "./derived.js";

/** Systems of our own making, by what the descriptor records under `regulatory.euAiAct` and beside it. */
export interface LawCase {
  readonly name: string;
  readonly asOf: string;
  readonly expected: Outcome;
  /** YAML below `regulatory.euAiAct`, in braces. */
  readonly act: string;
  /** Further YAML lines of the descriptor. */
  readonly more?: string;
}

const screened =
  "prohibitedPractices: { screening: { state: done }, pointsScreened: [a, b, ba, bb, c, d, e, f, g, h], pointsMet: [] }";
/** What makes nothing blank that every duty would rest on. */
const told = `covered: yes, ${screened}`;

export const cases: readonly LawCase[] = [
  {
    name: "nothing is recorded",
    expected: {
      steps: [
        "covered: not-enough-facts (Art. 2)",
        "role: not-enough-facts (Art. 3)",
        "prohibited-practices: not-enough-facts (Art. 5(1))",
        "high-risk: not-enough-facts (Art. 6)",
        "transparency: not-enough-facts (Art. 50)",
        "tier: not-enough-facts (Art. 5, Art. 6, Art. 50, Art. 51)",
        "older-systems: not-enough-facts (Art. 111(2))",
      ],
      missing: [
        "euAiAct.covered",
        "euAiAct.role",
        "euAiAct.prohibitedPractices.pointsScreened (a, b, ba, bb, c, d, e, f, g, h)",
        "euAiAct.prohibitedPractices.pointsMet",
        "euAiAct.annexI",
        "euAiAct.annexIII",
        "euAiAct.transparency.cases",
        "euAiAct.riskClass",
        "euAiAct.placedOnMarketOn",
      ],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 5, Art. 99, Art. 111, Art. 113",
        "not-enough-facts":
          "Art. 4, Art. 4a, Art. 6, Art. 8, Art. 9, Art. 10, Art. 11, Art. 12, Art. 13, Art. 14, Art. 15, Art. 16, Art. 17, Art. 18, Art. 19, Art. 20, Art. 21, Art. 22, Art. 23, Art. 24, Art. 25, Art. 26, Art. 26(7), Art. 27, Art. 40, Art. 43, Art. 47, Art. 48, Art. 49, Art. 50(1), Art. 50(2), Art. 50(3), Art. 50(4), Art. 51, Art. 52, Art. 53, Art. 54, Art. 55, Art. 56, Art. 60, Art. 63, Art. 72, Art. 73, Art. 86, Art. 87, Art. 95, Art. 101",
      },
    },
    asOf: "2026-12-02",
    act: "",
  },
  {
    name: "the Act does not cover it",
    expected: { steps: ["covered: not-covered (Art. 2)"], missing: [], contradictions: [], duties: {} },
    asOf: "2026-12-02",
    act: "covered: no, coveredReason: Pure research., role: provider",
  },
  {
    name: "not covered, nobody knows why, and laws names the Act",
    expected: {
      steps: ["covered: not-covered (Art. 2)"],
      missing: ["euAiAct.coveredReason"],
      contradictions: ["laws names the Act, but covered says that it does not cover the system."],
      duties: {},
    },
    asOf: "2026-12-02",
    act: "covered: no",
    more: "laws: [{ name: EU AI Act }]",
  },
  {
    name: "coverage is unknown",
    expected: {
      steps: [
        "covered: not-enough-facts (Art. 2)",
        "role: deployer (Art. 3)",
        "prohibited-practices: not-enough-facts (Art. 5(1))",
        "high-risk: none (Art. 6)",
        "transparency: none (Art. 50)",
        "tier: minimal (Art. 95)",
      ],
      missing: [
        "euAiAct.covered",
        "euAiAct.prohibitedPractices.pointsScreened (a, b, ba, bb, c, d, e, f, g, h)",
        "euAiAct.prohibitedPractices.pointsMet",
      ],
      contradictions: [],
      duties: { applies: "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 87, Art. 95, Art. 99, Art. 111, Art. 113" },
    },
    asOf: "2026-12-02",
    act: "covered: unknown, role: deployer, riskClass: minimal, transparency: { cases: [] }",
  },
  {
    name: "minimal, deployer",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: deployer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: none (Art. 6)",
        "transparency: none (Art. 50)",
        "tier: minimal (Art. 95)",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 87, Art. 95, Art. 99, Art. 111, Art. 113",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2026-12-02",
    act: `${told}, role: deployer, riskClass: minimal, transparency: { cases: [] }`,
  },
  {
    name: "minimal, before anything applies",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: deployer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: none (Art. 6)",
        "transparency: none (Art. 50)",
        "tier: minimal (Art. 95)",
      ],
      missing: [],
      contradictions: [],
      duties: {
        "not-yet":
          "Art. 2 from 2025-02-02, Art. 3 from 2025-02-02, Art. 4 from 2025-02-02, Art. 4a from 2026-07-27, Art. 5 from 2025-02-02, Art. 87 from 2026-08-02, Art. 95 from 2026-08-02, Art. 99 from 2025-08-02, Art. 111 from 2026-08-02, Art. 113 from 2026-08-02",
      },
    },
    asOf: "2025-01-01",
    act: `${told}, role: deployer, riskClass: minimal, transparency: { cases: [] }`,
  },
  {
    name: "minimal, but laws says that no law applies",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: importer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: none (Art. 6)",
        "transparency: none (Art. 50)",
        "tier: minimal (Art. 95)",
      ],
      missing: [],
      contradictions: ["laws is an empty list, which says that no law applies, but facts under the Act are recorded."],
      duties: {
        applies: "Art. 2, Art. 3, Art. 5, Art. 99, Art. 111, Art. 113",
        certain: "Art. 2, Art. 3, Art. 5, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2026-12-02",
    act: `${told}, role: importer, riskClass: minimal, transparency: { cases: [] }`,
    more: "laws: []",
  },
  {
    name: "a chatbot of its provider",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: provider (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: none (Art. 6)",
        "transparency: art-50.1, art-50.2 (Art. 50(1), Art. 50(2))",
        "tier: transparency (Art. 50)",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies:
          "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 50(1), Art. 50(2), Art. 87, Art. 99, Art. 111, Art. 113",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 50(1), Art. 50(2), Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2026-08-02",
    act: `${told}, role: provider, riskClass: transparency, transparency: { cases: [interaction, synthetic-content] }, placedOnMarketOn: 2026-08-03`,
  },
  {
    name: "an older generator the day before its transition ends",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: provider (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: none (Art. 6)",
        "transparency: art-50.2 (Art. 50(2))",
        "tier: transparency (Art. 50)",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
        "not-yet": "Art. 50(2) from 2026-12-02",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2026-12-01",
    act: `${told}, role: provider, riskClass: transparency, transparency: { cases: [synthetic-content] }, placedOnMarketOn: 2025-04-01`,
  },
  {
    name: "an older generator on the day its transition ends",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: provider (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: none (Art. 6)",
        "transparency: art-50.2 (Art. 50(2))",
        "tier: transparency (Art. 50)",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 50(2), Art. 87, Art. 99, Art. 111, Art. 113",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 50(2), Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2026-12-02",
    act: `${told}, role: provider, riskClass: transparency, transparency: { cases: [synthetic-content] }, placedOnMarketOn: 2025-04-01`,
  },
  {
    name: "a generator of which nobody knows since when",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: provider (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: none (Art. 6)",
        "transparency: art-50.2 (Art. 50(2))",
        "tier: transparency (Art. 50)",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
        "not-enough-facts": "Art. 50(2)",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2026-12-01",
    act: `${told}, role: provider, riskClass: transparency, transparency: { cases: [synthetic-content] }`,
  },
  {
    name: "a deployer whose case binds the provider",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: deployer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: none (Art. 6)",
        "transparency: art-50.1, art-50.4 (Art. 50(1), Art. 50(4))",
        "tier: transparency (Art. 50)",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 50(4), Art. 87, Art. 99, Art. 111, Art. 113",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 50(4), Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2026-12-02",
    act: `${told}, role: deployer, riskClass: transparency, transparency: { cases: [interaction, deep-fake] }`,
  },
  {
    name: "transparency without a case",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: deployer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: none (Art. 6)",
        "transparency: none (Art. 50)",
        "tier: transparency (Art. 50)",
      ],
      missing: [],
      contradictions: ["The class is recorded as transparency, but no case of Art. 50 as met."],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2026-12-02",
    act: `${told}, role: deployer, riskClass: transparency, transparency: { cases: [] }`,
  },
  {
    name: "minimal with a case, and people deal with it unrecorded",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: deployer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: none (Art. 6)",
        "transparency: art-50.4 (Art. 50(4))",
        "tier: minimal (Art. 95)",
      ],
      missing: [],
      contradictions: [
        "The class is recorded as minimal, but cases of Art. 50 are met, which bind whatever the class.",
        "People deal with the system directly, but the case interaction is not recorded.",
      ],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 50(4), Art. 87, Art. 95, Art. 99, Art. 111, Art. 113",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 50(4), Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2026-12-02",
    act: `${told}, role: deployer, riskClass: minimal, transparency: { cases: [deep-fake] }`,
    more: 'information: { directInteraction: "yes" }',
  },
  {
    name: "meets a point that is banned only tomorrow",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: provider (Art. 3)",
        "prohibited-practices: met-later (Art. 5(1)(ba))",
        "high-risk: none (Art. 6)",
        "transparency: none (Art. 50)",
        "tier: minimal (Art. 95)",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 87, Art. 95, Art. 99, Art. 111, Art. 113",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2026-12-01",
    act: "covered: yes, role: provider, riskClass: minimal, transparency: { cases: [] }, prohibitedPractices: { screening: { state: done }, pointsScreened: [a, b, c, d, e, f, g, h], pointsMet: [ba] }",
  },
  {
    name: "meets a point that is banned since today, class minimal",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: provider (Art. 3)",
        "prohibited-practices: met (Art. 5(1)(ba))",
        "high-risk: none (Art. 6)",
        "transparency: none (Art. 50)",
        "tier: contradictory (Art. 5, Art. 6, Art. 50, Art. 51)",
      ],
      missing: [],
      contradictions: ["The class is recorded as minimal, but the system meets Art. 5(1)(ba)."],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
        "not-enough-facts": "Art. 4a, Art. 95",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2026-12-02",
    act: "covered: yes, role: provider, riskClass: minimal, transparency: { cases: [] }, prohibitedPractices: { screening: { state: done }, pointsScreened: [a, b, bb, c, d, e, f, g, h], pointsMet: [ba] }",
  },
  {
    name: "prohibited, and met",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: deployer (Art. 3)",
        "prohibited-practices: met (Art. 5(1)(f))",
        "high-risk: none (Art. 6)",
        "transparency: none (Art. 50)",
        "tier: prohibited (Art. 5)",
      ],
      missing: ["euAiAct.prohibitedPractices.pointsScreened (a, b, ba, bb, c, d, e, g, h)"],
      contradictions: ["Points are recorded as met, but the screening is not recorded as done."],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2026-12-02",
    act: "covered: yes, role: deployer, riskClass: prohibited, transparency: { cases: [] }, prohibitedPractices: { screening: { state: not-done }, pointsMet: [f] }",
  },
  {
    name: "prohibited by a point, minimal by its class, and high-risk by its use",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: provider (Art. 3)",
        "prohibited-practices: met (Art. 5(1)(f))",
        "high-risk: annex-iii (Art. 6(2), Annex III 1(c))",
        "exception: none (Art. 6(3))",
        "transparency: none (Art. 50)",
        "tier: contradictory (Art. 5, Art. 6, Art. 50, Art. 51)",
        "older-systems: not-older (Art. 111(2))",
      ],
      missing: ["euAiAct.prohibitedPractices.pointsScreened (b, ba, bb, c, d, e, g, h)"],
      contradictions: ["The class is recorded as minimal, but the system meets Art. 5(1)(f)."],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
        "not-enough-facts":
          "Art. 4a, Art. 6, Art. 8, Art. 9, Art. 10, Art. 11, Art. 12, Art. 13, Art. 14, Art. 15, Art. 16, Art. 17, Art. 18, Art. 19, Art. 20, Art. 21, Art. 22, Art. 25, Art. 40, Art. 43, Art. 47, Art. 48, Art. 49, Art. 60, Art. 63, Art. 72, Art. 73, Art. 95",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2028-12-02",
    act: 'covered: yes, role: provider, riskClass: minimal, annexIII: "1(c)", placedOnMarketOn: "2029", transparency: { cases: [] }, prohibitedPractices: { screening: { state: done }, pointsScreened: [a, f], pointsMet: [f] }',
  },
  {
    name: "an authorised representative of a minimal system that nobody screened",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: authorised-representative (Art. 3)",
        "prohibited-practices: not-enough-facts (Art. 5(1))",
        "high-risk: none (Art. 6)",
        "transparency: none (Art. 50)",
        "tier: minimal (Art. 95)",
      ],
      missing: [
        "euAiAct.prohibitedPractices.pointsScreened (a, b, ba, bb, c, d, e, f, g, h)",
        "euAiAct.prohibitedPractices.pointsMet",
      ],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 5, Art. 99, Art. 111, Art. 113",
        certain: "Art. 2, Art. 3, Art. 5, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2026-12-02",
    act: "covered: yes, role: authorised-representative, riskClass: minimal, transparency: { cases: [] }",
  },
  {
    name: "Annex III, older, before the day, for the workplace or not",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: deployer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-iii (Art. 6(2), Annex III 4)",
        "exception: none (Art. 6(3))",
        "transparency: none (Art. 50)",
        "tier: high-risk (Art. 6)",
        "older-systems: older (Art. 111(2))",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
        "not-yet": "Art. 25 from 2027-12-02 (older), Art. 26 from 2027-12-02 (older)",
        "not-enough-facts": "Art. 26(7) (older), Art. 27 (older), Art. 49 (older)",
        open: "Art. 73 (older), Art. 86 (older)",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2026-12-02",
    act: `${told}, role: deployer, riskClass: high-risk, annexIII: "4", placedOnMarketOn: "2023", publicAuthority: no, transparency: { cases: [] }`,
  },
  {
    name: "prohibited, and nothing met",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: deployer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: none (Art. 6)",
        "transparency: none (Art. 50)",
        "tier: contradictory (Art. 5, Art. 6, Art. 50, Art. 51)",
        "older-systems: not-enough-facts (Art. 111(2))",
      ],
      missing: ["euAiAct.placedOnMarketOn"],
      contradictions: ["The class is recorded as prohibited, but the record says that no point of Art. 5(1) is met."],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
        "not-enough-facts": "Art. 4a, Art. 25, Art. 26, Art. 26(7), Art. 27, Art. 49, Art. 73, Art. 86, Art. 95",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2026-12-02",
    act: `${told}, role: deployer, riskClass: prohibited, transparency: { cases: [] }`,
  },
  {
    name: "Annex III, provider and deployer, before the day",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: provider, deployer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-iii (Art. 6(2), Annex III 5(b))",
        "exception: none (Art. 6(3))",
        "transparency: none (Art. 50)",
        "tier: high-risk (Art. 6)",
        "older-systems: not-older (Art. 111(2))",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies:
          "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 40, Art. 60, Art. 63, Art. 87, Art. 99, Art. 111, Art. 113",
        "not-yet":
          "Art. 6 from 2027-12-02, Art. 8 from 2027-12-02, Art. 9 from 2027-12-02, Art. 10 from 2027-12-02, Art. 11 from 2027-12-02, Art. 12 from 2027-12-02, Art. 13 from 2027-12-02, Art. 14 from 2027-12-02, Art. 15 from 2027-12-02, Art. 16 from 2027-12-02, Art. 17 from 2027-12-02, Art. 18 from 2027-12-02, Art. 19 from 2027-12-02, Art. 20 from 2027-12-02, Art. 21 from 2027-12-02, Art. 22 from 2027-12-02, Art. 25 from 2027-12-02, Art. 26 from 2027-12-02, Art. 27 from 2027-12-02",
        "left-out": "Art. 26(7)",
        open: "Art. 43, Art. 47, Art. 48, Art. 49, Art. 72, Art. 73, Art. 86",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 40, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2027-12-01",
    act: `${told}, role: provider, furtherRoles: [deployer], riskClass: high-risk, annexIII: "5(b)", placedOnMarketOn: 2027-12-02, workplaceUse: no, fundamentalRights: { ground: credit }, transparency: { cases: [] }`,
  },
  {
    name: "Annex III, provider and deployer, on the day",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: provider, deployer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-iii (Art. 6(2), Annex III 5(b))",
        "exception: none (Art. 6(3))",
        "transparency: none (Art. 50)",
        "tier: high-risk (Art. 6)",
        "older-systems: not-older (Art. 111(2))",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies:
          "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 6, Art. 8, Art. 9, Art. 10, Art. 11, Art. 12, Art. 13, Art. 14, Art. 15, Art. 16, Art. 17, Art. 18, Art. 19, Art. 20, Art. 21, Art. 22, Art. 25, Art. 26, Art. 27, Art. 40, Art. 43, Art. 47, Art. 48, Art. 49, Art. 60, Art. 63, Art. 72, Art. 73, Art. 86, Art. 87, Art. 99, Art. 111, Art. 113",
        "left-out": "Art. 26(7)",
        certain:
          "Art. 2, Art. 3, Art. 4, Art. 5, Art. 6, Art. 8, Art. 9, Art. 10, Art. 11, Art. 12, Art. 13, Art. 14, Art. 15, Art. 16, Art. 17, Art. 18, Art. 19, Art. 20, Art. 21, Art. 26, Art. 27, Art. 40, Art. 43, Art. 47, Art. 48, Art. 49, Art. 72, Art. 73, Art. 86, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2027-12-02",
    act: `${told}, role: provider, furtherRoles: [deployer], riskClass: high-risk, annexIII: "5(b)", placedOnMarketOn: 2027-12-02, workplaceUse: no, fundamentalRights: { ground: credit }, transparency: { cases: [] }`,
  },
  {
    name: "Annex III, older, no change",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: deployer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-iii (Art. 6(2), Annex III 4(a))",
        "exception: none (Art. 6(3))",
        "transparency: none (Art. 50)",
        "tier: high-risk (Art. 6)",
        "older-systems: older (Art. 111(2))",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
        "left-out": "Art. 25, Art. 26, Art. 26(7), Art. 27, Art. 49, Art. 73, Art. 86",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2028-01-01",
    act: `${told}, role: deployer, riskClass: high-risk, annexIII: "point 4 (a)", placedOnMarketOn: 2026-05, publicAuthority: no, workplaceUse: yes, fundamentalRights: { ground: none }, transparency: { cases: [] }`,
  },
  {
    name: "Annex III, older, changed since",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: deployer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-iii (Art. 6(2), Annex III 4)",
        "exception: none (Art. 6(3))",
        "transparency: none (Art. 50)",
        "tier: high-risk (Art. 6)",
        "older-systems: changed (Art. 111(2))",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies:
          "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 25, Art. 26, Art. 26(7), Art. 73, Art. 86, Art. 87, Art. 99, Art. 111, Art. 113",
        "left-out": "Art. 27, Art. 49",
        certain:
          "Art. 2, Art. 3, Art. 4, Art. 5, Art. 26, Art. 26(7), Art. 73, Art. 86, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2028-06-01",
    act: `${told}, role: deployer, riskClass: high-risk, annexIII: "4", placedOnMarketOn: 2026-05, publicAuthority: no, workplaceUse: yes, fundamentalRights: { ground: none }, transparency: { cases: [] }`,
    more: 'changes: [{ on: 2028-03-01, substantial: "yes" }]',
  },
  {
    name: "Annex III, older, and nobody knows whether the change counts",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: importer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-iii (Art. 6(2), Annex III 2(a))",
        "exception: none (Art. 6(3))",
        "transparency: none (Art. 50)",
        "tier: high-risk (Art. 6)",
        "older-systems: not-enough-facts (Art. 111(2))",
      ],
      missing: ["changes[0].substantial"],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 5, Art. 23, Art. 25, Art. 99, Art. 111, Art. 113",
        certain: "Art. 2, Art. 3, Art. 5, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2028-06-01",
    act: `${told}, role: importer, riskClass: high-risk, annexIII: "2(a)", placedOnMarketOn: 2026-05, transparency: { cases: [] }`,
    more: "changes: [{ on: 2028-03-01 }]",
  },
  {
    name: "Annex III, older, for public authorities, on their day",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: distributor (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-iii (Art. 6(2), Annex III 7(c))",
        "exception: none (Art. 6(3))",
        "transparency: none (Art. 50)",
        "tier: high-risk (Art. 6)",
        "older-systems: authority-due (Art. 111(2))",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 5, Art. 24, Art. 25, Art. 99, Art. 111, Art. 113",
        certain: "Art. 2, Art. 3, Art. 5, Art. 24, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2030-08-02",
    act: `${told}, role: distributor, riskClass: high-risk, annexIII: "7c", placedOnMarketOn: "2025", publicAuthority: yes, transparency: { cases: [] }`,
  },
  {
    name: "Annex III, older, perhaps for public authorities, on their day",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: distributor (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-iii (Art. 6(2), Annex III 7(c))",
        "exception: none (Art. 6(3))",
        "transparency: none (Art. 50)",
        "tier: high-risk (Art. 6)",
        "older-systems: not-enough-facts (Art. 111(2))",
      ],
      missing: ["euAiAct.publicAuthority"],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 5, Art. 24, Art. 25, Art. 99, Art. 111, Art. 113",
        certain: "Art. 2, Art. 3, Art. 5, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2030-08-02",
    act: `${told}, role: distributor, riskClass: high-risk, annexIII: "7c", placedOnMarketOn: "2025", transparency: { cases: [] }`,
  },
  {
    name: "Annex I, product manufacturer",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: product-manufacturer (Art. 3, Art. 25(3))",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-i (Art. 6(1), Annex I)",
        "transparency: none (Art. 50)",
        "tier: high-risk (Art. 6)",
        "older-systems: not-older (Art. 111(2))",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies:
          "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 6, Art. 8, Art. 9, Art. 10, Art. 11, Art. 12, Art. 13, Art. 14, Art. 15, Art. 16, Art. 17, Art. 18, Art. 19, Art. 20, Art. 21, Art. 22, Art. 25, Art. 40, Art. 43, Art. 47, Art. 48, Art. 60, Art. 63, Art. 72, Art. 73, Art. 87, Art. 99, Art. 111, Art. 113",
        "left-out": "Art. 49",
        certain:
          "Art. 2, Art. 3, Art. 4, Art. 5, Art. 6, Art. 8, Art. 9, Art. 10, Art. 11, Art. 12, Art. 13, Art. 14, Art. 15, Art. 16, Art. 17, Art. 18, Art. 19, Art. 20, Art. 21, Art. 40, Art. 43, Art. 47, Art. 48, Art. 72, Art. 73, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2028-08-02",
    act: `${told}, role: product-manufacturer, riskClass: high-risk, annexI: Regulation (EU) 2017/745, placedOnMarketOn: 2028-09, transparency: { cases: [] }`,
  },
  {
    name: "Annex I, between the two days",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: authorised-representative (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-i (Art. 6(1), Annex I)",
        "transparency: none (Art. 50)",
        "tier: high-risk (Art. 6)",
        "older-systems: not-older (Art. 111(2))",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 5, Art. 99, Art. 111, Art. 113",
        "not-yet": "Art. 22 from 2028-08-02",
        "left-out": "Art. 49",
        certain: "Art. 2, Art. 3, Art. 5, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2028-01-01",
    act: `${told}, role: authorised-representative, riskClass: high-risk, annexI: Regulation (EU) 2017/745, placedOnMarketOn: 2028-09, transparency: { cases: [] }`,
  },
  {
    name: "Annex I, and a lower class",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: deployer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-i (Art. 6(1), Annex I)",
        "transparency: none (Art. 50)",
        "tier: contradictory (Art. 5, Art. 6, Art. 50, Art. 51)",
        "older-systems: not-older (Art. 111(2))",
      ],
      missing: [],
      contradictions: [
        "The class is recorded as minimal, but Annex I names the product, from which Art. 6(3) excepts nothing.",
      ],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
        "not-enough-facts": "Art. 25, Art. 26, Art. 73, Art. 95",
        "left-out": "Art. 26(7), Art. 27, Art. 49, Art. 86",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2028-08-02",
    act: `${told}, role: deployer, riskClass: minimal, annexI: Regulation (EU) 2017/745, placedOnMarketOn: 2028-09, transparency: { cases: [] }, workplaceUse: no, fundamentalRights: { ground: none }`,
  },
  {
    name: "high-risk by nothing named, between the two days",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: deployer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: not-enough-facts (Art. 6)",
        "transparency: none (Art. 50)",
        "tier: high-risk (Art. 6)",
        "older-systems: not-older (Art. 111(2))",
      ],
      missing: ["euAiAct.annexI", "euAiAct.annexIII"],
      contradictions: ["The class is high-risk, but no annex is recorded by which it is."],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
        "not-enough-facts": "Art. 25, Art. 26, Art. 86",
        "left-out": "Art. 26(7), Art. 27, Art. 49",
        open: "Art. 73",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2028-01-01",
    act: `${told}, role: deployer, riskClass: high-risk, placedOnMarketOn: 2028-09, transparency: { cases: [] }, workplaceUse: no, fundamentalRights: { ground: none }`,
  },
  {
    name: "minimal although Annex III names the use",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: deployer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-iii (Art. 6(2), Annex III 8(a))",
        "exception: none (Art. 6(3))",
        "transparency: none (Art. 50)",
        "tier: contradictory (Art. 5, Art. 6, Art. 50, Art. 51)",
        "older-systems: not-older (Art. 111(2))",
      ],
      missing: [],
      contradictions: [
        "Annex III names the use, but the class is recorded as minimal, and no exception under Art. 6(3) is recorded.",
      ],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
        "not-enough-facts": "Art. 25, Art. 26, Art. 73, Art. 86, Art. 95",
        "left-out": "Art. 26(7), Art. 27, Art. 49",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2027-12-02",
    act: `${told}, role: deployer, riskClass: minimal, annexIII: "Annex III, point 8(a)", placedOnMarketOn: "2028", transparency: { cases: [] }, workplaceUse: no, fundamentalRights: { ground: none }`,
  },
  {
    name: "minimal by an exception",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: provider (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-iii (Art. 6(2), Annex III 3(b))",
        "exception: claimed (Art. 6(3), Art. 6(4))",
        "transparency: none (Art. 50)",
        "tier: minimal (Art. 95)",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies:
          "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 6(4), Art. 49, Art. 87, Art. 95, Art. 99, Art. 111, Art. 113",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 6(4), Art. 49, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2027-12-02",
    act: `${told}, role: provider, riskClass: minimal, annexIII: "3(b)", article6Exception: A narrow task, article6Reason: It sorts forms., article6Assessment: { state: done }, profiling: no, placedOnMarketOn: "2028", transparency: { cases: [] }`,
  },
  {
    name: "an exception that profiling closes",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: provider (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-iii (Art. 6(2), Annex III 3(b))",
        "exception: closed (Art. 6(3))",
        "transparency: none (Art. 50)",
        "tier: contradictory (Art. 5, Art. 6, Art. 50, Art. 51)",
        "older-systems: not-older (Art. 111(2))",
      ],
      missing: [],
      contradictions: [
        "An exception is recorded, and so is profiling, which closes it.",
        "The class is recorded as minimal, but Annex III names the use, and profiling leaves no exception.",
      ],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
        "not-enough-facts":
          "Art. 6, Art. 8, Art. 9, Art. 10, Art. 11, Art. 12, Art. 13, Art. 14, Art. 15, Art. 16, Art. 17, Art. 18, Art. 19, Art. 20, Art. 21, Art. 22, Art. 25, Art. 40, Art. 43, Art. 47, Art. 48, Art. 49, Art. 60, Art. 63, Art. 72, Art. 73, Art. 95",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2027-12-02",
    act: `${told}, role: provider, riskClass: minimal, annexIII: "3(b)", article6Exception: A narrow task, profiling: yes, placedOnMarketOn: "2028", transparency: { cases: [] }`,
  },
  {
    name: "an exception, and nobody knows of profiling",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: importer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-iii (Art. 6(2), Annex III 3(b))",
        "exception: not-enough-facts (Art. 6(3), Art. 6(4))",
        "transparency: none (Art. 50)",
        "tier: not-enough-facts (Art. 5, Art. 6, Art. 50, Art. 51)",
        "older-systems: not-older (Art. 111(2))",
      ],
      missing: ["euAiAct.profiling", "euAiAct.article6Reason", "euAiAct.article6Assessment.state"],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 5, Art. 99, Art. 111, Art. 113",
        "not-enough-facts": "Art. 23, Art. 25",
        certain: "Art. 2, Art. 3, Art. 5, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2027-12-02",
    act: `${told}, role: importer, riskClass: minimal, annexIII: "3(b)", article6Exception: A narrow task, placedOnMarketOn: "2028", transparency: { cases: [] }`,
  },
  {
    name: "an exception from nothing",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: importer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: none (Art. 6)",
        "exception: claimed (Art. 6(3), Art. 6(4))",
        "transparency: none (Art. 50)",
        "tier: contradictory (Art. 5, Art. 6, Art. 50, Art. 51)",
        "older-systems: not-older (Art. 111(2))",
      ],
      missing: ["euAiAct.article6Reason", "euAiAct.article6Assessment.state", "euAiAct.annexIII"],
      contradictions: [
        "An exception presupposes a use of Annex III, and none is recorded: either it is missing, or the exception is not one.",
      ],
      duties: {
        applies: "Art. 2, Art. 3, Art. 5, Art. 99, Art. 111, Art. 113",
        "not-enough-facts": "Art. 23, Art. 25",
        certain: "Art. 2, Art. 3, Art. 5, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2027-12-02",
    act: `${told}, role: importer, riskClass: minimal, article6Exception: A narrow task, profiling: no, placedOnMarketOn: "2028", transparency: { cases: [] }`,
  },
  {
    name: "high-risk and an exception",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: importer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-iii (Art. 6(2), Annex III 6(a))",
        "exception: claimed (Art. 6(3), Art. 6(4))",
        "transparency: none (Art. 50)",
        "tier: high-risk (Art. 6)",
        "older-systems: not-older (Art. 111(2))",
      ],
      missing: [],
      contradictions: ["The class is recorded as high-risk, but an exception from it is recorded, too."],
      duties: {
        applies: "Art. 2, Art. 3, Art. 5, Art. 23, Art. 25, Art. 99, Art. 111, Art. 113",
        certain: "Art. 2, Art. 3, Art. 5, Art. 23, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2027-12-02",
    act: `${told}, role: importer, riskClass: high-risk, annexIII: "6(a)", article6Exception: A narrow task, article6Reason: Why., article6Assessment: { state: not-done }, profiling: no, placedOnMarketOn: "2028", transparency: { cases: [] }`,
  },
  {
    name: "profiling and Annex III without a class",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: importer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-iii (Art. 6(2), Annex III 1(c))",
        "exception: closed (Art. 6(3))",
        "transparency: none (Art. 50)",
        "tier: high-risk (Art. 6)",
        "older-systems: not-older (Art. 111(2))",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 5, Art. 23, Art. 25, Art. 99, Art. 111, Art. 113",
        certain: "Art. 2, Art. 3, Art. 5, Art. 23, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2027-12-02",
    act: `${told}, role: importer, annexIII: "1.c", profiling: yes, placedOnMarketOn: "2028", transparency: { cases: [] }`,
  },
  {
    name: "a use that no number names, and an area that is not there",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: importer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-iii (Art. 6(2), Annex III)",
        "exception: none (Art. 6(3))",
        "transparency: none (Art. 50)",
        "tier: high-risk (Art. 6)",
        "older-systems: not-older (Art. 111(2))",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 5, Art. 23, Art. 25, Art. 99, Art. 111, Art. 113",
        certain: "Art. 2, Art. 3, Art. 5, Art. 23, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2027-12-02",
    act: `${told}, role: importer, riskClass: high-risk, annexIII: "9(b) or credit", placedOnMarketOn: "2028", transparency: { cases: [] }`,
  },
  {
    name: "credit, and a ground that says none",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: deployer (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-iii (Art. 6(2), Annex III 5(b))",
        "exception: none (Art. 6(3))",
        "transparency: none (Art. 50)",
        "tier: high-risk (Art. 6)",
        "older-systems: not-older (Art. 111(2))",
      ],
      missing: [],
      contradictions: ["The record says that no case of Art. 27 holds, but Annex III 5(b) is one."],
      duties: {
        applies:
          "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 25, Art. 26, Art. 73, Art. 86, Art. 87, Art. 99, Art. 111, Art. 113",
        "left-out": "Art. 26(7), Art. 49",
        "not-enough-facts": "Art. 27",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 26, Art. 73, Art. 86, Art. 87, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2027-12-02",
    act: `${told}, role: deployer, riskClass: high-risk, annexIII: "5 (b)", placedOnMarketOn: "2028", transparency: { cases: [] }, workplaceUse: no, fundamentalRights: { ground: none }`,
  },
  {
    name: "a general-purpose model of its provider",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: provider (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: none (Art. 6)",
        "transparency: none (Art. 50)",
        "tier: general-purpose (Art. 51)",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies:
          "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 40, Art. 51, Art. 53, Art. 54, Art. 56, Art. 87, Art. 99, Art. 101, Art. 111, Art. 113",
        "not-enough-facts": "Art. 52, Art. 55",
        certain:
          "Art. 2, Art. 3, Art. 4, Art. 5, Art. 40, Art. 51, Art. 53, Art. 56, Art. 87, Art. 99, Art. 101, Art. 111, Art. 113",
      },
    },
    asOf: "2026-12-02",
    act: `${told}, role: provider, riskClass: general-purpose, placedOnMarketOn: 2026-01-15, transparency: { cases: [] }`,
  },
  {
    name: "a general-purpose model, older",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: provider (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: none (Art. 6)",
        "transparency: none (Art. 50)",
        "tier: general-purpose (Art. 51)",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 40, Art. 87, Art. 99, Art. 101, Art. 111, Art. 113",
        "not-yet": "Art. 51 from 2027-08-02, Art. 53 from 2027-08-02, Art. 54 from 2027-08-02, Art. 56 from 2027-08-02",
        "not-enough-facts": "Art. 52, Art. 55",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 40, Art. 87, Art. 99, Art. 101, Art. 111, Art. 113",
      },
    },
    asOf: "2026-12-02",
    act: `${told}, role: provider, riskClass: general-purpose, placedOnMarketOn: "2024", transparency: { cases: [] }`,
  },
  {
    name: "a general-purpose model of which nobody knows since when",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: provider (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: none (Art. 6)",
        "transparency: none (Art. 50)",
        "tier: general-purpose (Art. 51)",
      ],
      missing: [],
      contradictions: [],
      duties: {
        applies:
          "Art. 2, Art. 3, Art. 4, Art. 4a, Art. 5, Art. 40, Art. 51, Art. 53, Art. 54, Art. 56, Art. 87, Art. 99, Art. 101, Art. 111, Art. 113",
        "not-enough-facts": "Art. 52, Art. 55",
        certain: "Art. 2, Art. 3, Art. 4, Art. 5, Art. 40, Art. 87, Art. 99, Art. 101, Art. 111, Art. 113",
      },
    },
    asOf: "2026-12-02",
    act: `${told}, role: provider, riskClass: general-purpose, transparency: { cases: [] }`,
  },
  {
    name: "no role, high-risk",
    expected: {
      steps: [
        "covered: covered (Art. 2)",
        "role: not-enough-facts (Art. 3)",
        "prohibited-practices: none-met (Art. 5(1))",
        "high-risk: annex-iii (Art. 6(2), Annex III 5(b))",
        "exception: none (Art. 6(3))",
        "transparency: none (Art. 50)",
        "tier: high-risk (Art. 6)",
        "older-systems: not-older (Art. 111(2))",
      ],
      missing: ["euAiAct.role"],
      contradictions: [],
      duties: {
        applies: "Art. 2, Art. 3, Art. 5, Art. 99, Art. 111, Art. 113",
        "not-enough-facts":
          "Art. 4, Art. 4a, Art. 6, Art. 8, Art. 9, Art. 10, Art. 11, Art. 12, Art. 13, Art. 14, Art. 15, Art. 16, Art. 17, Art. 18, Art. 19, Art. 20, Art. 21, Art. 22, Art. 23, Art. 24, Art. 25, Art. 26, Art. 26(7), Art. 27, Art. 40, Art. 43, Art. 47, Art. 48, Art. 49, Art. 60, Art. 63, Art. 72, Art. 73, Art. 86, Art. 87",
        certain: "Art. 2, Art. 3, Art. 5, Art. 99, Art. 111, Art. 113",
      },
    },
    asOf: "2027-12-02",
    act: `${told}, riskClass: high-risk, annexIII: "5(b)", placedOnMarketOn: "2028", transparency: { cases: [] }`,
  },
];
