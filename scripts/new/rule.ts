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

/** The practice that the rule checks until its author says another one. */
interface Example {
  /** With its article, as it begins a sentence. */
  readonly practice: string;
  /** The place of its record in the descriptor. */
  readonly path: readonly string[];
  /** Whom the rule concerns: a name of rules/lib/scope.rego. */
  readonly scope: string;
  /** Whose duty it is, as the end of a sentence. */
  readonly obligatory: string;
  /** The test's input in Rego for the fields of a descriptor. */
  readonly input: string;
  /** A test in Rego of a subject that the rule does not concern. */
  readonly outside: string;
}

const examples: Readonly<Record<RuleSubject, Example>> = {
  system: {
    practice: "The testing",
    path: ["practices", "testing"],
    scope: "not_retired",
    obligatory: "every system",
    input: "expectation.about(system)",
    outside: `
test_does_not_concern_retired_systems if {
	said({"lifecycle": {"stage": "retired"}}) == expectation.outside({expectation.retired})
}
`,
  },
  organization: {
    practice: "The AI policy",
    path: ["policy"],
    scope: "everyone",
    obligatory: "every organization",
    input: "expectation.about_organization(organization, [])",
    outside: "",
  },
};

/**
 * A rule with its test: it checks a practice, to be rewritten.
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
  const { practice, path, scope, obligatory } = examples[subject];
  return `# METADATA
# title: ${words}
# description: >-
#   ${practice} is done.
# custom:
#   id: ${kebab}
#   subject: ${subject}
#   controls: [${controls.join(", ")}]
#   severity: ${severity}
#   remediation: >-
#     Do what is not done yet, and record under ${path.join(".")} how far it got.
#   parameters: []
#   duty: practice
package aims.rules.${last}

import data.aims.lib.duty
import data.aims.lib.scope

default record := {}

record := input.${subject}.${path.join(".")}

verdict := duty.practice({
	"concerns": scope.${scope},
	"name": "${practice}",
	"record": record,
	"at": "/${subject}/${path.join("/")}",
	"obligatory": "${obligatory}",
})
`;
}

function testText(last: string, subject: RuleSubject): string {
  const { practice, path, obligatory, input, outside } = examples[subject];
  return `package aims.rules.${last}_test

import data.aims.lib.duty.practice_cases_test as practices
import data.aims.lib.expectation_test as expectation
import data.aims.rules.${last} as rule

said(${subject}) := verdict if {
	verdict := rule.verdict with input as ${input} with data.params as expectation.params
}

test_every_state if {
	every case in practices.cases({
		"subject": "${subject}",
		"about": {},
		"name": "${practice}",
		"path": [${path.map((key) => `"${key}"`).join(", ")}],
		"obligatory": "${obligatory}",
		"excusable": false,
		"maxAgeDays": null,
	}) {
		said(case.about) == case.verdict
	}
}
${outside}`;
}
