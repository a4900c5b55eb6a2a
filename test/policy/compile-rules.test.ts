import { readdirSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { checkRules, compileRules, regoDiagnostic } from "../../src/policy/compile.js";
import { temporaryFolder } from "../support/folder.js";

/** A rule's source; parts of its METADATA and body can be replaced. */
function source(changes: Readonly<Record<string, string>> = {}): string {
  let text = `# METADATA
# title: Named
# description: The system has a name.
# custom:
#   id: named
#   subject: system
#   controls: [iso42001:A.4.2]
#   severity: low
#   remediation: Name it.
#   parameters: [limit]
package aims.rules.named

observed contains {"message": input.system.name, "at": "/system/name"} if data.params.limit > 0
`;
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`not in the source: ${from}`);
    text = text.replace(from, to);
  }
  return text;
}

async function problems(text: string): Promise<unknown> {
  const { diagnostics } = await checkRules({ "rules/named.rego": text });
  return diagnostics.map(({ code, message, file, line, fix }) => ({
    code,
    message,
    file,
    line,
    ...(fix === undefined ? {} : { fix }),
  }));
}

describe("checkRules", () => {
  it("reads a rule from its METADATA", async () => {
    expect(
      await checkRules({ "rules/named.rego": source(), "rules/lib.rego": "package aims.lib.any\n\none := 1\n" }),
    ).toEqual({
      rules: [
        {
          id: "named",
          package: "aims.rules.named",
          title: "Named",
          description: "The system has a name.",
          subject: "system",
          controls: ["iso42001:A.4.2"],
          severity: "low",
          remediation: "Name it.",
          parameters: ["limit"],
          declares: ["observed"],
          file: "rules/named.rego",
          row: 1,
        },
      ],
      diagnostics: [],
    });
  });

  it("reads from the METADATA of applicable whom a rule concerns", async () => {
    const concerned = `\n# METADATA\n# description: >-\n#   The system has\n#   a name.\napplicable if input.system.name\n`;
    const { rules, diagnostics } = await checkRules({ "rules/named.rego": source() + concerned });
    expect([diagnostics, rules[0]?.declares, rules[0]?.concerns]).toEqual([
      [],
      ["observed", "applicable"],
      "The system has a name.",
    ]);
  });

  const at = { file: "rules/named.rego", line: 1 };
  it.each([
    [
      "severity: low",
      "sevrity: low",
      {
        code: "rule-metadata",
        message: 'The METADATA has "sevrity" under custom, which aims does not know.',
        ...at,
        line: 8,
        fix: 'Did you mean "severity"?',
      },
    ],
    [
      "id: named",
      "id: Named One",
      {
        code: "rule-metadata",
        message: "The METADATA has no id of lower-case letters, digits and hyphens under custom.",
        ...at,
        line: 5,
        fix: "Write custom: {id: my-rule, ...} above the package.",
      },
    ],
    [
      "# title: Named\n",
      "",
      {
        code: "rule-metadata",
        message: "The METADATA of the package has no title.",
        ...at,
        fix: "Write title into the METADATA block above the package.",
      },
    ],
    [
      "severity: low",
      "severity: hihg",
      {
        code: "rule-metadata",
        message: '"hihg" is not allowed for custom.severity.',
        ...at,
        line: 8,
        fix: 'Did you mean "high"?',
      },
    ],
    [
      "[iso42001:A.4.2]",
      "[A.4.2]",
      {
        code: "rule-metadata",
        message: '"A.4.2" under custom.controls is not a control with its framework.',
        ...at,
        line: 7,
        fix: "Write the framework, a colon and the control, for instance iso42001:A.6.2.4.",
      },
    ],
    [
      "[iso42001:A.4.2]",
      "[]",
      {
        code: "rule-metadata",
        message: "The METADATA names no controls with their framework.",
        ...at,
        line: 7,
        fix: "Write custom.controls, for instance [iso42001:A.6.2.4].",
      },
    ],
    [
      "[iso42001:A.4.2]",
      "iso42001:A.4.2, iso42001:A.5.2",
      {
        code: "rule-metadata",
        message: "custom.controls is not a list of texts.",
        ...at,
        line: 7,
        fix: "Write a list: controls: [iso42001:A.4.2, iso42001:A.5.2].",
      },
    ],
    [
      "[limit]",
      "[]",
      {
        code: "rule-parameters",
        message: 'The rule reads the parameter "limit", which its METADATA does not name.',
        ...at,
        line: 10,
        fix: "Add it to custom.parameters.",
      },
    ],
    [
      "[limit]",
      "[limit, other]",
      {
        code: "rule-parameters",
        message: 'The METADATA names the parameter "other", which the rule does not read.',
        ...at,
        line: 10,
        fix: "Remove it from custom.parameters.",
      },
    ],
    [
      "observed contains",
      "observd contains",
      {
        code: "rule-without-sets",
        message: "The package declares none of the sets by which a rule speaks.",
        ...at,
        fix: "Declare at least one of violation, stale, missing, pending, observed.",
      },
      {
        code: "rule-set-unread",
        message:
          'The rule collects findings in "observd", which aims does not ask for and nothing in the package reads: they would be lost.',
        ...at,
        line: 13,
        fix: 'Did you mean "observed"? Otherwise remove it.',
      },
    ],
    [
      "observed contains",
      'verdict := {"observed": observed}\n\nobserved contains',
      {
        code: "rule-two-verdicts",
        message: 'The rule declares verdict (line 13), so that nobody reads "observed".',
        ...at,
        line: 15,
        fix: "Put observed into verdict, under also where a function of data.aims.lib.duty makes the rest, or give it another name.",
      },
    ],
    [
      "[limit]",
      "[limt, limit]",
      {
        code: "rule-parameters",
        message: 'The METADATA names the parameter "limt", which the rule does not read.',
        ...at,
        line: 10,
        fix: 'Did you mean "limit"?',
      },
    ],
  ])("says what is wrong with METADATA: %s -> %s", async (from, to, ...found) => {
    expect(await problems(source({ [from]: to }))).toEqual(found);
  });

  it("shows what is wrong with METADATA where it stands, also below an older comment", async () => {
    const text = `# Ours.\n\n${source({ "severity: low": "severity: hihg" })}`;
    const { diagnostics } = await checkRules({ "rules/named.rego": text });
    expect(diagnostics).toEqual([
      {
        code: "rule-metadata",
        severity: "error",
        message: '"hihg" is not allowed for custom.severity.',
        file: "rules/named.rego",
        line: 10,
        column: 15,
        frame: " 9 | #   controls: [iso42001:A.4.2]\n10 | #   severity: hihg\n   |               ^",
        fix: 'Did you mean "high"?',
      },
    ]);
  });

  it.each([
    [
      "package aims.rules.named\n",
      1,
      'The package "aims.rules.named" is a rule by its name, and has no METADATA block.',
      'Write "# METADATA" right above the package, with title, description and, under custom, id, subject, controls, severity and remediation; name the package otherwise if it is a library.',
    ],
    [
      "# METADATA\n# title: Named\npackage aims.rules.named\n",
      1,
      'The METADATA of the package "aims.rules.named" has no custom, which says what makes it a rule.',
      "Write id, subject, controls, severity and remediation under custom; name the package otherwise if it is a library.",
    ],
  ])("says once that a rule has no METADATA: %j", async (head, line, message, fix) => {
    const found = await problems(`${head}\nlimit := data.params.limit\n`);
    expect((found as { code: string }[]).filter(({ code }) => code !== "rule-metadata")).toEqual([]);
    expect((found as unknown[])[0]).toEqual({ code: "rule-metadata", message, file: "rules/named.rego", line, fix });
  });

  it.each([
    ["aims.rule.named", true],
    ["aims.rules.names", true],
    ["aims.rules.naming.named", false],
    ["ours.names", false],
  ])("warns of a package below aims that is not named after its rule: %s", async (name, warns) => {
    const { diagnostics } = await checkRules({
      "rules/named.rego": source({ "package aims.rules.named": `package ${name}` }),
    });
    const expected = {
      code: "rule-package",
      severity: "warning",
      message: `The package of the rule "named" is "${name}", not "aims.rules.named".`,
      file: "rules/named.rego",
      line: 11,
      column: 1,
      frame: `10 | #   parameters: [limit]\n11 | package ${name}\n   | ^`,
      fix: "Write package aims.rules.named, or correct custom.id.",
    };
    expect(diagnostics).toEqual(warns ? [expected] : []);
  });

  it("refuses a second rule with the same id", async () => {
    const second = source({ "package aims.rules.named": "package aims.rules.second" });
    const { diagnostics } = await checkRules({ "rules/a.rego": source(), "rules/b.rego": second });
    expect(diagnostics).toEqual([
      {
        code: "duplicate-rule",
        severity: "error",
        message: 'The rule id "named" is used a second time; first in rules/a.rego.',
        file: "rules/b.rego",
        line: 5,
        column: 9,
        frame: "4 | # custom:\n5 | #   id: named\n  |         ^",
        fix: "Give each rule an id of its own.",
        mentions: ["rules/a.rego"],
      },
    ]);
  });

  it.each([
    ["rules/x.rego", "package aims.rules\n\nnamed.observed := 1\n", "aims.rules", "aims.rules.named"],
    ["rules/x.rego", "package aims.rules.named\n\nany := 1\n", "aims.rules.named", "aims.rules.named"],
    ["rules/x.rego", "package aims.lib.dates\n\nany := 1\n", "aims.lib.dates", "aims.lib"],
    ["rules/x.rego", "package params\n\nlimit := 0\n", "params", "params"],
  ])("lets nobody add to packages of aims: %s %j", async (path, text, own, clash) => {
    const { diagnostics } = await checkRules({ "aims-as-code/rules/named.rego": source(), [path]: text });
    expect(diagnostics.find(({ code }) => code === "package-reserved")).toEqual({
      code: "package-reserved",
      severity: "error",
      message: `The package "${own}" would add to "${clash}", which belongs to aims.`,
      file: path,
      line: 1,
      column: 1,
      frame: `1 | package ${own}\n  | ^`,
      fix: "Name a package of your own: aims.rules.my_rule for a rule, my.library for a library.",
    });
  });

  it.each([
    [
      "my.named",
      "duplicate-package",
      {
        message: 'The package "my.named" ends in the same name as "aims.rules.named", which ships with aims.',
        fix: "Give the last part of the package a name of its own.",
      },
    ],
    [
      "aims.rules.system",
      "package-name",
      {
        message: `A rule's package cannot be named "aims.rules.system".`,
        fix: "Use plain names; the last one must not be system or organization.",
      },
    ],
  ])("refuses a rule whose package the entry modules cannot take: %s", async (name, code, words) => {
    const second = source({ "package aims.rules.named": `package ${name}`, "id: named": "id: second" });
    const { diagnostics } = await checkRules({ "aims-as-code/rules/named.rego": source(), "rules/b.rego": second });
    const place = { file: "rules/b.rego", line: 1, column: 1, frame: "1 | # METADATA\n  | ^" };
    expect(diagnostics).toEqual([{ code, severity: "error", ...place, ...words }]);
  });

  it("refuses a path that the input does not have, with the words that it has", async () => {
    const { diagnostics } = await checkRules({
      "rules/named.rego": source({ "input.system.name": "input.system.nam" }),
    });
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: "rego-type-error", file: "rules/named.rego", line: 13, column: 31 });
    expect(diagnostics[0]?.message).toMatch(/input\.system\.nam\b.*name/s);
  });
});

describe("regoDiagnostic", () => {
  const text = "package a\n\nb := c\n";

  it("has a code for each code of the compiler, with a sentence and a frame", () => {
    expect(
      regoDiagnostic(
        { code: "rego_unsafe_var_error", message: "var c is unsafe", file: "a.rego", row: 3, column: 6 },
        { "a.rego": text },
      ),
    ).toEqual({
      code: "rego-unsafe-var-error",
      severity: "error",
      message: "var c is unsafe.",
      file: "a.rego",
      line: 3,
      column: 6,
      frame: "2 |\n3 | b := c\n  |      ^",
      fix: "Give the variable a value, or declare it with some.",
    });
  });

  const broken = { code: "rego_parse_error", file: "a.rego", row: 4, column: 1 };

  it.each([
    [
      "# METADATA\n# title: a\n# custom:\n#\tid: a\npackage a\n",
      "The METADATA is not YAML of the right form: found character that cannot start any token",
      "4:2 The METADATA is not YAML: a tab stands before the text of this line. Write blanks in its place: YAML allows no tab as indentation.",
    ],
    [
      "# METADATA\n# title: a\n# custom:\n#   title: Risk: high\npackage a\n",
      "The METADATA is not YAML of the right form: mapping values are not allowed in this context",
      '4:12 The METADATA is not YAML: ": " stands in the text "Risk: high" and would begin a key there. Put the text in quotes: "Risk: high".',
    ],
    [
      "# METADATA\n# title: a\n# custom:\n#   id: a\npackage a\n",
      "The METADATA is not YAML of the right form: it is odd",
      "4:1 The METADATA is not YAML of the right form: it is odd. Write the METADATA as OPA's documentation has it: texts, and lists where several are meant.",
    ],
    [
      'package a\nx if {\n  f("{", `\n',
      "unexpected eof token",
      '4:1 unexpected eof token; the "(" of line 3 is still open here. Close the "(" of line 3, or correct the syntax at this place.',
    ],
    [
      'package a\nx if {\n  y == "}" # }\nz := 1\n',
      "unexpected assign token: expected \\n or ; or }",
      '4:1 unexpected assign token: expected \\n or ; or }; the "{" of line 2 is still open here. Close the "{" of line 2, or correct the syntax at this place.',
    ],
    [
      "package a\nx if { y }\n\n:= 1\n",
      "unexpected assign token",
      "4:1 unexpected assign token. Correct the syntax at this place.",
    ],
  ])("tells more of broken syntax than the parser does: %j", (module, message, expected) => {
    const { line, column, message: said, fix } = regoDiagnostic({ ...broken, message }, { "a.rego": module });
    expect(`${String(line)}:${String(column)} ${said} ${String(fix)}`).toBe(expected);
  });

  it("reports an unlisted code as an error of no special code, without a place where none is known", () => {
    expect(regoDiagnostic({ code: "rego_later_error", message: "No.", file: "", row: 0, column: 0 }, {})).toEqual({
      code: "rego-error",
      severity: "error",
      message: "No.",
      fix: "Correct the rule at this place.",
    });
    expect(
      regoDiagnostic({ code: "constructor", message: "No.", file: "a.rego", row: 0, column: 0 }, { "a.rego": text }),
    ).toEqual({
      code: "rego-error",
      severity: "error",
      message: "No.",
      file: "a.rego",
      fix: "Correct the rule at this place.",
    });
  });

  it.each([
    [
      "the builtin time.now_ns is not available to rules",
      "Use another builtin, or have the descriptor record the value.",
    ],
    [
      "there is no function lenght",
      "Check the spelling; a rule can call its own functions and OPA's builtins that need no clock, network or chance.",
    ],
    ["undefined ref: input.sytem", "Name a field that the descriptor schema knows."],
  ])("says what to do where the message allows it: %s", (message, fix) => {
    expect(regoDiagnostic({ code: "rego_compile_error", message, file: "", row: 0, column: 0 }, {}).fix).toBe(fix);
  });
});

describe("compileRules", () => {
  let cacheFolder: string;
  beforeEach(() => {
    cacheFolder = temporaryFolder();
  });

  it("gives the same from the cache, and keeps other sources apart", async () => {
    const sources = { "rules/named.rego": source() };
    const first = await compileRules(sources, { cacheFolder, trusted: false });
    expect(readdirSync(cacheFolder)).toHaveLength(1);
    expect(await compileRules(sources, { cacheFolder, trusted: false })).toEqual(first);
    const other = await compileRules(
      { "rules/named.rego": source({ "severity: low": "severity: high" }) },
      { cacheFolder, trusted: false },
    );
    expect(other.policy?.rules[0]?.severity).toBe("high");
    expect(readdirSync(cacheFolder)).toHaveLength(2);
  });

  it("keeps nothing where something is wrong", async () => {
    const failed = await compileRules(
      { "rules/named.rego": source({ "severity: low": "severity: none" }) },
      { cacheFolder, trusted: false },
    );
    expect(failed.policy).toBeUndefined();
    expect(readdirSync(cacheFolder)).toEqual([]);
  });

  const body = "if data.params.limit > 0";
  const bodyWith = (statement: string): Readonly<Record<string, string>> => ({
    [body]: `if {\n\tdata.params.limit > 0\n\t${statement}\n}`,
  });
  it.each<
    readonly [what: string, changes: Readonly<Record<string, string>>, codes: readonly string[], compiled: boolean]
  >([
    ["nothing wrong", {}, [], true],
    ["a key that nothing reads", { '"at": "/system/name"': '"at": "/system/name", "why": 1' }, ["rule-item-key"], true],
    ["a place that no input has", { '"/system/name"}': '"/system/nam"}' }, ["rule-item-place"], true],
    ["an item without a place", { ', "at": "/system/name"': "" }, ["rule-item"], false],
    ["a path that the input does not have", { "input.system.name": "input.system.nam" }, ["rego-type-error"], false],
    ["a reference that leads nowhere", bodyWith("data.any.rule"), ["undefined-reference"], false],
    ["an entry module that is read", bodyWith("data.aims.entry.system"), ["undefined-reference"], false],
    ["an order that cannot be kept", bodyWith("count([x | x := data.aims.lib[_]]) > 0"), ["rego-compile-error"], false],
    ["a variable that is not safe", bodyWith("unsafe > 1"), ["rego-unsafe-var-error"], false],
    [
      "METADATA that is wrong, and a variable",
      { "severity: low": "severity: no", ...bodyWith("unsafe > 1") },
      ["rego-unsafe-var-error", "rule-metadata"],
      false,
    ],
    ["broken syntax", { contains: "contains contains" }, ["rego-parse-error"], false],
  ])("finds what a check finds: %s", async (_, changes, codes, compiled) => {
    const sources = { "rules/named.rego": source(changes), "rules/lib.rego": "package aims.lib.any\n\none := 1\n" };
    const checked = await checkRules(sources);
    const { policy, diagnostics } = await compileRules(sources, { trusted: false });
    expect([diagnostics, diagnostics.map(({ code }) => code).sort(), policy !== undefined]).toEqual([
      checked.diagnostics,
      codes,
      compiled,
    ]);
  });
});
