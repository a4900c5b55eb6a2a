import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { referenceOf } from "../../src/assessment/control-reference.js";
import { nearest } from "../../src/foundation/nearest.js";
import { didYouMean } from "../../src/foundation/words.js";
import type { Catalog, Control } from "../../src/oscal/model/generated/types.js";
import { ruleSubjects, severities, type RuleSubject } from "../../src/policy/rule.js";
import { longNameFor, nameFor, type Name } from "./name.js";
import { Refusal, type Scaffold } from "./scaffold.js";

/** The facts that the author gives of a new rule. */
export interface RuleRequest {
  readonly theme: string;
  readonly id: string;
  /** As they are given, unchecked. */
  readonly subject: string | undefined;
  readonly severity: string;
  readonly controls: readonly string[];
  /** Whether the theme may be one that is not there. */
  readonly newTheme: boolean;
}

/** The field that the rule checks until its author says another one. */
interface Example {
  /** The practice with its article, as it begins a sentence. */
  readonly practice: string;
  /** The place of its state in the descriptor. */
  readonly field: string;
  /** Whom the rule does not concern: the name and the body of a rule in Rego, whom it does, and the reason that it gives. */
  readonly exempt: {
    readonly name: string;
    readonly body: string;
    readonly described: string;
    readonly reason: { readonly message: string; readonly at: string };
  };
  /** A descriptor in Rego that the rule does not concern. */
  readonly outside: string;
  /** The test's input in Rego for the fields of a descriptor. */
  readonly input: string;
}

const examples: Readonly<Record<RuleSubject, Example>> = {
  system: {
    practice: "The testing",
    field: "practices.testing.state",
    exempt: {
      name: "retired",
      body: 'input.system.lifecycle.stage == "retired"',
      described: "The system is not retired.",
      reason: {
        message: "The stage of the life cycle is retired; the rule concerns systems that are not.",
        at: "/system/lifecycle/stage",
      },
    },
    outside: '{"lifecycle": {"stage": "retired"}}',
    input: "expectation.about(system)",
  },
  organization: {
    practice: "The AI policy",
    field: "policy.state",
    exempt: {
      name: "customer_only",
      body: 'input.organization.aiRoles == ["customer"]',
      described: "The organization is not only a customer of AI systems.",
      reason: {
        message:
          "The organization is recorded as a customer of AI systems only; the rule concerns those that are more.",
        at: "/organization/aiRoles",
      },
    },
    outside: '{"aiRoles": ["customer"]}',
    input: "about(organization)",
  },
};

/**
 * A rule with its test: it checks the state of a practice, to be rewritten.
 * @throws Refusal for an id or a package that is there, and for a theme, subject, severity or control that is not
 */
export function ruleScaffold(root: string, request: RuleRequest): Scaffold {
  const theme = nameFor("The theme", request.theme).kebab;
  const name = longNameFor("The rule", request.id);
  const subject = choice("subject", request.subject, ruleSubjects);
  const severity = choice("severity", request.severity, severities);
  const controls = [...new Set(request.controls)];
  requireTheme(root, theme, request.newTheme);
  requireControls(root, controls);
  const last = name.kebab.replaceAll("-", "_");
  requireFree(root, name.kebab, last);
  const source = `rules/${theme}/${name.kebab}.rego`;
  const test = `rules/${theme}/${name.kebab}_test.rego`;
  return {
    made: {
      [source]: ruleText(name, last, subject, severity, controls),
      [test]: testText(last, subject),
    },
    next: [
      `Write the rule in ${source}, its METADATA first, and every case in ${test}; rules/README.md has the steps and the list of rules.`,
      "Run node dist/main.js rules check and node dist/main.js rules test --coverage.",
      "Take its controls into a profile of profiles/ where none selects them.",
      "Run npm run generate for the rule's page.",
    ],
  };
}

function choice<Word extends string>(what: string, given: string | undefined, words: readonly Word[]): Word {
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  const said = given === undefined ? `The rule has no ${what}.` : `"${given}" is not a ${what}.`;
  throw new Refusal(`${said} Say --${what} ${words.join("|")}.`);
}

function requireTheme(root: string, theme: string, newTheme: boolean): void {
  const themes = readdirSync(join(root, "rules"), { withFileTypes: true })
    .filter((each) => each.isDirectory() && each.name !== "lib")
    .map((each) => each.name)
    .sort();
  if (theme === "lib") throw new Refusal("rules/lib holds what rules share, and no rules.");
  if (themes.includes(theme) || newTheme) return;
  const hint = didYouMean(nearest(theme, themes), `Themes: ${themes.join(", ")}.`);
  throw new Refusal(`There is no theme "${theme}". ${hint} A new one is made with --new-theme.`);
}

function requireControls(root: string, controls: readonly string[]): void {
  if (controls.length === 0) throw new Refusal("The rule has no control. Say --control iso42001:A.x.y, once for each.");
  const known = readdirSync(join(root, "catalog"))
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => {
      const { catalog } = JSON.parse(readFileSync(join(root, "catalog", file), "utf8")) as { catalog: Catalog };
      return [...controlsOf(catalog)].map(referenceOf);
    });
  for (const control of controls) {
    if (known.some((each) => each === control)) continue;
    const hint = didYouMean(nearest(control, known), "A reference is written as in iso42001:A.6.2.8.");
    throw new Refusal(`No catalog of catalog/ has the control "${control}". ${hint}`);
  }
}

function* controlsOf({ groups = [], controls = [] }: Pick<Catalog, "groups" | "controls">): Generator<Control> {
  for (const group of groups) yield* controlsOf(group);
  for (const control of controls) {
    yield control;
    yield* controlsOf({ controls: control.controls ?? [] });
  }
}

/** Refuses an id that a rule has, and packages whose last part a package has. */
function requireFree(root: string, id: string, last: string): void {
  for (const file of readdirSync(join(root, "rules"), { recursive: true, encoding: "utf8" }).sort()) {
    if (!file.endsWith(".rego")) continue;
    const text = readFileSync(join(root, "rules", file), "utf8");
    const taken = /^package\s+\S*?([A-Za-z0-9_]+)\s*$/m.exec(text)?.[1] ?? "";
    const ids = [...text.matchAll(/^# {3}id: *(\S+) *$/gm)].map(([, each]) => each);
    if (ids.includes(id)) throw new Refusal(`The rule "${id}" is there already, in rules/${file}.`);
    if (taken === last || taken === `${last}_test`)
      throw new Refusal(`A package whose name ends in ${taken} is there already, in rules/${file}.`);
  }
}

function ruleText(
  { kebab, words }: Name,
  last: string,
  subject: RuleSubject,
  severity: string,
  controls: readonly string[],
): string {
  const { practice, field, exempt } = examples[subject];
  const at = `/${subject}/${field.replaceAll(".", "/")}`;
  const item = (message: string): string => `{
	"message": ${message},
	"at": "${at}",
}`;
  return `# METADATA
# title: ${words}
# description: >-
#   ${practice} is recorded as done.
# custom:
#   id: ${kebab}
#   subject: ${subject}
#   controls: [${controls.join(", ")}]
#   severity: ${severity}
#   remediation: >-
#     Do what is not done yet, and record under ${field} how far it got.
#   parameters: []
package aims.rules.${last}

state := input.${subject}.${field}

known := {"done", "in-progress", "not-done", "not-applicable"}

${exempt.name} if ${exempt.body}

# METADATA
# description: ${exempt.described}
applicable if not ${exempt.name}

inapplicable contains {
	"message": "${exempt.reason.message}",
	"at": "${exempt.reason.at}",
} if {
	${exempt.name}
}

# METADATA
# description: ${practice} is recorded as not done or as not applicable.
violation contains ${item(`sprintf("${practice} is recorded as %s.", [state])`)} if {
	state in {"not-done", "not-applicable"}
}

# METADATA
# description: Nobody recorded how far it got, or it is recorded as unknown.
missing contains ${item(`"${practice} is blank: nobody recorded how far it got."`)} if {
	not state
}

missing contains ${item(`sprintf("${practice} is recorded as %v, which does not say how far it got.", [state])`)} if {
	not state in known
}

# METADATA
# description: ${practice} is recorded as in progress.
pending contains ${item(`"${practice} is in progress."`)} if {
	state == "in-progress"
}

# METADATA
# description: ${practice} is recorded as done.
observed contains ${item(`"${practice} is recorded as done."`)} if {
	state == "done"
}
`;
}

function testText(last: string, subject: RuleSubject): string {
  const { practice, field, exempt, outside, input } = examples[subject];
  const at = `/${subject}/${field.replaceAll(".", "/")}`;
  const nested = field.split(".").reduceRight((inner, key) => `{"${key}": ${inner}}`, "state");
  const said = (set: string, message: string): string => `says({"${set}": {{
		"message": "${message}",
		"at": "${at}",
	}}})`;
  const blank = `says({"missing": {{
	"message": "${practice} is blank: nobody recorded how far it got.",
	"at": "${at}",
}}})`;
  return `package aims.rules.${last}_test

import data.aims.lib.expectation_test as expectation
import data.aims.rules.${last} as rule
${
  subject === "system"
    ? ""
    : `
about(organization) := {
	"asOf": "2026-11-01",
	"organization": object.union({"kind": "organization", "id": "bank", "name": "Bank"}, organization),
	"systems": [],
	"evidence": [],
}
`
}
said(${subject}) := words if {
	words := {
		"applicable": {true | rule.applicable},
		"inapplicable": rule.inapplicable,
		"violation": rule.violation,
		"missing": rule.missing,
		"pending": rule.pending,
		"observed": rule.observed,
	} with input as ${input}
}

# The rule has no set stale: what is done does not expire.
says(sets) := object.remove(expectation.says(sets), ["stale"])

said_of(state) := said(${nested})

blank := ${blank}

test_passes_when_done if {
	said_of("done") == ${said("observed", `${practice} is recorded as done.`)}
}

test_fails_when_not_done if {
	said_of("not-done") == ${said("violation", `${practice} is recorded as not-done.`)}
}

test_fails_when_not_applicable if {
	said_of("not-applicable") == ${said("violation", `${practice} is recorded as not-applicable.`)}
}

test_pending_when_in_progress if {
	said_of("in-progress") == ${said("pending", `${practice} is in progress.`)}
}

test_missing_when_blank if {
	said({}) == blank
	said(${nested.replace('{"state": state}', "{}")}) == blank
}

test_missing_when_unknown if {
	said_of("unknown") == ${said("missing", `${practice} is recorded as unknown, which does not say how far it got.`)}
}

test_does_not_apply_when_${exempt.name} if {
	said(${outside}) == object.union(blank, {"applicable": set(), "inapplicable": {{
		"message": "${exempt.reason.message}",
		"at": "${exempt.reason.at}",
	}}})
}
`;
}
