/**
 * What is derived of duties beside what the shipped rules judge: two readings of one law that have to agree on whom a provision concerns, and
 * from when.
 */
import { expect, it } from "vitest";
import { RuleInputWriter } from "../../src/assessment/assess/rule-input.js";
import type { Day } from "../../src/foundation/day.js";
import type { Duty } from "../../src/law/derivation.js";
import type { SystemSubject } from "../../src/inventory/descriptors.js";
import { evaluatorFor, shippedPolicy } from "../../src/workspace/policy.js";
import { system } from "../support/subjects.js";
import { euAiAct } from "./derived.js";

const days = ["2026-12-02", "2027-12-02", "2030-08-02"] as Day[];

/** Descriptors by name: what stands under `regulatory.euAiAct`, of a system that is deployed. */
const descriptors: Readonly<Record<string, string>> = {
  blank: "",
  uncovered: "covered: no, coveredReason: Research., role: provider, riskClass: high-risk",
  minimal: "covered: yes, role: deployer, riskClass: minimal, transparency: { cases: [] }",
  chatbot: "role: provider, riskClass: transparency, transparency: { cases: [interaction, synthetic-content] }",
  "deep fakes, deployed": "role: deployer, riskClass: transparency, transparency: { cases: [deep-fake] }",
  credit:
    'role: provider, furtherRoles: [deployer], riskClass: high-risk, annexIII: "5(b)", placedOnMarketOn: 2028-01-01, workplaceUse: no, fundamentalRights: { ground: credit }, transparency: { cases: [] }',
  "credit, older":
    'role: provider, furtherRoles: [deployer], riskClass: high-risk, annexIII: "5(b)", placedOnMarketOn: 2023-05-02, publicAuthority: no, workplaceUse: yes, fundamentalRights: { ground: credit }',
  "credit, older, for authorities":
    'role: provider, riskClass: high-risk, annexIII: "5(b)", placedOnMarketOn: 2023-05-02, publicAuthority: yes',
  "workplace, deployed":
    'role: deployer, riskClass: high-risk, annexIII: "4", placedOnMarketOn: 2029-01-01, workplaceUse: yes, fundamentalRights: { ground: none }',
  "high-risk, nobody says how": "role: provider, riskClass: high-risk",
  device:
    "role: product-manufacturer, riskClass: high-risk, annexI: Regulation (EU) 2017/745, placedOnMarketOn: 2029-01-01",
  "narrow task":
    'role: provider, riskClass: minimal, annexIII: "5(b)", article6Exception: A narrow task, article6Reason: It sorts., profiling: no, transparency: { cases: [] }',
  model: "role: provider, riskClass: general-purpose, placedOnMarketOn: 2026-01-01, transparency: { cases: [] }",
  banned: "role: deployer, riskClass: prohibited, prohibitedPractices: { pointsMet: [f] }",
  imported: 'role: importer, riskClass: high-risk, annexIII: "4", placedOnMarketOn: 2029-01-01',
};

function described(act: string, stage = "deployed"): SystemSubject {
  return system(`kind: system\nid: a\nname: A\nlifecycle: { stage: ${stage} }\nregulatory: { euAiAct: { ${act} } }\n`);
}

const { policy } = shippedPolicy();
const rules = policy.rules.filter(({ id }) => id.startsWith("eu-"));

/** The rules that are applicable, and those behind which a duty is listed that binds, or may, on the day. */
async function compared(
  subject: SystemSubject,
  asOf: Day,
): Promise<{ readonly judged: readonly string[]; readonly derived: readonly string[] }> {
  const evaluator = await evaluatorFor({ policy, rules, parameters: {}, systems: [], timeLimit: 60 });
  const [outcomes] = await evaluator.evaluate("system", [new RuleInputWriter(asOf, undefined).system(subject)]);
  await evaluator.close();
  // Of what cannot be told, the rules leave aside what would not apply yet anyway.
  const isDue = ({ state, from }: Duty): boolean =>
    state === "applies" ||
    state === "open" ||
    (state === "not-enough-facts" && from.some(({ days: possible }) => possible.some((day) => day <= asOf)));
  const due = new Set(
    euAiAct(subject, asOf)
      .duties.filter(isDue)
      .flatMap(({ article, includes }) => [article, ...includes].map((label) => `eu-ai-act:${label}`)),
  );
  return {
    judged: rules.filter(({ id }) => outcomes?.get(id)?.output?.applicable !== false).map(({ id }) => id),
    derived: rules.filter(({ controls }) => controls.some((control) => due.has(control))).map(({ id }) => id),
  };
}

interface Difference {
  /** Which of the two has it alone. */
  readonly only: "judged" | "derived";
  readonly why: string;
  /** Years by system. */
  readonly of: Readonly<Record<string, readonly number[]>>;
}

/** Where the two differ, and why that is right: by the rule. */
const known: Readonly<Record<string, Difference>> = {
  "eu-role-recorded": {
    only: "judged",
    why: "The rule asks for the reason why the Act does not cover a system; where it does not, nothing is a duty.",
    of: { uncovered: [2026, 2027, 2030] },
  },
  "eu-risk-class": {
    only: "judged",
    why: "The rule asks for the class of every system, so that none is missed; Art. 6 is a duty of providers of high-risk systems alone.",
    of: {
      minimal: [2027, 2030],
      chatbot: [2027, 2030],
      "deep fakes, deployed": [2027, 2030],
      "credit, older": [2027, 2030],
      "credit, older, for authorities": [2027],
      "workplace, deployed": [2027, 2030],
      "narrow task": [2027, 2030],
      model: [2027, 2030],
      banned: [2027, 2030],
      imported: [2027, 2030],
    },
  },
  "eu-transparency": {
    only: "judged",
    why: "The rule is satisfied where the record says that no case of Art. 50 is met; a paragraph whose case is not met is no duty.",
    of: {
      minimal: [2026, 2027, 2030],
      credit: [2026, 2027, 2030],
      "narrow task": [2026, 2027, 2030],
      model: [2026, 2027, 2030],
    },
  },
  "eu-article-6-exception": {
    only: "derived",
    why: "Art. 6(3) and (4) are listed with Art. 6 wherever that binds; the rule concerns only systems with an exception.",
    of: {
      blank: [2027, 2030],
      credit: [2027, 2030],
      "credit, older, for authorities": [2030],
      "high-risk, nobody says how": [2027, 2030],
      device: [2030],
    },
  },
  "eu-registration": {
    only: "derived",
    why: "Who claims the exception registers as well (Art. 49(2)); the rule concerns high-risk systems.",
    of: { "narrow task": [2026, 2027, 2030] },
  },
  "eu-serious-incidents": {
    only: "derived",
    why: "The catalog has deployers bound by Art. 73, too, who tell the provider; the rule looks at the reports of providers.",
    of: { "workplace, deployed": [2026, 2027, 2030] },
  },
};

it("differs from the rules only where it is known why", async () => {
  const found: Record<string, Pick<Difference, "only"> & { readonly of: Record<string, number[]> }> = {};
  for (const [name, act] of Object.entries(descriptors)) {
    for (const asOf of days) {
      const { judged, derived } = await compared(described(act), asOf);
      for (const id of rules.map((rule) => rule.id)) {
        if (judged.includes(id) === derived.includes(id)) continue;
        const only = judged.includes(id) ? "judged" : "derived";
        // A rule that differs in both ways would have no one reason.
        const row = (found[`${id}${found[id] === undefined || found[id].only === only ? "" : " both ways"}`] ??= {
          only,
          of: {},
        });
        (row.of[name] ??= []).push(Number(asOf.slice(0, 4)));
      }
    }
  }
  expect(found).toEqual(
    Object.fromEntries(Object.entries(known).map(([id, { only, of }]) => [id, { only, of }] as const)),
  );
  expect(Object.keys(descriptors).length).toBeGreaterThan(12);
});

it("does not ask for the stage of the life cycle, by which the rules leave most duties aside", async () => {
  const [development, deployed, retired] = await Promise.all(
    ["development", "deployed", "retired"].map((stage) =>
      compared(described(descriptors["credit"] ?? "", stage), "2027-12-02"),
    ),
  );
  expect(development?.derived).toEqual(deployed?.derived);
  expect(retired?.derived).toEqual(deployed?.derived);
  expect(deployed?.derived).toContain("eu-risk-management");
  expect([development, deployed, retired].map((each) => each?.judged.includes("eu-risk-management"))).toEqual([
    false,
    true,
    false,
  ]);
});
