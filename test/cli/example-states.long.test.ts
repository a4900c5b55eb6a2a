/** The example shows what each theme of rules can say: every state at least once, and where that cannot be, why. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { VerdictState } from "../../src/assessment/verdict.js";
import { temporaryFolderForAll } from "../support/folder.js";
import { aimsHere } from "../support/program.js";
import { projectPath } from "../support/project.js";

interface Results {
  readonly verdicts: readonly { readonly subject: string; readonly rule: string; readonly state: VerdictState }[];
  readonly evidence: readonly { readonly id: string; readonly fileState?: string }[];
}

type Absent = Partial<Record<VerdictState, string>>;

const workspace = projectPath("examples/meridian-bank");
const asOf = "2026-11-01";
const states: readonly VerdictState[] = [
  "satisfied",
  "partial",
  "stale",
  "no-evidence",
  "not-satisfied",
  "not-applicable",
];

/** Rules of a law are asked by its profile; all others by the one that has every control of ISO/IEC 42001. */
const everything = "iso-42001-full";
const profileOf: Readonly<Record<string, string>> = {
  "eu-ai-act": "eu-high-risk-provider",
  "high-impact": "us-federal-high-impact",
  "us-federal": "us-federal-high-impact",
};

const everyone = "each rule of the theme concerns every organization";
const maker = "only an organization that makes no AI is left out, and the bank makes some";
const fewRules = "four rules about one organization say four states at most";

/** What no verdict of the theme says, and why. */
const absent: Readonly<Record<string, Absent>> = {
  context: { "not-applicable": everyone },
  customers: { stale: "the rule looks at no day" },
  evaluation: { "not-applicable": everyone },
  improvement: { "not-applicable": everyone },
  incidents: { stale: "what was decided or reported about an incident does not age: it came in time or late" },
  leadership: { "not-applicable": everyone, "no-evidence": fewRules },
  "operation-control": { "not-applicable": everyone },
  planning: { "not-applicable": everyone },
  policy: { "not-applicable": everyone },
  procedures: { "not-applicable": maker, "no-evidence": fewRules },
  reporting: { "not-applicable": maker },
  support: { "not-applicable": everyone },
};

/** The folders of rules/ that hold rules, each with the ids of its rules. */
const rulesOf = new Map(
  readdirSync(projectPath("rules"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !["lib", "reference"].includes(entry.name))
    .map(({ name }) => [name, ruleIds(projectPath(`rules/${name}`))]),
);

function ruleIds(folder: string): Set<string> {
  const files = readdirSync(folder).filter((name) => name.endsWith(".rego") && !name.endsWith("_test.rego"));
  return new Set(files.map((name) => basename(name, ".rego")));
}

describe("the example", () => {
  const folder = temporaryFolderForAll();
  const results = new Map<string, Results>();

  beforeAll(async () => {
    for (const profile of new Set([everything, ...Object.values(profileOf)])) {
      const args = ["assess", workspace, "--as-of", asOf, "--profile", profile, "--out", profile, "--details", "none"];
      expect({ profile, code: (await aimsHere(args, folder)).code }).toEqual({ profile, code: 0 });
      results.set(profile, JSON.parse(readFileSync(join(folder, profile, "results.json"), "utf8")) as Results);
    }
  });

  it.each([...rulesOf])("shows every state that the rules of %s reach", (theme, rules) => {
    const { verdicts = [] } = results.get(profileOf[theme] ?? everything) ?? {};
    const found = new Set(verdicts.filter(({ rule }) => rules.has(rule)).map(({ state }) => state));
    expect([...found].sort()).toEqual(states.filter((state) => absent[theme]?.[state] === undefined).sort());
  });

  it("names no theme that is not there", () => {
    for (const theme of [...Object.keys(absent), ...Object.keys(profileOf)]) expect(rulesOf.has(theme)).toBe(true);
  });

  it("has the file of each record, as it was recorded", () => {
    const { evidence = [] } = results.get(everything) ?? {};
    const files = evidence.filter(({ fileState }) => fileState !== undefined);
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter(({ fileState }) => fileState !== "matches")).toEqual([]);
  });

  it("describes one system in full: nothing is open", () => {
    const { verdicts = [] } = results.get(everything) ?? {};
    const open = verdicts.filter(
      ({ subject, state }) => subject === "credit-scoring" && !["satisfied", "not-applicable"].includes(state),
    );
    expect(open).toEqual([]);
  });
});
