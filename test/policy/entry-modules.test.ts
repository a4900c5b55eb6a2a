import { expect, test } from "vitest";

import { askingOnly } from "../../src/policy/packages.js";
import { entryModules, entrypointOfRule, entrypointOfSubject } from "../../src/policy/rules/entry-modules.js";
import type { EntryRule } from "../../src/policy/rules/entry-modules.js";

const logRetention: EntryRule = {
  id: "log-retention",
  package: "aims.rules.log_retention",
  subject: "system",
  declares: ["inapplicable", "applicable", "days", "violation", "observed"],
};
const scope: EntryRule = { id: "scope", package: "own.scope", subject: "organization", declares: ["missing"] };

test("a module for each rule asks for what the rule declares, and one for each kind of subject for all its rules", () => {
  expect(entryModules([logRetention, scope])).toEqual({
    modules: {
      "aims/entry/log_retention.rego": `package aims.entry.log_retention

verdict := {
	"applicable": [value | value := data.aims.rules.log_retention.applicable],
	"inapplicable": [value | value := data.aims.rules.log_retention.inapplicable],
	"violation": [value | value := data.aims.rules.log_retention.violation],
	"observed": [value | value := data.aims.rules.log_retention.observed],
}
`,
      "aims/entry/scope.rego": `package aims.entry.scope

verdict := {
	"missing": [value | value := data.own.scope.missing],
}
`,
      "aims/entry/system.rego": `package aims.entry

system["log-retention"] := data.aims.entry.log_retention.verdict if not data["aims:unasked"]["log-retention"]
`,
      "aims/entry/organization.rego": `package aims.entry

organization["scope"] := data.aims.entry.scope.verdict if not data["aims:unasked"]["scope"]
`,
    },
    entrypoints: [
      "aims/entry/system",
      "aims/entry/organization",
      "aims/entry/log_retention/verdict",
      "aims/entry/scope/verdict",
    ],
  });
  expect(entrypointOfSubject("system")).toBe("aims/entry/system");
  expect(entrypointOfRule(scope)).toBe("aims/entry/scope/verdict");
});

test("a subject without rules is asked for nothing, and rules that do not run are not asked", () => {
  expect(entryModules([scope]).modules["aims/entry/system.rego"]).toBe("package aims.entry\n\nsystem := {}\n");
  expect(askingOnly([scope], [logRetention, scope])).toEqual({ "aims:unasked": { "log-retention": true } });
});

test("a rule with a verdict is asked for every key of it", () => {
  const rule: EntryRule = { ...scope, declares: ["record", "verdict"] };
  expect(entryModules([rule]).modules["aims/entry/scope.rego"]).toBe(
    "package aims.entry.scope\n\nverdict := {name: [value] | some name, value in data.own.scope.verdict}\n",
  );
});

test.each([
  [[logRetention, { ...scope, package: "own.log_retention" }], /same package name: aims.rules.log_retention and own/u],
  [[{ ...scope, package: "own.system" }], /cannot be named own.system/u],
  [[{ ...scope, package: 'own["a b"]' }], /plain names/u],
])("packages that cannot be told apart are refused", (rules, message) => {
  expect(() => entryModules(rules)).toThrow(message);
});
